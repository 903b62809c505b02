import { openGrid } from "./grid.ts";
import { readText } from "./text.ts";
import { FileBroken, limits, type Cell, type FileTable } from "./table.ts";

/** The sign between cells: the one of which the heading has most. */
function separatorOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string): number => heading.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Reads a cell in quotes from its first quote on. */
function quoted(text: string, from: number): { cell: string; next: number } {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new FileBroken("broken", `CSV: a quote is never closed, at ${from}`);
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return { cell, next: end + 1 };
    cell += '"';
    at = end + 2;
  }
}

/** Where a bare cell ends: at a separator or the end of its line. */
function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") {
    at += 1;
  }
  return at;
}

/**
 * What we wrote before a formula so that no table runs it is taken off again: a quote before a
 * sign that begins one.
 */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The rows of a CSV text, one after the other (RFC 4180). */
export function* csvRows(text: string, separator: string): Iterable<readonly Cell[]> {
  let row: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const start = text[at] === '"' ? quoted(text, at) : { cell: "", next: at };
    const end = endOfCell(text, start.next, separator);
    row.push(unguarded(start.cell + text.slice(start.next, end)));
    if (row.length > limits.columns) {
      throw new FileBroken("too_many_columns", `> ${limits.columns}`);
    }
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

/** Whether a text is a number as we would write it: "007" and "1.50" stay texts. */
const isNumber = (cell: Cell): boolean => typeof cell === "string" && String(Number(cell)) === cell;
const isTruth = (cell: Cell): boolean => cell === "true" || cell === "false";

type Rows = () => Iterable<readonly Cell[]>;

/** The columns of which every cell below the heading is of one kind. */
function columnsWhere(rows: Rows, holds: (cell: Cell) => boolean): ReadonlySet<number> {
  const seen = new Set<number>();
  const others = new Set<number>();
  let isHeading = true;
  for (const row of rows()) {
    if (isHeading) isHeading = false;
    else {
      row.forEach((cell, place) => {
        if (cell !== "") (holds(cell) ? seen : others).add(place);
      });
    }
  }
  return new Set([...seen].filter((place) => !others.has(place)));
}

/** CSV has texts alone: a column of nothing but numbers is one of numbers. */
function typed(rows: Rows): Rows {
  const numbers = columnsWhere(rows, isNumber);
  const truths = columnsWhere(rows, isTruth);
  const typedCell = (cell: Cell, place: number): Cell => {
    if (cell === "") return null;
    if (numbers.has(place)) return Number(cell);
    return truths.has(place) ? cell === "true" : cell;
  };
  return function* () {
    let isHeading = true;
    for (const row of rows()) {
      yield isHeading ? row : row.map(typedCell);
      isHeading = false;
    }
  };
}

/** CSV with a heading, in UTF-8 or GBK, its places as WKT or in two columns. */
export function openCsv(bytes: Uint8Array): FileTable {
  const { text, encoding } = readText(bytes);
  const separator = separatorOf(text);
  const rows = typed(() => csvRows(text, separator));
  return openGrid({ form: "csv", encoding, table: null, rows });
}
