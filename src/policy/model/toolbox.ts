import { accept, refuse, type Decision } from "../../base/decision.ts";
import { clauseHash, withoutTags, type Clause } from "./clause.ts";

/** A table of measures, one numbered row each, as the toolbox prints it page by page. */
export type ReadDocument = {
  readonly title: string;
  /** By position: how many items each mechanism holds. */
  readonly mechanisms: readonly number[];
  readonly clauses: readonly Clause[];
};

export type ReadRefusal =
  | { code: "text_empty" }
  | { code: "text_without_items" }
  | { code: "item_out_of_order"; line: number; expected: number; found: number }
  | { code: "item_incomplete"; line: number; item: number; columns: number }
  | { code: "ordinal_missing"; line: number; item: number }
  | { code: "ordinal_out_of_order"; line: number; item: number; expected: number; found: number };

type Row = { line: number; item: number; standing: string; lead: string; text: string };

const header = /^序号\t/;
const numbered = /^\s*(\d{1,3})\t/;
const ordinal = /^\(([一二三四五六七八九十]{1,3})\)/;
const digits = "一二三四五六七八九十";

/** Reads a Chinese ordinal up to 99: 十六 is 16. */
export function readOrdinal(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return digits.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(text.slice(0, ten)) + 1;
  const ones = text.slice(ten + 1);
  return tens * 10 + (ones === "" ? 0 : digits.indexOf(ones) + 1);
}

/** One numbered row, its five columns. */
function rowOf(line: string, number: number, item: number): Decision<Row, ReadRefusal> {
  const columns = line.split("\t").map((cell) => cell.trim());
  if (columns.length !== 5) {
    return refuse({ code: "item_incomplete", line: number, item, columns: columns.length });
  }
  const [, , standing = "", lead = "", text = ""] = columns;
  return accept({ line: number, item, standing, lead, text });
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

/**
 * The mechanism of each row, told by its own ordinals: a first ordinal opens the next mechanism.
 */
function mechanismsOf(rows: readonly Row[]): Decision<number[], ReadRefusal> {
  const sizes: number[] = [];
  for (const [index, { item, line, text }] of rows.entries()) {
    if (item !== index + 1) {
      return refuse({ code: "item_out_of_order", line, expected: index + 1, found: item });
    }
    const word = ordinal.exec(withoutTags(text).normalize("NFKC"))?.[1];
    if (word === undefined) return refuse({ code: "ordinal_missing", line, item });
    const found = readOrdinal(word);
    const size = sizes.at(-1) ?? 0;
    if (found === 1) sizes.push(1);
    else if (found === size + 1) sizes[sizes.length - 1] = found;
    else {
      return refuse({ code: "ordinal_out_of_order", line, item, expected: size + 1, found });
    }
  }
  return accept(sizes);
}

const clauseOf = (document: string, mechanism: number, row: Row): Clause => ({
  document,
  item: String(row.item),
  mechanism,
  standing: row.standing,
  lead: row.lead,
  text: withoutTags(row.text),
  sha256: clauseHash([row.item, row.standing, row.lead, row.text].join("\t")),
});

/**
 * Reads the toolbox text. Page furniture is left out; what cannot be understood is refused by line.
 */
export function readToolbox(text: string, document: string): Decision<ReadDocument, ReadRefusal> {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  if (lines.every((line) => line.trim() === "")) return refuse({ code: "text_empty" });
  const rows = rowsOf(lines);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return refuse({ code: "text_without_items" });
  const mechanisms = mechanismsOf(rows.value);
  if (!mechanisms.ok) return mechanisms;

  const places = mechanisms.value.flatMap((size, index) => Array<number>(size).fill(index + 1));
  const clauses = rows.value.map((row, index) => clauseOf(document, places[index] ?? 0, row));
  return accept({ title: titleOf(lines), mechanisms: mechanisms.value, clauses });
}

/**
 * The line before the first table that is longest: attachments carry a word such as 附件 above it.
 */
function titleOf(lines: readonly string[]): string {
  const start = lines.findIndex((line) => header.test(line));
  const before = lines.slice(0, Math.max(0, start)).map((line) => line.trim());
  return before.reduce((best, line) => (line.length > best.length ? line : best), "");
}
