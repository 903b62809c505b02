import type { Note } from "../diagnose/findings.ts";
import type { Node, Span } from "../ir.ts";
import { parseExpression } from "../parse/expression.ts";
import type { Syntax } from "../parse/syntax.ts";
import { checkQuantified } from "./quantified.ts";
import { checkCall } from "./calls.ts";
import { checkDate } from "./dates.ts";
import { checkAll, checkComparison, checkCondition, checkIf } from "./logic.ts";
import { opposite } from "./join.ts";
import { checkIn } from "./membership.ts";
import { checkName } from "./names.ts";
import { checkArithmetic, checkNumber, checkQuantity } from "./numbers.ts";
import { mostNodes, spend, type Checking } from "./checking.ts";
import { type Scope } from "../resolve/scope.ts";
import { boolean } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Reads and checks one expression. Undefined when a finding has been noted. */
export function checkText(text: string, scope: Scope, note: Note): Node | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    for (const { code, holes, span } of parsed.refusal) note(code, holes as never, span);
    return undefined;
  }
  const room = { nodes: mostNodes };
  const checking = { scope, note, subjects: undefined, bound: new Map(), room, check };
  return check(checking, parsed.value);
}

type One<Op extends Syntax["op"]> = Extract<Syntax, { op: Op }>;
type Check<Op extends Syntax["op"]> = (checking: Checking, syntax: One<Op>) => Node | undefined;

const checks: { readonly [Op in Syntax["op"]]: Check<Op> } = {
  number: checkNumber,
  text: (_, { value, ...at }) => ({ op: "text", value, type: { kind: "text" }, span: spanOf(at) }),
  boolean: (_, { value, ...at }) => ({ op: "boolean", value, type: boolean, span: spanOf(at) }),
  date: checkDate,
  name: checkName,
  path: subjectsAlone,
  filter: subjectsAlone,
  and: checkAll,
  or: checkAll,
  not: checkNot,
  negate: checkNegation,
  add: checkArithmetic,
  subtract: checkArithmetic,
  multiply: checkArithmetic,
  divide: checkArithmetic,
  compare: checkComparison,
  in: checkIn,
  call: checkCall,
  if: checkIf,
  quantified: checkQuantified,
  list: checkList,
  range: ({ note }, syntax) => note("range_alone", {}, syntax),
  for: ({ note }, syntax) => note("loop_alone", {}, syntax),
};

function check(checking: Checking, syntax: Syntax): Node | undefined {
  // What iterators over lists write out again and again must find room.
  if (checking.bound.size > 0 && !spend(checking, 1, syntax)) return undefined;
  return (checks[syntax.op] as Check<Syntax["op"]>)(checking, syntax);
}

/** `buildings[…].floor_area` says nothing until an aggregate folds it. */
function subjectsAlone(checking: Checking, syntax: Syntax): undefined {
  const start = syntax.op === "path" || syntax.op === "filter" ? syntax.from : syntax;
  if (start.op === "path" || start.op === "filter") return subjectsAlone(checking, start);
  const name = start.op === "name" ? start.words.join(".") : start.op;
  return checking.note("subjects_alone", { name }, syntax);
}

/** Texts side by side are a list that words are held against; other lists stand in folds only. */
function checkList(checking: Checking, syntax: One<"list">): Node | undefined {
  const options = syntax.items.flatMap((item) => (item.op === "text" ? [item.value] : []));
  if (options.length < syntax.items.length) return checking.note("list_alone", {}, syntax);
  return { op: "words", options, type: { kind: "list", options }, span: spanOf(syntax) };
}

function checkNot(checking: Checking, syntax: One<"not" | "negate">): Node | undefined {
  const arg = checkCondition(checking, syntax.arg);
  if (arg && checking.bound.size > 0) return opposite(arg);
  return arg && { op: "not", arg, type: boolean, span: spanOf(syntax) };
}

function checkNegation(checking: Checking, syntax: One<"not" | "negate">): Node | undefined {
  const arg = checkQuantity(checking, syntax.arg);
  return arg && { op: "negate", arg, type: arg.type, span: spanOf(syntax) };
}
