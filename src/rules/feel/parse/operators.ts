import type { SyntaxNode } from "@lezer/common";
import type { Operator } from "../arithmetic.ts";
import type { Sign } from "../compare.ts";
import {
  contentOf,
  convertAll,
  partsOf,
  spanOf,
  textOf,
  trouble,
  type Reading,
} from "./reading.ts";
import { convertType } from "./types.ts";
import type { Syntax } from "./syntax.ts";

const comparisons: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);
const operators: ReadonlySet<string> = new Set<Operator>(["+", "-", "*", "/", "**"]);

const isComparison = (sign: string): sign is Sign | "=" | "!=" => comparisons.has(sign);
const isOperator = (sign: string): sign is Operator => operators.has(sign);

export function convertArithmetic(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first, second, third] = partsOf(node);
  if (!first || !second) return trouble(reading, "syntax", node);
  if (!third) {
    const arg = reading.convert(reading, second);
    return arg && { op: "negate", arg, ...spanOf(node) };
  }
  const sign = textOf(reading, second);
  const [left, right] = convertAll(reading, [first, third]) ?? [];
  if (!left || !right) return undefined;
  if (!isOperator(sign)) return trouble(reading, "syntax", second);
  return { op: "arithmetic", sign, left, right, ...spanOf(node) };
}

export function convertLogic(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [left, right] = convertAll(reading, [...outerParts(node)]) ?? [];
  const op = node.name === "Conjunction" ? "and" : "or";
  return left && right && { op, left, right, ...spanOf(node) };
}

/** The two sides of an operator that is a word. */
const outerParts = (node: SyntaxNode): SyntaxNode[] =>
  partsOf(node).filter(({ name }) => name !== "and" && name !== "or");

export function convertComparison(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const parts = partsOf(node);
  const [first, second] = parts;
  if (!first || !second) return trouble(reading, "syntax", node);
  if (second.name === "in") return convertIn(reading, node);
  if (second.name === "between") return convertBetween(reading, node);
  const sign = textOf(reading, second);
  const [left, right] = convertAll(reading, [first, ...parts.slice(2)]) ?? [];
  if (!left || !right) return undefined;
  if (!isComparison(sign)) return trouble(reading, "syntax", second);
  return { op: "compare", sign, left, right, ...spanOf(node) };
}

function convertBetween(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const sides = partsOf(node).filter(({ name }) => name !== "between" && name !== "and");
  const [value, low, high] = convertAll(reading, sides) ?? [];
  return value && low && high && { op: "between", value, low, high, ...spanOf(node) };
}

function convertIn(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [subject, , ...rest] = contentOf(node);
  const list = rest.flatMap((part) =>
    part.name === "PositiveUnaryTests" ? contentOf(part) : [part],
  );
  if (!subject || list.length === 0) return trouble(reading, "syntax", node);
  const [value, ...tests] = convertAll(reading, [subject, ...list]) ?? [];
  return value && { op: "in", value, tests, ...spanOf(node) };
}

/** `< 10` and `[1..2]`, which are ranges wherever they stand. */
export function convertTest(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [first, second] = partsOf(node);
  if (first?.name === "Interval") return convertInterval(reading, first);
  if (!first || !second) return trouble(reading, "syntax", node);
  const sign = textOf(reading, first);
  const arg = reading.convert(reading, second);
  if (!isComparison(sign)) return trouble(reading, "syntax", first);
  return arg && { op: "test", sign, arg, ...spanOf(node) };
}

function convertInterval(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const text = textOf(reading, node);
  const [low, high] = convertAll(reading, contentOf(node)) ?? [];
  if (!low || !high) return undefined;
  const [isLowClosed, isHighClosed] = [text.startsWith("["), text.endsWith("]")];
  return { op: "range", low, high, isLowClosed, isHighClosed, ...spanOf(node) };
}

export function convertInstance(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const parts = partsOf(node);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || last?.name !== "Type") return trouble(reading, "syntax", node);
  const value = reading.convert(reading, first);
  return value && { op: "instance", value, type: convertType(reading, last), ...spanOf(node) };
}
