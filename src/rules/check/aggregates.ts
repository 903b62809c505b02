import { zero } from "../../base/ratio.ts";
import type { Level } from "../contract/pack.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { checkCondition } from "./logic.ts";
import { checkMeasured, checkQuantity } from "./numbers.ts";
import { type Checking } from "./checking.ts";
import { manyOf } from "../resolve/scope.ts";
import { boolean, pureNumber } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** `buildings`, `buildings[kind = "factory"]`, `buildings.floor_area`, or both. */
type Range = {
  readonly level: Level;
  readonly filter: Syntax | undefined;
  readonly words: readonly string[];
};

/** What a syntax says about subjects below, or undefined where it speaks of none. */
function rangeOf(syntax: Syntax): Range | undefined {
  if (syntax.op === "path") {
    const range = rangeOf(syntax.from);
    return range && { ...range, words: [...range.words, ...syntax.words] };
  }
  if (syntax.op === "filter") {
    const range = rangeOf(syntax.from);
    if (!range || range.filter || range.words.length > 0) return undefined;
    return { ...range, filter: syntax.condition };
  }
  if (syntax.op !== "name") return undefined;
  const level = manyOf.get(syntax.words[0] ?? "");
  return level && { level, filter: undefined, words: syntax.words.slice(1) };
}

export const speaksOfMany = (syntax: Syntax): boolean => rangeOf(syntax) !== undefined;

/** Opens the body of an aggregate; one inside another is refused. */
function enter(checking: Checking, span: Span, inside: Checking["subjects"]): Checking | undefined {
  if (checking.subjects) return checking.note("aggregate_nested", {}, span);
  return { ...checking, subjects: inside };
}

/** `some b in buildings satisfies …` and `every …`. */
export function checkQuantified(
  checking: Checking,
  syntax: Extract<Syntax, { op: "quantified" }>,
): Node | undefined {
  const range = rangeOf(syntax.over);
  if (!range || range.words.length > 0) return noRange(checking, syntax.over);
  const { level } = range;
  const inside = enter(checking, syntax, { level, variable: syntax.variable });
  const filter = range.filter && inside && checkCondition(inside, range.filter);
  const body = inside && checkCondition(inside, syntax.body);
  if (!body || (range.filter && !filter)) return undefined;
  const span = spanOf(syntax);
  return {
    op: "aggregate",
    fold: syntax.fold,
    level,
    body: filter ? filtered(syntax.fold, filter, body) : body,
    type: boolean,
    span,
  };
}

/** Some of those that pass must satisfy; every one of those that pass must satisfy. */
function filtered(fold: "some" | "every", filter: Node, body: Node): Node {
  const { span } = body;
  if (fold === "some") return { op: "and", args: [filter, body], type: boolean, span };
  const not: Node = { op: "not", arg: filter, type: boolean, span };
  return { op: "or", args: [not, body], type: boolean, span };
}

function noRange(checking: Checking, syntax: Syntax): undefined {
  const found = syntax.op === "name" ? syntax.words.join(".") : syntax.op;
  return checking.note("subjects_expected", { found }, syntax);
}

type Fold = {
  readonly fold: "sum" | "count" | "min" | "max";
  readonly over: Syntax;
  readonly span: Span;
};

/** `sum(buildings.floor_area)`, `count(buildings[…])`, `min` and `max` over subjects below. */
export function checkFold(checking: Checking, { fold, over, span }: Fold): Node | undefined {
  const range = rangeOf(over);
  const counts = fold === "count";
  if (!range || counts !== (range.words.length === 0)) return noRange(checking, over);
  const { level } = range;
  const inside = enter(checking, over, { level, variable: undefined });
  if (!inside) return undefined;
  const filter = range.filter && checkCondition(inside, range.filter);
  if (range.filter && !filter) return undefined;
  const at = { op: "aggregate", fold, level, span: spanOf(span) } as const;
  if (counts) return { ...at, body: filter ?? always(span), type: pureNumber };
  const words = range.words.length === 1 ? [level, ...range.words] : range.words;
  const read = fold === "sum" ? checkQuantity : checkMeasured;
  const value = read(inside, { op: "name", words, ...spanOf(over) });
  if (!value) return undefined;
  if (!filter) return { ...at, body: value, type: value.type };
  if (fold !== "sum") return checking.note("aggregate_filtered", { fold }, over);
  const none: Node = { op: "number", value: zero, type: value.type, span: value.span };
  const body: Node = {
    op: "if",
    condition: filter,
    then: value,
    otherwise: none,
    type: value.type,
    span: value.span,
  };
  return { ...at, body, type: value.type };
}

const always = (span: Span): Node => ({
  op: "boolean",
  value: true,
  type: boolean,
  span: spanOf(span),
});
