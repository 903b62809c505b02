import { zero } from "../../base/ratio.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { type Checking } from "./checking.ts";
import { guarded, join } from "./join.ts";
import { checkCondition } from "./logic.ts";
import { subjectsOf, type SubjectRange } from "./many.ts";
import { checkMeasured, checkQuantity } from "./numbers.ts";
import { boolean, pureNumber } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

export const speaksOfMany = (syntax: Syntax): boolean => subjectsOf(syntax) !== undefined;

/** Opens the body of an aggregate; one inside another is refused. */
export function enter(checking: Checking, span: Span, range: SubjectRange): Checking | undefined {
  if (checking.subjects) return checking.note("aggregate_nested", {}, span);
  const { level, variables } = range;
  return { ...checking, subjects: { level, variables } };
}

/** The filters of a range as one condition; inside them `item` is the subject, too. */
export function passing(inside: Checking, filters: readonly Syntax[]): Node | "broken" | undefined {
  const variables = [...(inside.subjects?.variables ?? []), "item"];
  const subjects = inside.subjects && { ...inside.subjects, variables };
  const nodes = filters.map((filter) => checkCondition({ ...inside, subjects }, filter));
  if (!nodes.every((node) => node !== undefined)) return "broken";
  const [first] = nodes;
  return first && join("and", nodes, first.span);
}

export function noRange(checking: Checking, syntax: Syntax): undefined {
  const found = syntax.op === "name" ? syntax.words.join(".") : syntax.op;
  return checking.note("subjects_expected", { found }, syntax);
}

export type FoldName = "sum" | "count" | "min" | "max" | "mean" | "all" | "any";

type Folding = { readonly fold: FoldName; readonly over: Syntax; readonly span: Span };

/** `sum(buildings.floor_area)`, `count(buildings[…])`, `min`, `max`, `mean`, `all` and `any`. */
export function checkFold(checking: Checking, { fold, over, span }: Folding): Node | undefined {
  const range = subjectsOf(over);
  if (!range || (fold === "count") !== (range.body === undefined)) return noRange(checking, over);
  const inside = enter(checking, over, range);
  const filter = inside && passing(inside, range.filters);
  if (!inside || filter === "broken") return undefined;
  const at = { level: range.level, span: spanOf(span) };
  const count = counted(at, filter);
  if (fold === "count" || !range.body) return count;
  if (fold === "all" || fold === "any") {
    const body = checkCondition(inside, range.body);
    const quantifier = fold === "all" ? "every" : "some";
    if (!body) return undefined;
    const whole = guarded(quantifier, filter, body);
    return { op: "aggregate", fold: quantifier, ...at, body: whole, type: boolean };
  }
  const isSum = fold === "sum" || fold === "mean";
  const body = (isSum ? checkQuantity : checkMeasured)(inside, range.body);
  if (!body) return undefined;
  const { type } = body;
  if (!isSum) return { op: "aggregate", fold, ...at, body, ...(filter && { filter }), type };
  const sum: Node = { op: "aggregate", fold: "sum", ...at, body: orNothing(body, filter), type };
  return fold === "sum" ? sum : { op: "divide", left: sum, right: count, type, span: at.span };
}

type At = { readonly level: SubjectRange["level"]; readonly span: Span };

function counted({ level, span }: At, filter: Node | undefined): Node {
  const always: Node = { op: "boolean", value: true, type: boolean, span };
  return { op: "aggregate", fold: "count", level, body: filter ?? always, type: pureNumber, span };
}

/** A number where something passes, and nothing where it does not. */
export function orNothing(value: Node, condition: Node | undefined): Node {
  if (!condition) return value;
  const { type, span } = value;
  const otherwise: Node = { op: "number", value: zero, type, span };
  return { op: "if", condition, then: value, otherwise, type, span };
}
