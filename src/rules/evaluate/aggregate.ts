import { one, zero } from "../../base/ratio.ts";
import type { Node } from "../ir.ts";
import { least, most } from "./ends.ts";
import { restsOnGone } from "./gone-facts.ts";
import type { Aggregate } from "./kinds.ts";
import { candidatesOf, truthOf, type Candidate, type Outcome } from "./outcome.ts";
import { isUnlisted, within, type Scope } from "./scope.ts";
import { every, some, type Truth } from "./truth.ts";
import {
  addIntervals,
  greatestOf,
  interval,
  leastOf,
  lift,
  notApplicable,
  openValue,
  point,
  truthValue,
  undefinedValue,
  type Interval,
  type Numeric,
  type Value,
} from "./value.ts";

/** Folds an expression over the subjects of a level. */
export function aggregate(
  node: Aggregate,
  scope: Scope,
  prove: (node: Node, scope: Scope) => Outcome,
): Outcome {
  const { level, filter } = node;
  const each = (part: Node): Outcome[] =>
    scope.facts.subjects[level].map((_, subject) => ({
      ...prove(part, within(scope, level, subject)),
      about: { level, subject },
    }));
  const parts = filter ? [...each(node.body), ...each(filter)] : each(node.body);
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

/** How many of some conditions hold. */
export const tally = (parts: readonly Outcome[]): Numeric =>
  lift(parts.map(countOf), (...numbers) => sum(numbers));

const isNumber = ({ value }: Candidate): boolean => value.value.kind === "number";

/** Nobody knows whether it passes, and what it would be worth is not certain either. */
const isShaky = (one: Candidate): boolean =>
  truthOf(one.filter) === "U" && (restsOnGone(one.filter) || !isNumber(one));

/** The least or greatest of those that pass; open while it may turn out that none does. */
function extremeOf(fold: "min" | "max", all: readonly Candidate[]): Value {
  const left = all.filter((one) => truthOf(one.filter) !== "F");
  const certain = left.filter((one) => truthOf(one.filter) === "T").map((one) => one.value.value);
  const isGone = left.some((one) => truthOf(one.filter) === "N");
  if (isGone || certain.some((value) => value.kind === "not_applicable")) return notApplicable;
  if (left.length === 0) return undefinedValue;
  if (certain.length === 0 || left.some(isShaky)) return openValue;
  const possible = left.filter(isNumber).map((one) => one.value.value);
  const pick = fold === "min" ? leastOf : greatestOf;
  return lift(certain, (...sure) =>
    lift(possible, (...any) => {
      const [inner, outer] = [sure.reduce(pick), any.reduce(pick)];
      return fold === "min" ? interval(outer.min, inner.max) : interval(inner.min, outer.max);
    }),
  );
}

function fold(node: Aggregate, parts: readonly Outcome[]): Value {
  if (node.filter && (node.fold === "min" || node.fold === "max")) {
    return extremeOf(node.fold, candidatesOf(parts));
  }
  const values = parts.map((part) => part.value);
  switch (node.fold) {
    case "some":
      return truthValue(some(parts.map(truthOf)));
    case "every":
      return truthValue(every(parts.map(truthOf)));
    case "count":
      return tally(parts);
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
