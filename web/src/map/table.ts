import type { Locale } from "../../../src/base/message.ts";
import type { Feature } from "../api/land.ts";

export type Cell = string | number;
export type Row = { readonly id: string; readonly cells: Readonly<Record<string, Cell>> };

/** Told apart from the rest, or shown elsewhere. */
const left = new Set(["name_en", "synthetic", "adcode", "code"]);
const first = ["name", "id", "kind", "class"];
const mostColumns = 9;

const isCell = (value: unknown): value is Cell | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** The properties that features have, the name first; what only few have comes last. */
export function columnsOf(features: readonly Feature[]): string[] {
  const counts = new Map<string, number>();
  const filled = features.flatMap(({ properties }) => Object.entries(properties));
  for (const [name, value] of filled) {
    if (isCell(value) && !left.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rank = (name: string): number => {
    const at = first.indexOf(name);
    return at < 0 ? first.length : at;
  };
  return [...counts]
    .sort(([a, many], [b, others]) => rank(a) - rank(b) || others - many || (a < b ? -1 : 1))
    .slice(0, mostColumns)
    .map(([name]) => name);
}

type WordOf = (column: string, code: string) => string;

function cellOf(column: string, value: Cell | boolean, wordOf: WordOf): Cell {
  if (typeof value === "boolean") return value ? "✓" : "✗";
  return typeof value === "string" ? wordOf(column, value) : value;
}

function rowOf({ id, properties }: Feature, { locale, wordOf }: Reading): Row {
  const cells = Object.entries(properties).flatMap(([name, value]) =>
    isCell(value) ? [[name, cellOf(name, value, wordOf)]] : [],
  );
  const own = Object.fromEntries(cells) as Record<string, Cell>;
  const name = locale === "en" ? (own["name_en"] ?? own["name"]) : own["name"];
  return { id, cells: { ...own, ...(name !== undefined && { name }), id } };
}

type Reading = {
  readonly locale: Locale;
  readonly words: string;
  readonly column: string;
  readonly isDown: boolean;
  /** The reader's word for what a column holds as a code. */
  readonly wordOf: WordOf;
};

/** Numbers by size, words as the language sorts them, what is missing always last. */
function compare(a: Cell | undefined, b: Cell | undefined, locale: Locale): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), locale === "zh" ? "zh-CN" : "en", { numeric: true });
}

/** The rows that hold the words, in the order of a column. */
export function rowsOf(features: readonly Feature[], reading: Reading): Row[] {
  const { locale, words, column, isDown } = reading;
  const wanted = words.trim().toLowerCase();
  const rows = features.map((feature) => rowOf(feature, reading));
  const found = rows.filter(({ cells }) =>
    Object.values(cells).some((cell) => String(cell).toLowerCase().includes(wanted)),
  );
  return found.sort((a, b) => {
    const [one, other] = [a.cells[column], b.cells[column]];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined);
    }
    return compare(one, other, locale) * (isDown ? -1 : 1);
  });
}
