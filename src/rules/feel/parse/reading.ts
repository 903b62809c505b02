import type { SyntaxNode } from "@lezer/common";
import type { ErrorCode, RefusalCode } from "../codes.ts";
import type { Span } from "../machine.ts";
import { normalName } from "./strings.ts";
import type { Syntax } from "./syntax.ts";
import type { Trouble } from "./scan.ts";

/** What converting a tree shares: its text, what went wrong first, and how deep it stands. */
export type Reading = {
  readonly text: string;
  readonly ranges: ReadonlySet<number>;
  readonly troubles: Trouble[];
  readonly depth: number;
  readonly convert: Convert;
};

export type Convert = (reading: Reading, node: SyntaxNode) => Syntax | undefined;

export const spanOf = ({ from, to }: SyntaxNode): Span => ({ start: from, end: to });

export const textOf = (reading: Reading, node: SyntaxNode): string =>
  reading.text.slice(node.from, node.to);

const comments = new Set(["LineComment", "BlockComment"]);

/** The children of a node, comments left out. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let part = node.firstChild; part; part = part.nextSibling) {
    if (!comments.has(part.name)) parts.push(part);
  }
  return parts;
}

const signs = new Set(["(", ")", "[", "]", "{", "}", ".", ".."]);

/** The children of a node that say something, brackets and dots left out. */
export const contentOf = (node: SyntaxNode): SyntaxNode[] =>
  partsOf(node).filter(({ name }) => !signs.has(name));

/** Says what went wrong at a node. */
export function trouble(
  reading: Reading,
  code: ErrorCode | RefusalCode,
  node: SyntaxNode,
): undefined {
  reading.troubles.push({ code, span: spanOf(node) });
}

/** The name that a node stands for. */
export const nameOf = (reading: Reading, node: SyntaxNode): string =>
  normalName(textOf(reading, node).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g, " "));

/** Each node converted, or undefined when one of them could not be. */
export function convertAll(
  reading: Reading,
  nodes: readonly SyntaxNode[],
): readonly Syntax[] | undefined {
  const converted: Syntax[] = [];
  for (const node of nodes) {
    const one = reading.convert(reading, node);
    if (!one) return undefined;
    converted.push(one);
  }
  return converted;
}
