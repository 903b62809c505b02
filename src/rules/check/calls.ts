import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { checkFold, speaksOfMany } from "./aggregates.ts";
import { hasOption } from "./logic.ts";
import { nearest } from "../resolve/nearest.ts";
import { checkElapsed, checkNextWorkingDay, checkOrder } from "./dates.ts";
import { checkExtreme, checkSum } from "./numbers.ts";
import type { Checking } from "./checking.ts";
import { boolean } from "./units.ts";

type Call = Extract<Syntax, { op: "call" }>;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const irrational = new Set([
  "sqrt",
  "exp",
  "log",
  "power",
  "sin",
  "cos",
  "tan",
  "stddev",
  "random number",
]);

const clocks = new Set(["now", "today"]);

const functions: Readonly<Record<string, (checking: Checking, call: Call) => Node | undefined>> = {
  sum: (checking, call) => checkFolding(checking, call, "sum"),
  count: (checking, call) => checkFolding(checking, call, "count"),
  min: (checking, call) => checkFolding(checking, call, "min"),
  max: (checking, call) => checkFolding(checking, call, "max"),
  listed: checkListed,
  "list contains": checkHolds,
  "full months": (checking, call) => checkElapsed(checking, call, "month"),
  "working days": (checking, call) => checkElapsed(checking, call, "working_day"),
  "next working day": checkNextWorkingDay,
  before: (checking, call) => checkOrder(checking, call, "<"),
  after: (checking, call) => checkOrder(checking, call, ">"),
};

const known = [...Object.keys(functions), "not", "date"];

export function checkCall(checking: Checking, call: Call): Node | undefined {
  const { name } = call;
  const check = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (check) return check(checking, call);
  if (clocks.has(name)) return checking.note("clock_read", { name }, call);
  if (irrational.has(name)) return checking.note("irrational_function", { name }, call);
  if (name === "not") {
    return checking.note(
      "function_arguments",
      { name, expected: 1, found: call.args.length },
      call,
    );
  }
  const span = { start: call.start, end: call.start + name.length };
  return checking.note("function_unknown", { name, nearest: nearest(name, known) }, span);
}

function checkFolding(
  checking: Checking,
  call: Call,
  fold: "sum" | "count" | "min" | "max",
): Node | undefined {
  const [only] = call.args;
  if (!only) return wrongCount(checking, call, 1);
  if (call.args.length === 1 && (fold === "count" || speaksOfMany(only))) {
    return checkFold(checking, { fold, over: only, span: spanOf(call) });
  }
  if (fold === "count") return wrongCount(checking, call, 1);
  return fold === "sum" ? checkSum(checking, call) : checkExtreme(checking, fold, call);
}

function wrongCount(checking: Checking, call: Call, expected: number): undefined {
  const found = call.args.length;
  return checking.note("function_arguments", { name: call.name, expected, found }, call);
}

/** The two arguments of a function that asks something of a value and a word. */
function valueAndWord(checking: Checking, call: Call): readonly [Node, Node] | undefined {
  const [first, second] = call.args;
  if (!first || !second || call.args.length !== 2) return wrongCount(checking, call, 2);
  const value = checking.check(checking, first);
  const word = checking.check(checking, second);
  if (!value || !word) return undefined;
  if (word.op !== "text") {
    return checking.note("type_unfit", { expected: "text", found: word.type.kind }, second);
  }
  return [value, word];
}

/** `listed(fact, "register")`: whether the value stands in a register. */
function checkListed(checking: Checking, call: Call): Node | undefined {
  const [arg, word] = valueAndWord(checking, call) ?? [];
  if (!arg || word?.op !== "text") return undefined;
  if (arg.type.kind !== "enumeration" && arg.type.kind !== "text") {
    return checking.note("type_unfit", { expected: "text", found: arg.type.kind }, arg.span);
  }
  const { registers } = checking.scope;
  const register = registers.get(word.value);
  if (register === undefined) {
    const near = nearest(word.value, registers.keys());
    return checking.note("register_unknown", { name: word.value, nearest: near }, word.span);
  }
  return { op: "listed", register, arg, type: boolean, span: spanOf(call) };
}

/** `list contains(fact, "option")`. */
function checkHolds(checking: Checking, call: Call): Node | undefined {
  const [list, word] = valueAndWord(checking, call) ?? [];
  if (!list || word?.op !== "text") return undefined;
  if (list.type.kind !== "list") {
    return checking.note("type_unfit", { expected: "list", found: list.type.kind }, list.span);
  }
  if (!hasOption(checking, list, word)) return undefined;
  return { op: "holds", list, option: word.value, type: boolean, span: spanOf(call) };
}
