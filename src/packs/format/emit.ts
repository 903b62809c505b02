import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import type { YamlFile } from "../yaml.ts";
import { anchored, flowText } from "./flow.ts";
import { writeScalar, type Written } from "./scalar.ts";
import { columnsOf, mostColumns } from "./width.ts";

type Collection = YAMLMap<unknown, unknown> | YAMLSeq;
type Noted = Partial<Pick<Node, "commentBefore" | "comment" | "spaceBefore">>;

/** Where a value begins: its own indentation, and the columns that are taken before it. */
type Place = { readonly indent: number; readonly taken: number; readonly source: string };

const pad = (indent: number): string => " ".repeat(indent);
const isCollection = (node: unknown): node is Collection => isMap(node) || isSeq(node);
const noted = (node: unknown): Noted => (node ?? {}) as Noted;

/** Comments as lines; an empty one among them stays. */
const commentLines = (comment: string | null | undefined, indent: number): readonly string[] =>
  comment ? comment.split("\n").map((line) => (line === "" ? "" : `${pad(indent)}#${line}`)) : [];

const trailing = (node: unknown): string => {
  const { comment } = noted(node);
  return comment ? ` #${comment}` : "";
};

/** Lines under each other, with an empty one between where the author left one. */
function appendTo(lines: string[], more: readonly string[], isSpaced: boolean): void {
  if (isSpaced && lines.length > 0 && lines.at(-1) !== "") lines.push("");
  lines.push(...more);
}

/** Writes a file anew: its values, comments and empty lines as they are, in one form. */
export function emit({ document, text }: YamlFile): string {
  const { contents, commentBefore, comment } = document;
  const place = { indent: 0, taken: 0, source: text };
  const { head, below } = valueOf(contents, place);
  const lines: string[] = [...commentLines(commentBefore, 0)];
  appendTo(lines, head === "" ? [] : [head], true);
  appendTo(lines, below, true);
  appendTo(lines, commentLines(comment, 0), true);
  return `${lines.join("\n").replace(/^\n+|\n+$/g, "")}\n`;
}

/** A value behind its key or its dash. */
function valueOf(node: unknown, place: Place): Written {
  const { indent, taken, source } = place;
  if (isScalar(node)) {
    const { head, below } = writeScalar(node, source);
    if (below.length > 0) return { head: anchored(node, head), below: padded(below, indent) };
    return { head: anchored(node, head) + trailing(node), below: [] };
  }
  if (!isCollection(node))
    return { head: (flowText(node, source) ?? "") + trailing(node), below: [] };
  const isOne = node.flow === true || node.items.length === 0;
  const flow = isOne ? flowText(node, source) : undefined;
  if (flow !== undefined && taken + columnsOf(flow) <= mostColumns) {
    return { head: flow + trailing(node), below: [] };
  }
  return { head: anchored(node, ""), below: blockLines(node, place) };
}

const padded = (lines: readonly string[], indent: number): readonly string[] =>
  lines.map((line) => (line === "" ? "" : pad(indent) + line));

function blockLines(node: Collection, { indent, source }: Place): readonly string[] {
  const lines: string[] = [];
  for (const item of node.items) {
    const isSpaced = noted(isMap(node) ? (item as Pair).key : item).spaceBefore === true;
    const written = isMap(node)
      ? pairLines(item as Pair, indent, source)
      : itemLines(item, indent, source);
    appendTo(lines, written, isSpaced);
  }
  return [...lines, ...commentLines(node.flow ? undefined : node.comment, indent)];
}

function pairLines({ key, value }: Pair, indent: number, source: string): readonly string[] {
  const name = flowText(key, source) ?? "?";
  const column = indent + columnsOf(name) + 2;
  const { head, below } = valueOf(value, { indent: indent + 2, taken: column, source });
  const [beside, above] = commentsOf(key, value, source);
  const first = [`${pad(indent)}${name}:`, head].filter((text) => text !== "").join(" ");
  return [
    ...commentLines(noted(key).commentBefore, indent),
    first + beside,
    ...commentLines(above, indent + 2),
    ...below,
  ];
}

/** The comment behind a key, and those above what the key holds. */
function commentsOf(
  key: unknown,
  value: unknown,
  source: string,
): readonly [string, string | undefined] {
  const { commentBefore } = noted(value);
  if (!commentBefore) return ["", undefined];
  const [, end = 0] = (key as Node).range ?? [];
  const isBeside = /^\s*:[^\S\n]*#/.test(source.slice(end));
  if (!isBeside) return ["", commentBefore];
  const [first = "", ...rest] = commentBefore.split("\n");
  return [` #${first}`, rest.length > 0 ? rest.join("\n") : undefined];
}

function itemLines(item: unknown, indent: number, source: string): readonly string[] {
  const { head, below } = valueOf(item, { indent: indent + 2, taken: indent + 2, source });
  const above = commentLines(noted(item).commentBefore, indent);
  const isBlock = isCollection(item) && head === "";
  if (!isBlock) return [...above, `${pad(indent)}- ${head}`.trimEnd(), ...below];
  const [first = "", ...rest] = below;
  return [...above, `${pad(indent)}- ${first.slice(indent + 2)}`, ...rest];
}
