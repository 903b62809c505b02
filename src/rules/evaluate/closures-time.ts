import type { TimeUnit } from "../ir.ts";
import { gauge, gone, noNumber, none, type Machine, type NumberRun } from "./machine.ts";
import { isUnarranged, movedDay, unitsBetween } from "./moving.ts";

/** The lower and upper ends of two numbers. */
export type Four = readonly [a: number, b: number, c: number, d: number];

/** A number that is the calendar's: from the ends of two others, both of them there. */
export type Timing = (machine: Machine, unit: TimeUnit, ends: Four) => number;

/** A date from a to b, moved by c to d units. */
export const shifted: Timing = ({ calendar }, unit, [a, b, c, d]) => {
  if (!Number.isFinite(a + b + c + d)) return noNumber(gone.open);
  const low = movedDay(calendar, unit, [a, c]);
  const high = movedDay(calendar, unit, [b, d]);
  if (typeof low !== "number" || typeof high !== "number") {
    const isOff = low === undefined && a === b && c === d;
    return noNumber(isOff ? gone.undefined : gone.open);
  }
  gauge.high = high;
  return low;
};

/** What lies between a date from a to b and one from c to d. */
export const elapsed: Timing = ({ calendar }, unit, [a, b, c, d]) => {
  if (unit === "day") return noNumber(gone.open);
  const isEndless = unit === "month";
  const count = (from: number, to: number, otherwise: number): number => {
    if (!Number.isFinite(from - to)) return isEndless ? otherwise : NaN;
    const units = unitsBetween(calendar, unit, [from, to]);
    return isUnarranged(units) ? NaN : units;
  };
  const [low, high] = [count(b, c, -Infinity), count(a, d, Infinity)];
  if (Number.isNaN(low) || Number.isNaN(high)) return noNumber(gone.open);
  gauge.high = high;
  return low;
};

/** Runs both numbers, then what the calendar makes of them. */
export function runTimed(
  timing: Timing,
  unit: TimeUnit,
  [first, second]: readonly [NumberRun, NumberRun],
): NumberRun {
  return (machine) => {
    const a = first(machine);
    const b = gauge.high;
    const c = second(machine);
    const d = gauge.high;
    if (!Number.isNaN(a) && !Number.isNaN(c)) return timing(machine, unit, [a, b, c, d]);
    return noNumber(Math.min(Number.isNaN(a) ? b : none, Number.isNaN(c) ? d : none));
  };
}
