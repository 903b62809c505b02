/** What every feature has beside the properties of its layer. */
const common: ReadonlySet<string> = new Set(["name", "name_en", "synthetic", "version"]);

export type Properties = Readonly<Record<string, unknown>>;

/** The properties that belong to the layer, as they came. */
export const ownProperties = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !common.has(name)));

const isPlain = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);

/** Those that can be typed, as text; lists and tables stay what they are. */
export const typedProperties = (properties: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ownProperties(properties))
      .filter(([, value]) => isPlain(value))
      .map(([name, value]) => [name, String(value)]),
  );

/** A value as it was typed: of the kind that it was, where it can still be that. */
function valueOf(text: string, before: unknown): unknown {
  const words = text.trim();
  if (typeof before === "number") {
    const number = Number(words);
    return Number.isFinite(number) ? number : words;
  }
  if (typeof before === "boolean" && (words === "true" || words === "false")) {
    return words === "true";
  }
  return words;
}

/** All properties of the layer after what was typed: what was emptied is gone. */
export function editedProperties(
  before: Properties,
  typed: Readonly<Record<string, string>>,
): Properties {
  const kept = Object.entries(ownProperties(before)).filter(([name]) => !(name in typed));
  const said = Object.entries(typed)
    .filter(([, text]) => text.trim() !== "")
    .map(([name, text]) => [name, valueOf(text, before[name])] as const);
  return Object.fromEntries([...kept, ...said]);
}

/** Whether what was typed says anything else than what stood there. */
export const isChanged = (before: Properties, typed: Readonly<Record<string, string>>): boolean =>
  Object.entries(typed).some(([name, text]) => text !== typedProperties(before)[name]);
