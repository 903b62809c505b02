import type { Node, Span } from "../ir.ts";
import type { Iterator, Syntax } from "../parse/syntax.ts";
import { enter, noRange, passing } from "./aggregates.ts";
import type { Checking } from "./checking.ts";
import { guarded, join } from "./join.ts";
import { checkCondition } from "./logic.ts";
import { bind, guardOf, itemsOf, subjectsOf } from "./many.ts";
import { boolean } from "./units.ts";

type Quantified = Extract<Syntax, { op: "quantified" }>;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** `some b in buildings satisfies …`; of several iterators each stands inside the one before. */
export function checkQuantified(checking: Checking, syntax: Quantified): Node | undefined {
  const [first, ...rest] = syntax.iterators;
  if (!first) return checkCondition(checking, syntax.body);
  const inner: Quantified = { ...syntax, iterators: rest };
  return subjectsOf(first.over)
    ? overSubjects(checking, first, inner)
    : overItems(checking, first, inner);
}

function overSubjects(
  checking: Checking,
  { variable, over }: Iterator,
  inner: Quantified,
): Node | undefined {
  const range = subjectsOf(over);
  if (!range || range.body) return noRange(checking, over);
  const inside = enter(checking, inner, { ...range, variables: [variable] });
  const filter = inside && passing(inside, range.filters);
  const body = inside && checkQuantified(inside, inner);
  if (!body || filter === "broken") return undefined;
  const { fold } = inner;
  const { level } = range;
  const at = { type: boolean, span: spanOf(inner) };
  return { op: "aggregate", fold, level, body: guarded(fold, filter, body), ...at };
}

/** Over the values of a list the condition is written out once for each. */
function overItems(
  checking: Checking,
  { variable, over }: Iterator,
  inner: Quantified,
): Node | undefined {
  const parts = itemsOf(checking, over)?.map((item) => {
    const body = checkQuantified(bind(checking, variable, item), inner);
    return body && guarded(inner.fold, guardOf(item), body);
  });
  if (!parts?.every((part) => part !== undefined)) return undefined;
  return join(inner.fold === "some" ? "or" : "and", parts, spanOf(inner));
}
