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

/** A word among words; or a word written out, in a list that a fact holds. */
function checkAmong(
  checking: Checking,
  arg: Node,
  syntax: Extract<Syntax, { op: "in" }>,
): Node | undefined {
  const span = spanOf(syntax);
  const values = syntax.tests.map((test) => readTest(checking, test));
  if (!values.every((value) => value !== undefined)) return undefined;
  const [list] = values;
  if (values.length === 1 && list?.op === "fact" && list.type.kind === "list") {
    return checkHeld(checking, { arg, list, span });
  }
  const options = values.map((value) => readOptions(checking, arg, value));
  if (!options.every((option) => option !== undefined)) return undefined;
  const all = options.flat();
  if (arg.op !== "text") return { op: "among", arg, options: all, type: boolean, span };
  return { op: "boolean", value: all.includes(arg.value), type: boolean, span };
}

function readTest(checking: Checking, test: Test): Node | undefined {
  const syntax = test.kind === "interval" ? test.low : test.value;
  const node = checking.check(checking, syntax);
  if (!node || test.kind === "value") return node;
  return checking.note("type_unfit", { expected: "text", found: node.type.kind }, syntax);
}

/** The words that a value of a list stands for: its own, or those of a list with a name. */
function readOptions(checking: Checking, arg: Node, value: Node): readonly string[] | undefined {
  const { type, span } = value;
  if (value.op !== "text" && value.op !== "words") {
    return checking.note("type_unfit", { expected: "text", found: type.kind }, span);
  }
  const words = value.op === "text" ? [value.value] : value.options;
  const areKnown = words.map((word) => hasOption(checking, arg, textNode(word, span)));
  return areKnown.every(Boolean) ? words : undefined;
}

const textNode = (value: string, span: Span): Node => ({
  op: "text",
  value,
  type: { kind: "text" },
  span,
});

type Held = { readonly arg: Node; readonly list: Node; readonly span: Span };

function checkHeld(checking: Checking, { arg, list, span }: Held): Node | undefined {
  if (arg.op !== "text") {
    return checking.note("type_unfit", { expected: "text", found: arg.type.kind }, arg.span);
  }
  if (!hasOption(checking, list, arg)) return undefined;
  return { op: "holds", list, option: arg.value, type: boolean, span };
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
