import type { Note } from "../diagnose/findings.ts";
import type { Node, Span } from "../ir.ts";
import { parseExpression } from "../parse/expression.ts";
import type { Syntax } from "../parse/syntax.ts";
import { checkQuantified } from "./aggregates.ts";
import { checkCall } from "./calls.ts";
import { checkDate } from "./dates.ts";
import { checkAll, checkComparison, checkCondition, checkIf } from "./logic.ts";
import { checkIn } from "./membership.ts";
import { checkName } from "./names.ts";
import { checkArithmetic, checkNumber, checkQuantity } from "./numbers.ts";
import { mostNodes, type Checking } from "./checking.ts";
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
  const checking = { scope, note, subjects: undefined, room: { nodes: mostNodes }, check };
  return check(checking, parsed.value);
}

function check(checking: Checking, syntax: Syntax): Node | undefined {
  switch (syntax.op) {
    case "number":
      return checkNumber(checking, syntax);
    case "text":
      return { op: "text", value: syntax.value, type: { kind: "text" }, span: spanOf(syntax) };
    case "boolean":
      return { op: "boolean", value: syntax.value, type: boolean, span: spanOf(syntax) };
    case "date":
      return checkDate(checking, syntax);
    case "name":
      return checkName(checking, syntax);
    case "path":
    case "filter":
      return subjectsAlone(checking, syntax);
    case "and":
    case "or":
      return checkAll(checking, syntax);
    case "not":
      return checkNot(checking, syntax);
    case "negate":
      return checkNegation(checking, syntax);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return checkArithmetic(checking, syntax);
    case "compare":
      return checkComparison(checking, syntax);
    case "in":
      return checkIn(checking, syntax);
    case "call":
      return checkCall(checking, syntax);
    case "if":
      return checkIf(checking, syntax);
    case "quantified":
      return checkQuantified(checking, syntax);
  }
}

/** `buildings[…].floor_area` says nothing until an aggregate folds it. */
function subjectsAlone(checking: Checking, syntax: Syntax): undefined {
  const start = syntax.op === "path" || syntax.op === "filter" ? syntax.from : syntax;
  if (start.op === "path" || start.op === "filter") return subjectsAlone(checking, start);
  const name = start.op === "name" ? start.words.join(".") : start.op;
  return checking.note("subjects_alone", { name }, syntax);
}

type One<Op extends Syntax["op"]> = Extract<Syntax, { op: Op }>;

function checkNot(checking: Checking, syntax: One<"not" | "negate">): Node | undefined {
  const arg = checkCondition(checking, syntax.arg);
  return arg && { op: "not", arg, type: boolean, span: spanOf(syntax) };
}

function checkNegation(checking: Checking, syntax: One<"not" | "negate">): Node | undefined {
  const arg = checkQuantity(checking, syntax.arg);
  return arg && { op: "negate", arg, type: arg.type, span: spanOf(syntax) };
}
