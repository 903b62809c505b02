import type { VerdictRows } from "./verdict-rows.ts";

/** Texts that a spreadsheet would take for a formula, and run. */
const looksLikeFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

export type TableCell = string | number | boolean | null;

/** A number is written as it is; a text that begins like a formula begins with an apostrophe. */
export function cellText(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = looksLikeFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const names = (rows: VerdictRows): (keyof VerdictRows)[] =>
  Object.keys(rows) as (keyof VerdictRows)[];

export const csvHead = (rows: VerdictRows): string => `${names(rows).join(",")}\r\n`;

/** The rows as lines of CSV (RFC 4180). */
export function csvLines(rows: VerdictRows): string {
  const columns: readonly (readonly TableCell[])[] = names(rows).map((name) => rows[name]);
  return rows.case
    .map((_, at) => `${columns.map((column) => cellText(column[at]!)).join(",")}\r\n`)
    .join("");
}
