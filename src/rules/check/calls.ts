import { roundings } from "../../base/rounding.ts";
import type { Node, Span, Spelling } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { nearest } from "../resolve/nearest.ts";
import { checkFold, speaksOfMany, type FoldName } from "./aggregates.ts";
import type { Checking } from "./checking.ts";
import { checkElapsed, checkNextWorkingDay, checkOrder } from "./dates.ts";
import { checkListFold, isMany } from "./folds.ts";
import { checkListed, checkListedFigure } from "./listed.ts";
import { hasOption } from "./logic.ts";
import { checkIn } from "./membership.ts";
import { checkAbsolute, checkRounding, wrongCount } from "./rounding.ts";
import { clocks, insteadOf, irrational, isUnsupported } from "./standard.ts";
import { boolean } from "./units.ts";

type Call = Extract<Syntax, { op: "call" }>;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

type Check = (checking: Checking, call: Call) => Node | undefined;

const fold =
  (name: FoldName): Check =>
  (checking, call) =>
    checkFolding(checking, call, name);

const functions: Readonly<Record<string, Check>> = {
  sum: fold("sum"),
  count: fold("count"),
  min: fold("min"),
  max: fold("max"),
  mean: fold("mean"),
  all: fold("all"),
  any: fold("any"),
  listed: checkListed,
  "listed figure": checkListedFigure,
  "list contains": checkHolds,
  contains: (checking, call) => checkSpelled(checking, call, "contains"),
  "starts with": (checking, call) => checkSpelled(checking, call, "starts with"),
  "ends with": (checking, call) => checkSpelled(checking, call, "ends with"),
  abs: checkAbsolute,
  ...Object.fromEntries(
    roundings.map((mode): [string, Check] => [
      mode,
      (checking, call) => checkRounding(checking, call, mode),
    ]),
  ),
  before: (checking, call) => checkOrder(checking, call, "<"),
  after: (checking, call) => checkOrder(checking, call, ">"),
  during: (checking, call) => checkBetween(checking, call, [0, 1]),
  includes: (checking, call) => checkBetween(checking, call, [1, 0]),
  "full months": (checking, call) => checkElapsed(checking, call, "month"),
  "working days": (checking, call) => checkElapsed(checking, call, "working_day"),
  "next working day": checkNextWorkingDay,
};

/** Every function that a rule may call. */
export const functionNames: readonly string[] = [...Object.keys(functions), "not", "date"];

export function checkCall(checking: Checking, call: Call): Node | undefined {
  const { name } = call;
  const check = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (check) return check(checking, call);
  return name === "not" ? wrongCount(checking, call, 1) : refuseCall(checking, call);
}

/** A function of FEEL that rules do not have, or none at all. */
function refuseCall({ note }: Checking, call: Call): undefined {
  const { name } = call;
  const span = { start: call.start, end: call.start + name.length };
  if (clocks.has(name)) return note("clock_read", { name }, call);
  if (irrational.has(name)) return note("irrational_function", { name }, call);
  const write = insteadOf(name);
  if (write !== undefined) return note("function_instead", { name, write }, span);
  if (isUnsupported(name)) return note("function_unsupported", { name }, span);
  return note("function_unknown", { name, nearest: nearest(name, functionNames) }, span);
}

function checkFolding(checking: Checking, call: Call, name: FoldName): Node | undefined {
  const { args } = call;
  const [only, more] = args;
  const span = spanOf(call);
  if (!only) return wrongCount(checking, call, 1);
  if (more && name === "count") return wrongCount(checking, call, 1);
  if (!more && (speaksOfMany(only) || needsMany(checking, name, only))) {
    return checkFold(checking, { fold: name, over: only, span });
  }
  return checkListFold(checking, { fold: name, args, span });
}

/** A single value is its own sum, but nobody counts it or takes its mean. */
const needsMany = (checking: Checking, name: FoldName, only: Syntax): boolean =>
  !["sum", "min", "max"].includes(name) && !isMany(checking, only);

/** `during(x, [a..b])` and `includes([a..b], x)` ask what `x in [a..b]` asks. */
function checkBetween(
  checking: Checking,
  call: Call,
  [value, range]: readonly [number, number],
): Node | undefined {
  const [arg, within] = [call.args[value], call.args[range]];
  if (!arg || !within || call.args.length !== 2) return wrongCount(checking, call, 2);
  if (within.op !== "range") return checking.note("range_needed", { name: call.name }, within);
  const tests = [{ kind: "interval" as const, ...within }];
  return checkIn(checking, { op: "in", arg, tests, ...spanOf(call) });
}

/** The two arguments of a function that asks something of a value and a word. */
function valueAndWord(checking: Checking, call: Call): readonly [Node, Node] | undefined {
  const [first, second] = call.args;
  if (!first || !second || call.args.length !== 2) return wrongCount(checking, call, 2);
  const value = checking.check(checking, first);
  const word = checkWord(checking, second);
  return value && word && [value, word];
}

function checkWord(checking: Checking, syntax: Syntax): Node | undefined {
  const word = checking.check(checking, syntax);
  if (!word || word.op === "text") return word;
  return checking.note("type_unfit", { expected: "text", found: word.type.kind }, syntax);
}

/** `starts with(fact, "word")` and its kin: of a text, letter by letter. */
function checkSpelled(checking: Checking, call: Call, how: Spelling): Node | undefined {
  const [arg, word] = valueAndWord(checking, call) ?? [];
  if (!arg || word?.op !== "text") return undefined;
  if (arg.type.kind !== "text") {
    return checking.note("type_unfit", { expected: "text", found: arg.type.kind }, arg.span);
  }
  return { op: "spelled", how, arg, word: word.value, type: boolean, span: spanOf(call) };
}

/** `list contains(fact, "option")`, and a fact among words written out. */
function checkHolds(checking: Checking, call: Call): Node | undefined {
  const [first, second] = call.args;
  if (!first || !second || call.args.length !== 2) return wrongCount(checking, call, 2);
  const list = checking.check(checking, first);
  if (list?.op === "words") {
    const tests = [{ kind: "value" as const, value: first }];
    return checkIn(checking, { op: "in", arg: second, tests, ...spanOf(call) });
  }
  const word = list && checkWord(checking, second);
  if (!list || word?.op !== "text") return undefined;
  if (list.type.kind !== "list") {
    return checking.note("type_unfit", { expected: "list", found: list.type.kind }, list.span);
  }
  if (!hasOption(checking, list, word)) return undefined;
  return { op: "holds", list, option: word.value, type: boolean, span: spanOf(call) };
}
