import { accept, type Decision } from "../../../base/decision.ts";
import { cleanLines, rawLines } from "./lines.ts";
import { numberOf, ordinalAlone } from "./ordinals.ts";
import type { ReadText } from "./read-text.ts";
import type { ReadRefusal } from "./refusals.ts";
import { grown, lastOrdinal, openNode, plantTree, say, type Tree } from "./tree.ts";

/** A table that was laid flat: one cell a line, its first columns repeated on each page. */
type Cell = { readonly text: string; readonly number: number; readonly afterBlank: boolean };

const heads = new Set(["序号", "政策", "机制", "政策机制", "主要", "举措", "主要举措", "具体做法"]);

/** Whether a text is such a table: the word over its first column stands alone in a line. */
export const isFlatTable = (lines: readonly string[]): boolean =>
  lines.some((line) => line.trim() === "序号");

function cellsOf(text: string): Cell[] {
  const lines = cleanLines(rawLines(text)).map((line) => ({ ...line, text: line.text.trim() }));
  return lines.flatMap(({ text: cell, number }, index) => {
    if (cell === "" || heads.has(cell)) return [];
    return [{ text: cell, number, afterBlank: lines[index - 1]?.text === "" }];
  });
}

/** A mechanism opens once: on the next page, number and name stand there again. */
function openMechanism(tree: Tree, number: Cell, name: Cell): void {
  const line = `${number.text}　${name.text}`;
  const ordinal = ordinalAlone(number.text) ?? 0;
  if (lastOrdinal(tree, { kind: "part", within: "" }) === ordinal) return;
  openNode(tree, { kind: "part", level: 1, ordinal, line, lineNumber: number.number });
}

function readCell(tree: Tree, cell: Cell): void {
  const found = numberOf(cell.text);
  const here = { ordinal: found?.ordinal ?? 0, line: cell.text, lineNumber: cell.number };
  if (found?.mark === "bracket") openNode(tree, { kind: "item", level: 2, ...here });
  else if (found?.mark === "digit") {
    openNode(tree, { kind: "point", level: 3, runsOn: true, ...here });
  } else say(tree, cell.text, cell.afterBlank);
}

/** Reads a flat table: mechanisms, measures, practices. It bears no title. */
export function readFlatTable(text: string): Decision<ReadText, ReadRefusal> {
  const tree = plantTree();
  const cells = cellsOf(text);
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1];
    const isName = before !== undefined && ordinalAlone(before.text) !== undefined;
    if (ordinalAlone(cell.text) !== undefined) continue;
    if (before && isName) openMechanism(tree, before, cell);
    else readCell(tree, cell);
  }
  const clauses = grown(tree);
  return clauses.ok
    ? accept({ shape: "flat_table", title: undefined, clauses: clauses.value })
    : clauses;
}
