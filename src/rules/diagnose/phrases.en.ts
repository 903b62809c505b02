type Unknown = { name: string; nearest: string | undefined };

/** Says in English that a name is not known, and which one is near. */
export const unknown =
  (what: string, where: string) =>
  ({ name, nearest }: Unknown) =>
    [
      `there is no ${what} named "${name}"`,
      nearest === undefined ? where : `did you mean ${nearest}?`,
    ] as const;

const kinds: Readonly<Record<string, string>> = {
  boolean: "a yes or no",
  number: "a quantity",
  enumeration: "an option",
  text: "a text",
  date: "a date",
  list: "a list",
  derived: "derived",
  quantity: "a quantity",
  geometry: "a shape",
};
/** A type as a English word. */
export const kind = (name: string): string => kinds[name] ?? name;
/** A unit as it is written in English. */
export const unit = (name: string): string => (name === "1" ? "a pure number" : name);
