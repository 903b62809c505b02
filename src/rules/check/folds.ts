import { ratio } from "../../base/ratio.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { orNothing, type FoldName } from "./aggregates.ts";
import type { Checking } from "./checking.ts";
import { guarded, join } from "./join.ts";
import { checkCondition } from "./logic.ts";
import { guardOf, itemsOf, type Item } from "./many.ts";
import { checkMeasured, checkQuantity, sameUnits } from "./numbers.ts";
import { boolean, pureNumber } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

type Folding = { readonly fold: FoldName; readonly args: readonly Syntax[]; readonly span: Span };

/** A fold over values side by side: `max(a, b)`, `sum([a, b])`, `count([x, y][item])`. */
export function checkListFold(checking: Checking, folding: Folding): Node | undefined {
  const { args } = folding;
  const [only] = args;
  const isList = only !== undefined && args.length === 1 && isMany(checking, only);
  const items = isList
    ? itemsOf(checking, only)
    : args.map((value) => ({ checking, value, guards: [] }));
  if (!items) return undefined;
  if (items.length === 0) return checking.note("list_empty", {}, folding.span);
  return foldItems(checking, folding, items);
}

/** Whether one argument stands for many values; a single number is itself. */
export function isMany({ bound, scope }: Checking, syntax: Syntax): boolean {
  if (syntax.op !== "name") return ["list", "filter", "for"].includes(syntax.op);
  const [first = ""] = syntax.words;
  const inner = syntax.words.length === 1 ? bound.get(first) : undefined;
  if (inner) return inner.value.op === "list";
  const index = scope.factById.get(syntax.words.join("."));
  return index !== undefined && scope.facts[index]?.type.kind === "list";
}

function foldItems(
  checking: Checking,
  { fold, span }: Folding,
  items: readonly Item[],
): Node | undefined {
  switch (fold) {
    case "count":
      return countItems(items, span);
    case "all":
    case "any":
      return joinItems(fold, items, span);
    case "sum":
      return sumItems(checking, items, span);
    case "mean": {
      const sum = sumItems(checking, items, span);
      const count = countItems(items, span);
      return sum && { op: "divide", left: sum, right: count, type: sum.type, span: spanOf(span) };
    }
    case "min":
    case "max":
      return extremeItem(checking, { op: fold, span: spanOf(span) }, items);
  }
}

/** What never holds is not counted. */
const isOpenToDoubt = (condition: Node): boolean => condition.op !== "boolean" || condition.value;

function countItems(items: readonly Item[], at: Span): Node {
  const span = spanOf(at);
  const always: Node = { op: "boolean", value: true, type: boolean, span };
  const args = items.map((item) => guardOf(item) ?? always).filter(isOpenToDoubt);
  const isCertain = args.every((arg) => arg.op === "boolean" && arg.value);
  if (!isCertain) return { op: "tally", args, type: pureNumber, span };
  return { op: "number", value: ratio(args.length), type: pureNumber, span };
}

function joinItems(fold: "all" | "any", items: readonly Item[], span: Span): Node | undefined {
  const quantifier = fold === "all" ? "every" : "some";
  const parts = items.map((item) => {
    const body = checkCondition(item.checking, item.value);
    return body && guarded(quantifier, guardOf(item), body);
  });
  if (!parts.every((part) => part !== undefined)) return undefined;
  return join(fold === "all" ? "and" : "or", parts, spanOf(span));
}

function sumItems(checking: Checking, items: readonly Item[], at: Span): Node | undefined {
  const span = spanOf(at);
  const nodes = agree(checking, items, checkQuantity);
  return nodes
    ?.map((node, index) => orNothing(node, items[index] && guardOf(items[index])))
    .reduce((left, right) => ({ op: "add", left, right, type: right.type, span }));
}

function extremeItem(
  checking: Checking,
  { op, span }: { readonly op: "min" | "max"; readonly span: Span },
  items: readonly Item[],
): Node | undefined {
  const filtered = items.find((item) => guardOf(item));
  if (filtered) return checking.note("aggregate_filtered", { fold: op }, filtered.value);
  const args = agree(checking, items, checkMeasured);
  const [first] = args ?? [];
  return args && first && { op, args, type: first.type, span };
}

const isZero = (node: Node): boolean => node.op === "number" && node.value.n === 0n;

/** Values that can be held against one another: all of them dates, or numbers of one unit. */
function agree(
  checking: Checking,
  items: readonly Item[],
  read: Checking["check"],
): Node[] | undefined {
  const nodes = items.map((item) => read(item.checking, item.value));
  if (!nodes.every((node) => node !== undefined)) return undefined;
  const model = nodes.find((node) => !isZero(node)) ?? nodes[0];
  if (!model) return undefined;
  const odd = nodes.find((node) => node.type.kind !== model.type.kind);
  if (odd) {
    const kinds = { left: model.type.kind, right: odd.type.kind };
    return checking.note("types_differ", kinds, odd.span);
  }
  const pairs = nodes.map((node, index) =>
    sameUnits(checking, [node, model], items[index]?.value ?? node.span),
  );
  return pairs.every((pair) => pair !== undefined) ? pairs.map((pair) => pair[0]) : undefined;
}
