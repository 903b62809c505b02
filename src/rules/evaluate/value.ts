import { zero } from "../../base/ratio.ts";
import { roundRatio, type Rounding } from "../../base/rounding.ts";
import {
  addEnds,
  compareEnds,
  greater,
  invertEnd,
  isFinite,
  lesser,
  multiplyEnds,
  negateEnd,
  type End,
} from "./ends.ts";
import { either, type Truth } from "./truth.ts";

/** What is known of a number: both ends belong to it. A date is a number of days. */
export type Interval = { readonly kind: "number"; readonly min: End; readonly max: End };

/**
 * No value: the fact does not apply; or the value is undefined (a denominator of zero, the least of
 * nothing); or it is open, because it may still turn out to be undefined or not applicable.
 */
export type Gone = { readonly kind: "not_applicable" | "undefined" | "open" };

export type Numeric = Interval | Gone;

/** Words that an enumeration or a text may be; undefined: any word. */
export type Words = { readonly kind: "words"; readonly options: ReadonlySet<string> | undefined };

/** Members that a list certainly holds, and those that it may hold; undefined: any word. */
export type Members = {
  readonly kind: "list";
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string> | undefined;
};

export type Value = { readonly kind: "truth"; readonly truth: Truth } | Numeric | Words | Members;

export const truthValue = (truth: Truth): Value => ({ kind: "truth", truth });
export const interval = (min: End, max: End): Interval => ({ kind: "number", min, max });
export const point = (value: End): Interval => interval(value, value);
export const notApplicable: Gone = { kind: "not_applicable" };
export const undefinedValue: Gone = { kind: "undefined" };
export const openValue: Gone = { kind: "open" };

export const isPoint = (value: Interval): boolean =>
  isFinite(value.min) && compareEnds(value.min, value.max) === 0;

/** Applies exact arithmetic; not applicable goes before undefined, and undefined before open. */
export function lift(
  values: readonly Value[],
  apply: (...numbers: Interval[]) => Numeric,
): Numeric {
  const numbers = values.filter((value) => value.kind === "number");
  if (numbers.length === values.length) return apply(...numbers);
  const is = (kind: Value["kind"]) => values.some((value) => value.kind === kind);
  if (is("not_applicable")) return notApplicable;
  return is("undefined") && !is("open") ? undefinedValue : openValue;
}

export const addIntervals = (a: Interval, b: Interval): Interval =>
  interval(addEnds(a.min, b.min), addEnds(a.max, b.max));

export const negateInterval = (a: Interval): Interval =>
  interval(negateEnd(a.max), negateEnd(a.min));

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const ends = [
    multiplyEnds(a.min, b.min),
    multiplyEnds(a.min, b.max),
    multiplyEnds(a.max, b.min),
    multiplyEnds(a.max, b.max),
  ];
  return interval(ends.reduce(lesser), ends.reduce(greater));
}

/** Undefined at a denominator of zero, open where the denominator may be zero. */
export function divideIntervals(a: Interval, b: Interval): Numeric {
  if (b.min.n <= 0n && b.max.n >= 0n) {
    return b.min.n === 0n && b.max.n === 0n ? undefinedValue : openValue;
  }
  return multiplyIntervals(a, interval(invertEnd(b.max), invertEnd(b.min)));
}

export const leastOf = (a: Interval, b: Interval): Interval =>
  interval(lesser(a.min, b.min), lesser(a.max, b.max));

export const greatestOf = (a: Interval, b: Interval): Interval =>
  interval(greater(a.min, b.min), greater(a.max, b.max));

const absolute = (end: End): End => (end.n < 0n ? negateEnd(end) : end);

/** The size of a number, whatever its sign. */
export function absoluteInterval(a: Interval): Interval {
  const [one, other] = [absolute(a.min), absolute(a.max)];
  const reachesZero = a.min.n <= 0n && a.max.n >= 0n;
  return interval(reachesZero ? zero : lesser(one, other), greater(one, other));
}

/** Both ends rounded to a multiple; open where the law states no one step. */
export function roundInterval(mode: Rounding, a: Interval, step: Interval): Numeric {
  if (!isPoint(step) || step.min.n <= 0n) return openValue;
  const round = (end: End) => (isFinite(end) ? roundRatio(end, step.min, mode) : end);
  return interval(round(a.min), round(a.max));
}

const union = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined) =>
  a && b ? new Set([...a, ...b]) : undefined;

/** What is certain where the value is one of two: neither arm of an `if` is chosen yet. */
export function hull(a: Value, b: Value): Value {
  if (a.kind === "truth" && b.kind === "truth") return truthValue(either(a.truth, b.truth));
  if (a.kind === "number" && b.kind === "number") {
    return interval(lesser(a.min, b.min), greater(a.max, b.max));
  }
  if (a.kind === "words" && b.kind === "words") {
    return { kind: "words", options: union(a.options, b.options) };
  }
  if (a.kind === "list" && b.kind === "list") {
    const certain = new Set([...a.certain].filter((word) => b.certain.has(word)));
    return { kind: "list", certain, possible: union(a.possible, b.possible) };
  }
  return a.kind === b.kind ? a : openValue;
}
