import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { clauseHash, type ReadClause } from "../clause.ts";
import type { ReadRefusal } from "./refusals.ts";

/** Something numbered that opens in a text: everything as deep as it, or deeper, is over. */
export type Opening = {
  readonly kind: ReadClause["kind"];
  /** How deep it lies: 1 is the outermost. */
  readonly level: number;
  readonly ordinal: number;
  /** The words that open it, its number included. */
  readonly line: string;
  readonly lineNumber: number;
  /** Its heading is the first sentence of a text that goes on. */
  readonly runsOn?: boolean;
  /** Its address, where that is not its ordinal under its parent. */
  readonly item?: string;
  /** What its ordinals are counted within, where that is not its parent. */
  readonly within?: string;
  readonly cells?: readonly string[];
};

type Node = Opening & {
  readonly item: string;
  readonly parent: string | null;
  /** Each in the pieces that its lines brought: joined once, so that a long text costs no more. */
  readonly paragraphs: string[][];
};

/** A text as far as it has been read. */
export type Tree = {
  readonly nodes: Node[];
  /** From the outermost to the innermost that may still go on. */
  readonly open: Node[];
  /** The last ordinal of each kind, by what it is counted within. */
  readonly last: Map<string, number>;
  refusal: ReadRefusal | undefined;
};

export const plantTree = (): Tree => ({
  nodes: [],
  open: [],
  last: new Map(),
  refusal: undefined,
});

const sentenceEnd = /[。！？；：:”）)]$/;
const label = /^[^\s，。；：:,]{2,6}：/;
const firstSentence = /^[^。]{0,200}/;

type Series = { readonly kind: ReadClause["kind"]; readonly within: string };

const seriesKey = ({ kind, within }: Series): string => `${within}\u0000${kind}`;

/** The ordinal that a series has come to. */
export const lastOrdinal = (tree: Tree, series: Series): number | undefined =>
  tree.last.get(seriesKey(series));

/** Holds an ordinal against the one before it; the first that is out of order refuses the text. */
function count(tree: Tree, { kind, ordinal, lineNumber }: Opening, within: string): void {
  const key = seriesKey({ kind, within });
  const before = tree.last.get(key);
  const expected = before === undefined ? Math.min(ordinal, 1) : before + 1;
  tree.last.set(key, ordinal);
  if (ordinal === expected) return;
  const where = { line: lineNumber, under: within };
  tree.refusal ??= { code: "ordinal_out_of_order", ...where, expected, found: ordinal };
}

export function openNode(tree: Tree, opening: Opening): void {
  while ((tree.open.at(-1)?.level ?? 0) >= opening.level) tree.open.pop();
  const parent = tree.open.at(-1)?.item ?? null;
  const item = opening.item ?? [parent ?? [], opening.ordinal].flat().join(".");
  count(tree, opening, opening.within ?? parent ?? "");
  const node = { ...opening, item, parent, paragraphs: [[opening.line]] };
  tree.nodes.push(node);
  tree.open.push(node);
}

/**
 * A line of text. A page or a column may cut a sentence: the line goes on where the sentence was,
 * unless a blank line stands behind a full one.
 */
export function say(tree: Tree, text: string, afterBlank: boolean): void {
  const node = tree.open.at(-1);
  if (!node) return;
  const pieces = node.paragraphs.at(-1);
  const isHeading = node.paragraphs.length === 1 && node.runsOn !== true;
  const isOver = afterBlank && sentenceEnd.test(pieces?.at(-1) ?? "");
  if (!pieces || isHeading || isOver || label.test(text)) node.paragraphs.push([text]);
  else pieces.push(text);
}

/** Takes the last line back: it was the heading of what comes now. */
export function takeLast(tree: Tree): string | undefined {
  const paragraphs = tree.open.at(-1)?.paragraphs ?? [];
  const pieces = paragraphs.at(-1);
  if (!pieces || paragraphs.length < 2) return undefined;
  const line = pieces.pop();
  if (pieces.length === 0) paragraphs.pop();
  return line;
}

function clauseOf({ item, parent, kind, ordinal, ...node }: Node): ReadClause {
  const paragraphs = node.paragraphs.map((pieces) => pieces.join(""));
  const text = paragraphs.join("\n");
  const [first = ""] = paragraphs;
  const heading = node.runsOn ? (firstSentence.exec(first)?.[0] ?? "") : first;
  const cells = node.cells ?? [];
  return { item, parent, kind, ordinal, heading, cells, text, sha256: clauseHash(text) };
}

/** The clauses in the order of the text, or the first thing that was out of order. */
export function grown(tree: Tree): Decision<ReadClause[], ReadRefusal> {
  if (tree.refusal) return refuse(tree.refusal);
  if (tree.nodes.length === 0) return refuse({ code: "text_without_items" });
  return accept(tree.nodes.map(clauseOf));
}
