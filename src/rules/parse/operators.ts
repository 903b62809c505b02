import type { SyntaxNode } from "@lezer/common";
import type { Comparison } from "../ir.ts";
import { readIn } from "./membership.ts";
import { convertAll, endsEarly, partsOf, spanOf, textOf, type Reading } from "./reading.ts";
import type { Syntax } from "./syntax.ts";

/** `a and b and c` leans to the left in the grammar; here it is one node with three arguments. */
export function convertChain(
  reading: Reading,
  node: SyntaxNode,
  op: "and" | "or",
): Syntax | undefined {
  const links: SyntaxNode[] = [];
  let rest: SyntaxNode | undefined = node;
  while (rest?.name === node.name) {
    const [left, , right] = partsOf(rest) as (SyntaxNode | undefined)[];
    if (right) links.unshift(right);
    rest = left;
  }
  if (rest) links.unshift(rest);
  const args = convertAll(reading, links);
  return args && { op, args, ...spanOf(node) };
}

export function convertComparison(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [left, word, ...rest] = partsOf(node);
  if (!left || !word) return endsEarly(reading, node);
  if (word.name === "in") return readIn(reading, node);
  if (word.name === "between") return convertBetween(reading, node);
  const right = rest[0];
  if (!right) return endsEarly(reading, node);
  if (left.name === "Comparison") return noteChain(reading, node, left);
  const sides = convertAll(reading, [left, right]);
  if (!sides) return undefined;
  const comparison = textOf(reading, word) as Comparison;
  return {
    op: "compare",
    comparison,
    left: sides[0] as Syntax,
    right: sides[1] as Syntax,
    ...spanOf(node),
  };
}

function noteChain(reading: Reading, node: SyntaxNode, left: SyntaxNode): undefined {
  const middle = left.lastChild ? textOf(reading, left.lastChild) : "b";
  const behind = reading.text.slice(left.to, node.to).trim();
  const write = `${textOf(reading, left)} and ${middle} ${behind}`;
  return reading.note("chained_comparison", { write }, spanOf(node));
}

/** `x between a and b` includes both ends, as `x in [a..b]` does. */
function convertBetween(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [value, , low, , high] = partsOf(node);
  if (!value || !low || !high) return endsEarly(reading, node);
  const [arg, from, to] = convertAll(reading, [value, low, high]) ?? [];
  if (!arg || !from || !to) return undefined;
  const both = { lowIncluded: true, highIncluded: true };
  const tests = [{ kind: "interval" as const, low: from, high: to, ...both }];
  return { op: "in", arg, tests, ...spanOf(node) };
}

const arithmetic: Readonly<Record<string, "add" | "subtract" | "multiply" | "divide">> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
};

export function convertArithmetic(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const parts = partsOf(node);
  const [first, second, third] = parts;
  if (first?.name === "ArithOp" && second) {
    const arg = reading.convert(reading, second);
    return arg && { op: "negate", arg, ...spanOf(node) };
  }
  if (!first || !second || !third) return endsEarly(reading, node);
  const sign = textOf(reading, second);
  const op = arithmetic[sign];
  if (!op) return reading.note("irrational_function", { name: sign }, spanOf(second));
  if (sign === "-" && looksLikeName(reading, node)) {
    const [left, right] = [textOf(reading, first), textOf(reading, third)];
    return reading.note("dash_name", { left, right }, spanOf(node));
  }
  const [left, right] = convertAll(reading, [first, third]) ?? [];
  return left && right && { op, left, right, ...spanOf(node) };
}

const looksLikeName = (reading: Reading, node: SyntaxNode): boolean =>
  /^[\p{L}_][\p{L}\p{N}_.]*(-[\p{L}_][\p{L}\p{N}_.]*)+$/u.test(textOf(reading, node));
