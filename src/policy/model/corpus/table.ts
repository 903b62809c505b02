import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { clauseHash, withoutTags, type ReadClause } from "../clause.ts";
import { rawLines } from "./lines.ts";
import { numberOf } from "./ordinals.ts";
import type { ReadText } from "./read-text.ts";
import type { ReadRefusal } from "./refusals.ts";

/**
 * A table of measures as pages print it: five columns, a head repeated on each page, a mechanism
 * named in a column that pages label wrongly or not at all.
 */
type Row = {
  readonly line: number;
  readonly item: number;
  readonly label: string;
  readonly standing: string;
  readonly lead: string;
  text: string;
};

const header = /^序号\t/;
const numbered = /^\s*(\d{1,3})\t/;

/** Whether a text is such a table. */
export const isTable = (lines: readonly string[]): boolean =>
  lines.some((line) => header.test(line));

/** One numbered row, its five columns. */
function rowOf(line: string, number: number, item: number): Decision<Row, ReadRefusal> {
  const columns = line.split("\t").map((cell) => cell.trim());
  if (columns.length !== 5) {
    const found = { line: number, item: String(item), columns: columns.length, expected: 5 };
    return refuse({ code: "item_incomplete", ...found });
  }
  const [, label = "", standing = "", lead = "", text = ""] = columns;
  return accept({ line: number, item, label, standing, lead, text });
}

/** Splits the file into rows: a header repeats on each page, a row may go on in the next line. */
function rowsOf(lines: readonly string[]): Decision<Row[], ReadRefusal> {
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (header.test(line) || line.trim() === "") continue;
    const item = numbered.exec(line)?.[1];
    const last = rows.at(-1);
    if (item === undefined && last) last.text += line.trim();
    if (item === undefined) continue;
    const row = rowOf(line, index + 1, Number(item));
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return accept(rows);
}

type Placed = { readonly row: Row; readonly mechanism: number; readonly ordinal: number };

/**
 * The mechanism of each row, told by its own ordinals: a first ordinal opens the next mechanism.
 */
function placesOf(rows: readonly Row[]): Decision<Placed[], ReadRefusal> {
  const placed: Placed[] = [];
  for (const [index, row] of rows.entries()) {
    const { item, line, text } = row;
    if (item !== index + 1) {
      return refuse({ code: "item_out_of_order", line, expected: index + 1, found: item });
    }
    const number = numberOf(withoutTags(text).trim());
    if (number?.mark !== "bracket") return refuse({ code: "ordinal_missing", line, item });
    const { mechanism = 0, ordinal = 0 } = placed.at(-1) ?? {};
    const isFirst = number.ordinal === 1;
    if (!isFirst && number.ordinal !== ordinal + 1) {
      const where = { line, under: mechanismItem(Math.max(mechanism, 1)) };
      const figures = { expected: ordinal + 1, found: number.ordinal };
      return refuse({ code: "ordinal_out_of_order", ...where, ...figures });
    }
    placed.push({ row, mechanism: mechanism + (isFirst ? 1 : 0), ordinal: number.ordinal });
  }
  return accept(placed);
}

const mechanismItem = (mechanism: number): string => `group-${mechanism}`;

/** The mechanisms' names as pages print them beside rows of their own: pages mislabel others. */
function namesOf(rows: readonly Placed[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { row, mechanism } of rows) {
    const name = withoutTags(row.label);
    const isOwn = numberOf(name)?.ordinal === mechanism;
    if (isOwn && !names.has(mechanism)) names.set(mechanism, name);
  }
  return names;
}

function groupOf(mechanism: number, heading: string): ReadClause {
  const place = { item: mechanismItem(mechanism), parent: null, ordinal: mechanism };
  const own = { heading, cells: [], text: heading, sha256: clauseHash(heading) };
  return { ...place, kind: "group", ...own };
}

function itemOf({ row, mechanism, ordinal }: Placed): ReadClause {
  const text = withoutTags(row.text);
  return {
    item: String(row.item),
    parent: mechanismItem(mechanism),
    kind: "item",
    ordinal,
    heading: /^[^。]{0,200}/.exec(text)?.[0] ?? "",
    cells: [row.standing, row.lead],
    text,
    sha256: clauseHash([row.item, row.standing, row.lead, row.text].join("\t")),
  };
}

/**
 * The line before the first table that is longest: attachments carry a word such as 附件 above it.
 */
function titleOf(lines: readonly string[]): string {
  const start = lines.findIndex((line) => header.test(line));
  const before = lines.slice(0, Math.max(0, start)).map((line) => line.trim());
  return before.reduce((best, line) => (line.length > best.length ? line : best), "");
}

/**
 * Reads a table of measures. Page furniture is left out; what cannot be understood is refused by
 * line.
 */
export function readTable(text: string): Decision<ReadText, ReadRefusal> {
  const lines = rawLines(text);
  const rows = rowsOf(lines);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return refuse({ code: "text_without_items" });
  const placed = placesOf(rows.value);
  if (!placed.ok) return placed;
  const names = namesOf(placed.value);
  const clauses = placed.value.flatMap((one) => [
    ...(one.ordinal === 1 ? [groupOf(one.mechanism, names.get(one.mechanism) ?? "")] : []),
    itemOf(one),
  ]);
  return accept({ shape: "table", title: titleOf(lines), clauses });
}
