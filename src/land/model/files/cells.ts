import { FileBroken, limits, type Cell } from "./table.ts";
import { isKept } from "./text.ts";

/** A value of a file as a cell: what is nested is kept as its JSON. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return JSON.stringify(value) ?? null;
}

/** The cells of a row by column; the names of columns are words, never names of code. */
export function cellsOf(entries: Iterable<readonly [string, unknown]>): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [name, value] of entries) cells.set(name, cellOf(value));
  if (cells.size > limits.columns) {
    throw new FileBroken("too_many_columns", `${cells.size} > ${limits.columns}`);
  }
  return cells;
}

/** The first cell that no text may be: too long, or holding what no database keeps. */
export function strangeCell(cells: ReadonlyMap<string, Cell>): string | undefined {
  for (const [name, cell] of cells) {
    if (name.length > 200) return `${name.slice(0, 60)}…`;
    if (typeof cell !== "string") continue;
    if (cell.length > limits.cellLength || !isKept(cell)) return name;
  }
  return undefined;
}

/** Numbers the rows of a file and stops at the most that are taken. */
export function nextRow(number: number): number {
  if (number >= limits.rows) throw new FileBroken("too_many_rows", `> ${limits.rows}`);
  return number + 1;
}
