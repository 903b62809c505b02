type Unknown = { name: string; nearest: string | undefined };

/** Says in Chinese that a name is not known, and which one is near. */
export const unknown =
  (what: string, where: string) =>
  ({ name, nearest }: Unknown) =>
    [`没有叫“${name}”的${what}`, nearest === undefined ? where : `是否想写 ${nearest}？`] as const;

const kinds: Readonly<Record<string, string>> = {
  boolean: "是非",
  number: "数量",
  enumeration: "选项",
  text: "文字",
  date: "日期",
  list: "清单",
  derived: "推算",
  quantity: "数量",
  geometry: "图形",
};
/** A type as a Chinese word. */
export const kind = (name: string): string => kinds[name] ?? name;
/** A unit as it is written in Chinese. */
export const unit = (name: string): string => (name === "1" ? "无单位的数" : name);
