import type { Line } from "./lines.ts";
import { openNode, takeLast, type Tree } from "./tree.ts";

/** A table in a running text: it may go on over pages, its head repeated. */
export type Table = {
  readonly item: string;
  readonly head: string;
  readonly columns: number;
  rows: number;
};

export type Tables = { count: number; open: Table | undefined };

const caption = /^表\s*(\d{1,2})\s*[—–-]\s*(\d{1,2})/;
const note = /^注[:：]/;

/** A table bears the number that the document gives it, else its place among those without one. */
function itemOf(heading: string, tables: Tables): string {
  const found = caption.exec(heading);
  if (found) return `table-${found[1]}-${found[2]}`;
  tables.count += 1;
  return `table-${tables.count}`;
}

const joined = (cells: readonly string[]): string => cells.filter((cell) => cell !== "").join("\t");

/** The first line of a table is its head; the paragraph above it names the table. */
function openTable(tree: Tree, tables: Tables, line: Line): void {
  const heading = takeLast(tree) ?? "";
  const item = itemOf(heading, tables);
  const cells = line.text.split("\t");
  tables.open = { item, head: line.text, columns: cells.length, rows: 0 };
  const here = { ordinal: 1, within: item, line: heading, lineNumber: line.number };
  openNode(tree, { kind: "table", level: 7, item, cells, ...here });
}

function openRow(tree: Tree, table: Table, line: Line): void {
  const cells = line.text.split("\t");
  table.rows += 1;
  const item = `${table.item}.${table.rows}`;
  if (cells.length !== table.columns) {
    const found = { columns: cells.length, expected: table.columns };
    tree.refusal ??= { code: "item_incomplete", line: line.number, item, ...found };
  }
  const here = { ordinal: table.rows, line: joined(cells), lineNumber: line.number };
  openNode(tree, { kind: "row", level: 8, item, cells, ...here });
}

/** Takes a line that belongs to a table; tells whether it did. */
export function readTableLine(tree: Tree, tables: Tables, line: Line): boolean {
  const { open } = tables;
  if (open && note.test(line.text)) {
    const here = { ordinal: 1, line: line.text, lineNumber: line.number };
    openNode(tree, { kind: "note", level: 8, item: `${open.item}.note`, ...here });
    return true;
  }
  if (!line.text.includes("\t")) return false;
  if (!open) openTable(tree, tables, line);
  else if (line.text !== open.head) openRow(tree, open, line);
  return true;
}

/** Text ends a table, blank lines and pages do not. */
export function tableOver(tree: Tree, tables: Tables): void {
  if (!tables.open) return;
  tables.open = undefined;
  while ((tree.open.at(-1)?.level ?? 0) >= 7) tree.open.pop();
}
