import { compareRatio, floorSteps, one, ratio, subtract } from "../../base/ratio.ts";
import { deeper, fail, spend, stop, type Machine } from "./machine.ts";
import { stepsOf } from "./number.ts";
import { compareText } from "./text.ts";
import { localSeconds, offsetOfMoment, secondsBetween, timesApart } from "./temporal/instant.ts";
import { isSameZone } from "./temporal/zone.ts";
import {
  isKind,
  kindOf,
  type ContextValue,
  type DateTimeValue,
  type RangeEnd,
  type RangeValue,
  type TimeValue,
  type Value,
} from "./value.ts";

/** True, false, or null where the standard leaves the comparison open. */
export type Answer = boolean | null;

/** Conjunction of three values. */
export const both = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === null || b === null ? null : true;

/** Disjunction of three values. */
export const either = (a: Answer, b: Answer): Answer =>
  a === true || b === true ? true : a === null || b === null ? null : false;

const inWholeSeconds = (time: TimeValue): TimeValue => ({
  ...time,
  ofDay: ratio(floorSteps(time.ofDay, one)),
});

/**
 * Compares times by their whole seconds, as the standard counts them. A time of a zone without a
 * date has an answer where all offsets that the zone has give the same one.
 */
function orderTimes(machine: Machine, a: TimeValue, b: TimeValue): number | undefined {
  const apart = timesApart(inWholeSeconds(b), inWholeSeconds(a));
  const signs = new Set(apart.map(({ n }) => (n < 0n ? -1 : n > 0n ? 1 : 0)));
  if (signs.size > 1) stop(machine, "zone_without_date");
  return signs.size === 1 ? [...signs][0] : undefined;
}

function orderMoments(a: DateTimeValue, b: DateTimeValue): number | undefined {
  const apart = secondsBetween(b, a);
  return apart && compareRatio(apart, { n: 0n, d: 1n });
}

/** Negative, zero or positive; undefined where the two have no order. */
export function order(machine: Machine, a: Value, b: Value): number | undefined {
  if (isKind(a, "number") && isKind(b, "number")) {
    const steps = stepsOf(a.value, 1 << 20) + stepsOf(b.value, 1 << 20);
    return spend(machine, steps) ? compareRatio(a.value, b.value) : undefined;
  }
  if (isKind(a, "string") && isKind(b, "string")) return compareText(a, b);
  if (isKind(a, "date") && isKind(b, "date")) return a.day - b.day;
  if (isKind(a, "time") && isKind(b, "time")) return orderTimes(machine, a, b);
  if (isKind(a, "date and time") && isKind(b, "date and time")) return orderMoments(a, b);
  if (isKind(a, "days and time duration") && isKind(b, "days and time duration")) {
    return compareRatio(a.seconds, b.seconds);
  }
  if (isKind(a, "years and months duration") && isKind(b, "years and months duration")) {
    return a.months - b.months;
  }
  return undefined;
}

export type Sign = "<" | "<=" | ">" | ">=";

/** An ordering comparison; null, with its reason, between values without an order. */
export function compare(machine: Machine, sign: Sign, [a, b]: readonly [Value, Value]): Answer {
  const difference = order(machine, a, b);
  if (difference === undefined) return fail(machine, "not_comparable");
  switch (sign) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

function equalLists(machine: Machine, a: readonly Value[], b: readonly Value[]): Answer {
  if (a.length !== b.length) return false;
  let answer: Answer = true;
  for (const [place, item] of a.entries()) {
    answer = both(answer, equal(machine, item, b[place] ?? null));
    if (answer === false || machine.refusal !== undefined) return answer;
  }
  return answer;
}

function equalContexts(machine: Machine, a: ContextValue, b: ContextValue): Answer {
  if (a.entries.size !== b.entries.size) return false;
  let answer: Answer = true;
  for (const [key, item] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined) return false;
    answer = both(answer, equal(machine, item, other));
  }
  return answer;
}

function equalEnds(machine: Machine, a: RangeEnd, b: RangeEnd): Answer {
  if ((a.value === undefined) !== (b.value === undefined)) return false;
  if (a.closed !== b.closed) return false;
  return a.value === undefined || b.value === undefined || equal(machine, a.value, b.value);
}

function equalRanges(machine: Machine, a: RangeValue, b: RangeValue): Answer {
  if ((a.except === undefined) !== (b.except === undefined)) return false;
  if (a.except !== undefined && b.except !== undefined) return equal(machine, a.except, b.except);
  return both(equalEnds(machine, a.low, b.low), equalEnds(machine, a.high, b.high));
}

/** Equality of the standard: null only equals null, and different kinds have no answer. */
export function equal(machine: Machine, a: Value, b: Value): Answer {
  if (!spend(machine, 1)) return null;
  if (a === null || b === null) return a === b;
  if (kindOf(a) !== kindOf(b)) return fail(machine, "not_comparable");
  if (isKind(a, "boolean")) return a === b;
  if (isKind(a, "list") && isKind(b, "list")) {
    return deeper(machine, () => equalLists(machine, a.items, b.items));
  }
  if (isKind(a, "context") && isKind(b, "context")) {
    return deeper(machine, () => equalContexts(machine, a, b));
  }
  if (isKind(a, "range") && isKind(b, "range")) {
    return deeper(machine, () => equalRanges(machine, a, b));
  }
  if (isKind(a, "function")) return a === b || fail(machine, "not_comparable");
  const difference = order(machine, a, b);
  // A time with a zone and one without are never the same.
  return difference === 0;
}

/** Whether a list has an item: that two values cannot be compared means that they differ. */
export function isSame(machine: Machine, a: Value, b: Value): boolean {
  const noted = machine.notes.length;
  const answer = equal(machine, a, b);
  machine.notes.length = noted;
  return answer === true;
}

/** What `is(…)` asks: the same kind, and the same in each part. */
export function isIdentical(machine: Machine, a: Value, b: Value): Answer {
  if (kindOf(a) !== kindOf(b)) return false;
  if (isKind(a, "time") && isKind(b, "time")) {
    return compareRatio(a.ofDay, b.ofDay) === 0 && isSameZone(a.zone, b.zone);
  }
  if (isKind(a, "date and time") && isKind(b, "date and time")) {
    const isSameClock = compareRatio(localSeconds(a), localSeconds(b)) === 0;
    const isSameOffset = offsetOfMoment(a) === offsetOfMoment(b);
    return isSameClock && isSameOffset && isSameZone(a.zone, b.zone);
  }
  return equal(machine, a, b);
}

/** Whether a value lies in a range; null where it cannot be compared with its ends. */
export function contains(machine: Machine, range: RangeValue, value: Value): Answer {
  if (range.except !== undefined) {
    const answer = equal(machine, value, range.except);
    return answer === null ? null : !answer;
  }
  const { low, high } = range;
  const above =
    low.value === undefined || compare(machine, low.closed ? ">=" : ">", [value, low.value]);
  const below =
    high.value === undefined || compare(machine, high.closed ? "<=" : "<", [value, high.value]);
  return both(above, below);
}

/** Seconds between two times, for arithmetic that needs one answer. */
export function secondsApart(machine: Machine, a: TimeValue, b: TimeValue): Value {
  const found = timesApart(b, a);
  const [first] = found;
  if (!first) return fail(machine, "operand_type");
  if (found.some((other) => subtract(other, first).n !== 0n))
    return stop(machine, "zone_without_date");
  return { kind: "days and time duration", seconds: first };
}
