import type { Level } from "../contract/pack.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { manyOf } from "../resolve/scope.ts";
import { spend, type Checking } from "./checking.ts";
import { join } from "./join.ts";
import { checkCondition } from "./logic.ts";
import { boolean } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** `buildings`, `buildings[kind = "factory"]`, `buildings.floor_area`, `for b in buildings …`. */
export type SubjectRange = {
  readonly level: Level;
  readonly filters: readonly Syntax[];
  readonly variables: readonly string[];
  /** What is taken of each subject. */
  readonly body: Syntax | undefined;
};

/** What a syntax says about subjects below, or undefined where it speaks of none. */
export function subjectsOf(syntax: Syntax): SubjectRange | undefined {
  if (syntax.op === "for") return loopOf(syntax);
  if (syntax.op === "path") {
    const range = subjectsOf(syntax.from);
    return !range || range.body ? undefined : withBody(range, syntax.words, syntax);
  }
  if (syntax.op === "filter") {
    const range = subjectsOf(syntax.from);
    if (!range || range.body) return undefined;
    return { ...range, filters: [...range.filters, syntax.condition] };
  }
  if (syntax.op !== "name") return undefined;
  const [first = "", ...words] = syntax.words;
  const level = manyOf.get(first);
  const range = level && { level, filters: [], variables: [], body: undefined };
  return range && (words.length > 0 ? withBody(range, words, syntax) : range);
}

function withBody(range: SubjectRange, words: readonly string[], span: Span): SubjectRange {
  const path = words.length === 1 ? [range.level, ...words] : words;
  return { ...range, body: { op: "name", words: path, ...spanOf(span) } };
}

function loopOf({ iterators, body }: Extract<Syntax, { op: "for" }>): SubjectRange | undefined {
  const [only, more] = iterators;
  if (!only || more) return undefined;
  const range = subjectsOf(only.over);
  return range && !range.body ? { ...range, variables: [only.variable], body } : undefined;
}

/** One value of a list: where it is checked, how it is written, and when it is there at all. */
export type Item = {
  readonly checking: Checking;
  readonly value: Syntax;
  readonly guards: readonly Node[];
};

/** The same check, in which a name stands for a value of a list. */
export const bind = (
  checking: Checking,
  name: string,
  { value, checking: there }: Item,
): Checking => ({
  ...checking,
  bound: new Map(checking.bound).set(name, { value, bound: there.bound }),
});

/** The values of a list: written out, filtered, looped over, or what a fact may hold. */
export function itemsOf(checking: Checking, over: Syntax): readonly Item[] | undefined {
  if (!spend(checking, 1, over)) return undefined;
  if (over.op === "filter") return filteredItems(checking, over);
  if (over.op === "for") return loopItems(checking, over);
  if (over.op !== "list") return memberItems(checking, over);
  return over.items.map((value) => ({ checking, value, guards: [] }));
}

function filteredItems(
  checking: Checking,
  { from, condition }: Extract<Syntax, { op: "filter" }>,
): readonly Item[] | undefined {
  const items = itemsOf(checking, from)?.map((item) => {
    const guard = checkCondition(bind(checking, "item", item), condition);
    return guard && { ...item, guards: [...item.guards, guard] };
  });
  return items?.every((item) => item !== undefined) ? items : undefined;
}

/** Every combination of what the iterators go through. */
function loopItems(
  checking: Checking,
  { iterators, body }: Extract<Syntax, { op: "for" }>,
): readonly Item[] | undefined {
  let items: readonly Item[] = [{ checking, value: body, guards: [] }];
  for (const { variable, over } of iterators) {
    if (subjectsOf(over)) return checking.note("iterators_many", {}, over);
    const next = items.map((outer) =>
      itemsOf(outer.checking, over)?.map((inner) => ({
        checking: bind(outer.checking, variable, inner),
        value: body,
        guards: [...outer.guards, ...inner.guards],
      })),
    );
    if (!next.every((one) => one !== undefined)) return undefined;
    items = next.flat();
    if (!spend(checking, items.length, over)) return undefined;
  }
  return items;
}

/** The texts of a named list, or the options of a list fact, each of which it may hold. */
function memberItems(checking: Checking, over: Syntax): readonly Item[] | undefined {
  const list = checking.check(checking, over);
  if (!list) return undefined;
  const span = spanOf(over);
  const text = (value: string): Syntax => ({ op: "text", value, ...span });
  if (list.op === "words") {
    return list.options.map((option) => ({ checking, value: text(option), guards: [] }));
  }
  if (list.type.kind !== "list") {
    return checking.note("type_unfit", { expected: "list", found: list.type.kind }, over);
  }
  if (!list.type.options) {
    const fact = list.op === "fact" ? (checking.scope.facts[list.fact]?.id ?? "") : "";
    return checking.note("list_open", { fact }, over);
  }
  return list.type.options.map((option) => {
    const holds: Node = { op: "holds", list, option, type: boolean, span };
    return { checking, value: text(option), guards: [holds] };
  });
}

/** When a value of a list counts; undefined where it always does. */
export const guardOf = ({ guards, value }: Item): Node | undefined =>
  guards.length > 0 ? join("and", guards, spanOf(value)) : undefined;
