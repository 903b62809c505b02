/** The leaves of a table of messages, by dotted key. */
type Leaves = ReadonlyMap<string, unknown>;

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `levelsZh` and `levelsEn` are one key, as `zh` and `en` are, and `chinese` and `english`. */
const withoutLocale = (name: string): string =>
  name.replace(/(^zh|^en|Zh|En|^chinese|^english)$/, "");

/** Marks drawn as one Chinese character, and the name of the other language, in its own script. */
const ownScript = /(^|\.)(seals|otherLanguage)(\.|$)/;

function leavesOf(table: Readonly<Record<string, unknown>>, prefix = ""): Leaves {
  return new Map(
    Object.entries(table).flatMap(([name, value]): [string, unknown][] => {
      const key = prefix === "" ? withoutLocale(name) : `${prefix}.${name}`;
      return isTable(value) ? [...leavesOf(value, key || "*")] : [[key, value]];
    }),
  );
}

const han = /\p{Script=Han}/u;
const spoken = (value: unknown): string =>
  typeof value === "function" ? Function.prototype.toString.call(value) : JSON.stringify(value);

function differences(zh: Leaves, en: Leaves): string[] {
  const missing = [...zh.keys()].filter((key) => !en.has(key)).map((key) => `en lacks ${key}`);
  const extra = [...en.keys()].filter((key) => !zh.has(key)).map((key) => `zh lacks ${key}`);
  return [...missing, ...extra];
}

function faultsOfPair(key: string, zh: unknown, en: unknown): string[] {
  if (typeof zh !== typeof en) return [`${key} is a ${typeof zh} in zh, a ${typeof en} in en`];
  if (zh === "" || en === "") return [`${key} is empty`];
  return han.test(spoken(en)) && !ownScript.test(key) ? [`${key} holds Chinese in en`] : [];
}

/** Every way in which the English table is not the Chinese one said in English. */
export function compareMessages(
  zh: Readonly<Record<string, unknown>>,
  en: Readonly<Record<string, unknown>>,
): string[] {
  const [left, right] = [leavesOf(zh), leavesOf(en)];
  const pairs = [...left].filter(([key]) => right.has(key));
  return [
    ...differences(left, right),
    ...pairs.flatMap(([key, value]) => faultsOfPair(key, value, right.get(key))),
  ];
}
