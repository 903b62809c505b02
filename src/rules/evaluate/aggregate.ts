import { one, zero } from "../../base/ratio.ts";
import type { Node } from "../ir.ts";
import { least, most } from "./ends.ts";
import { restsOnGone } from "./gone-facts.ts";
import type { Aggregate } from "./kinds.ts";
import { truthOf, type Outcome } from "./outcome.ts";
import { isUnlisted, within, type Scope } from "./scope.ts";
import { every, some, type Truth } from "./truth.ts";
import {
  addIntervals,
  greatestOf,
  interval,
  leastOf,
  lift,
  openValue,
  point,
  truthValue,
  undefinedValue,
  type Interval,
  type Value,
} from "./value.ts";

/** Folds an expression over the subjects of a level. */
export function aggregate(
  node: Aggregate,
  scope: Scope,
  prove: (node: Node, scope: Scope) => Outcome,
): Outcome {
  const { level } = node;
  const parts = scope.facts.subjects[level].map((_, subject) => ({
    ...prove(node.body, within(scope, level, subject)),
    about: { level, subject },
  }));
  const isOpen = isUnlisted(scope.facts, level);
  return { node, parts, value: isOpen ? foldUnlisted(node, parts[0]) : fold(node, parts) };
}

const counted: Readonly<Record<Truth, Value>> = {
  T: point(one),
  F: point(zero),
  U: interval(zero, one),
  N: { kind: "not_applicable" },
};

/** An undecided one may count or not; where it may turn out not to apply, the count is open. */
const countOf = (part: Outcome): Value =>
  truthOf(part) === "U" && restsOnGone(part) ? openValue : counted[truthOf(part)];

const sum = (numbers: readonly Interval[]): Interval => numbers.reduce(addIntervals, point(zero));

function fold(node: Aggregate, parts: readonly Outcome[]): Value {
  const values = parts.map((part) => part.value);
  switch (node.fold) {
    case "some":
      return truthValue(some(parts.map(truthOf)));
    case "every":
      return truthValue(every(parts.map(truthOf)));
    case "count":
      return lift(parts.map(countOf), (...numbers) => sum(numbers));
    case "sum":
      return lift(values, (...numbers) => sum(numbers));
    case "min":
      return values.length === 0 ? undefinedValue : lift(values, (...all) => all.reduce(leastOf));
    case "max":
      return values.length === 0
        ? undefinedValue
        : lift(values, (...all) => all.reduce(greatestOf));
  }
}

/** Of a level that the case does not list there may be none, or any number of whatever can be. */
function foldUnlisted(node: Aggregate, part: Outcome | undefined): Value {
  switch (node.fold) {
    case "some":
      return truthValue(part && truthOf(part) === "F" ? "F" : "U");
    case "every":
      return truthValue(part && truthOf(part) === "T" ? "T" : "U");
    case "count":
      if (part && truthOf(part) === "F") return point(zero);
      return part && restsOnGone(part) ? openValue : interval(zero, most);
    case "sum":
      return part?.value.kind === "number" ? anySum(part.value) : openValue;
    case "min":
    case "max":
      return openValue;
  }
}

/** The sum of no value, of one, or of any number of them. */
const anySum = (one: Interval): Interval =>
  interval(one.min.n < 0n ? least : zero, one.max.n > 0n ? most : zero);
