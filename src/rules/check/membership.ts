import type { Node, Span } from "../ir.ts";
import type { Syntax, Test } from "../parse/syntax.ts";
import { compareNodes, hasOption } from "./logic.ts";
import { checkQuantity } from "./numbers.ts";
import type { Checking } from "./checking.ts";
import { boolean } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** `x in (…)`: words become one test of membership, anything else the comparisons that it stands
 * for. */
export function checkIn(
  checking: Checking,
  syntax: Extract<Syntax, { op: "in" }>,
): Node | undefined {
  const arg = checking.check(checking, syntax.arg);
  if (!arg) return undefined;
  const span = spanOf(syntax);
  if (arg.type.kind === "enumeration" || arg.type.kind === "text") {
    return checkAmong(checking, arg, syntax);
  }
  const tests = syntax.tests.map((test) => checkTest(checking, { arg, test, span }));
  if (!tests.every((test) => test !== undefined)) return undefined;
  return tests.length === 1 ? tests[0] : { op: "or", args: tests, type: boolean, span };
}

function checkAmong(
  checking: Checking,
  arg: Node,
  syntax: Extract<Syntax, { op: "in" }>,
): Node | undefined {
  const options = syntax.tests.map((test) => readOption(checking, arg, test));
  if (!options.every((option) => option !== undefined)) return undefined;
  return { op: "among", arg, options, type: boolean, span: spanOf(syntax) };
}

function readOption(checking: Checking, arg: Node, test: Test): string | undefined {
  const syntax = test.kind === "interval" ? test.low : test.value;
  const node = checking.check(checking, syntax);
  if (!node) return undefined;
  if (test.kind !== "value" || node.op !== "text") {
    return checking.note("type_unfit", { expected: "text", found: node.type.kind }, syntax);
  }
  return hasOption(checking, arg, node) ? node.value : undefined;
}

type Tested = { readonly arg: Node; readonly test: Test; readonly span: Span };

function checkTest(checking: Checking, { arg, test, span }: Tested): Node | undefined {
  if (test.kind === "interval") return checkInterval(checking, { arg, test, span });
  const right = checking.check(checking, test.value);
  if (!right) return undefined;
  const comparison = test.kind === "value" ? "=" : test.comparison;
  return compareNodes(checking, comparison, { left: arg, right, span });
}

function checkInterval(checking: Checking, { arg, test, span }: Tested): Node | undefined {
  if (test.kind !== "interval") return undefined;
  const read = arg.type.kind === "date" ? checking.check : checkQuantity;
  const [low, high] = [read(checking, test.low), read(checking, test.high)];
  if (!low || !high) return undefined;
  const from = test.lowIncluded ? ">=" : ">";
  const to = test.highIncluded ? "<=" : "<";
  const lower = compareNodes(checking, from, { left: arg, right: low, span });
  const upper = lower && compareNodes(checking, to, { left: arg, right: high, span });
  return lower && upper && { op: "and", args: [lower, upper], type: boolean, span };
}
