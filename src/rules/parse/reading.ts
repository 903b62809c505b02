import type { SyntaxNode } from "@lezer/common";
import type { Note } from "../diagnose/findings.ts";
import type { Span } from "../ir.ts";
import type { Syntax } from "./syntax.ts";

/** Turns one node of the grammar's tree into ours; undefined when a finding says why not. */
export type Convert = (reading: Reading, node: SyntaxNode) => Syntax | undefined;

/** What a conversion carries: the text, where findings go, how deep it stands, and the way to
 * convert a part. */
export type Reading = {
  readonly text: string;
  readonly note: Note;
  readonly depth: number;
  readonly convert: Convert;
};

export const spanOf = (node: SyntaxNode): Span => ({ start: node.from, end: node.to });

export const textOf = (reading: Reading, node: SyntaxNode): string =>
  reading.text.slice(node.from, node.to);

const leaves = new Set(["(", ")", "[", "]", ",", "."]);

/** The children that carry meaning, brackets and commas left out. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!leaves.has(child.name)) parts.push(child);
  }
  return parts;
}

export const wordsOf = (reading: Reading, node: SyntaxNode): string[] =>
  partsOf(node).map((part) => textOf(reading, part));

export const endsEarly = (reading: Reading, node: SyntaxNode): undefined =>
  reading.note("syntax_ends_early", {}, spanOf(node));

export const unsupported = (reading: Reading, node: SyntaxNode): undefined =>
  reading.note("syntax_unsupported", { found: textOf(reading, node).slice(0, 40) }, spanOf(node));

/** Converts all, so that every finding is noted; undefined when one of them failed. */
export function convertAll(reading: Reading, nodes: readonly SyntaxNode[]): Syntax[] | undefined {
  const converted = nodes.map((node) => reading.convert(reading, node));
  return converted.every((node) => node !== undefined) ? converted : undefined;
}
