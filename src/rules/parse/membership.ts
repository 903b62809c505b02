import type { SyntaxNode } from "@lezer/common";
import type { Comparison } from "../ir.ts";
import { convertAll, endsEarly, partsOf, spanOf, textOf, type Reading } from "./reading.ts";
import type { Range, Syntax, Test } from "./syntax.ts";

const logic = new Set(["Conjunction", "Disjunction"]);

/** Reads `x in …`. The grammar lets `in` swallow a following `and`: that is refused with the
 * brackets to write. */
export function readIn(reading: Reading, node: SyntaxNode): Syntax | undefined {
  const [value, , list] = partsOf(node);
  if (!value || !list) return endsEarly(reading, node);
  const negated = /^([\s\S]+)\snot$/.exec(textOf(reading, value))?.[1];
  if (negated !== undefined) {
    const text = textOf(reading, list);
    const behind = /^[[(\]]/.test(text) ? text : `(${text})`;
    const write = `not(${negated} in ${behind})`.replace(/\s+/g, " ");
    return reading.note("not_in", { write }, spanOf(node));
  }
  const inner = list.name === "PositiveUnaryTest" ? partsOf(list)[0] : list;
  if (!inner) return endsEarly(reading, node);
  if (logic.has(inner.name)) return noteSwallowed(reading, node, inner);
  const arg = reading.convert(reading, value);
  const tests = testsOf(inner).map((test) => readTest(reading, test));
  if (!arg || !tests.every((test) => test !== undefined)) return undefined;
  return { op: "in", arg, tests, ...spanOf(node) };
}

/** `x in ("a") and y`: the first link of the chain was meant to be the list. */
function noteSwallowed(reading: Reading, node: SyntaxNode, chain: SyntaxNode): undefined {
  let first = chain;
  for (let left = chain.firstChild; left && logic.has(first.name); left = first.firstChild) {
    first = left;
  }
  const write =
    `(${reading.text.slice(node.from, first.to)})` + reading.text.slice(first.to, node.to);
  return reading.note(
    "in_takes_logic",
    { write: write.replace(/\s+/g, " ") },
    { start: first.to, end: node.to },
  );
}

/** The tests of `in a`, `in (a)`, `in (a, b)` and `in [a, b]`. */
function testsOf(list: SyntaxNode): SyntaxNode[] {
  if (list.name === "PositiveUnaryTests" || list.name === "List") return partsOf(list);
  if (list.name !== "ParenthesizedExpression") return [list];
  return partsOf(list);
}

function readTest(reading: Reading, test: SyntaxNode): Test | undefined {
  const inner = test.name === "PositiveUnaryTest" ? partsOf(test)[0] : test;
  if (inner?.name !== "SimplePositiveUnaryTest") {
    const value = inner && reading.convert(reading, inner);
    return value && { kind: "value", value };
  }
  const [first, second] = partsOf(inner);
  if (first?.name === "Interval") return readInterval(reading, first);
  const value = second && reading.convert(reading, second);
  if (!first || !value) return undefined;
  return { kind: "compare", comparison: textOf(reading, first) as Comparison, value };
}

function readInterval(reading: Reading, interval: SyntaxNode): Test | undefined {
  const range = readRange(reading, interval);
  return range && { kind: "interval", ...range };
}

/** `[a..b]`, with round or turned brackets where an end does not belong to it. */
export function readRange(reading: Reading, interval: SyntaxNode): Range | undefined {
  const [low, , high] = partsOf(interval);
  if (!low || !high) return endsEarly(reading, interval);
  const [from, to] = convertAll(reading, [low, high]) ?? [];
  if (!from || !to) return undefined;
  const text = textOf(reading, interval);
  const [lowIncluded, highIncluded] = [text.startsWith("["), text.endsWith("]")];
  return { low: from, high: to, lowIncluded, highIncluded };
}
