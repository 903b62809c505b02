import { ratio } from "../../base/ratio.ts";
import type { WorkCalendar } from "../../base/working-days.ts";
import type { Node, TimeUnit } from "../ir.ts";
import { isFinite, least, most, type End } from "./ends.ts";
import { isUnarranged, movedDay, unitsBetween, type Moved } from "./moving.ts";
import { interval, isPoint, openValue, undefinedValue } from "./value.ts";
import type { Interval, Numeric, Value } from "./value.ts";

export type Timed = Extract<Node, { op: "shift" | "elapsed" }>;

const numberOf = (end: End): number => Number(end.n) / Number(end.d);

const areFinite = (...ends: readonly End[]): boolean => ends.every(isFinite);

const ends = (calendar: WorkCalendar, unit: TimeUnit, [date, by]: readonly Interval[]): Moved[] =>
  date && by && areFinite(date.min, date.max, by.min, by.max)
    ? [
        movedDay(calendar, unit, [numberOf(date.min), numberOf(by.min)]),
        movedDay(calendar, unit, [numberOf(date.max), numberOf(by.max)]),
      ]
    : [];

/** A date moved: undefined off the calendar, open where it may be, or where a year is missing. */
function shifted(calendar: WorkCalendar, unit: TimeUnit, both: readonly Interval[]): Numeric {
  const [low, high] = ends(calendar, unit, both);
  if (typeof low === "number" && typeof high === "number") {
    return interval(ratio(low), ratio(high));
  }
  const isOff = low === undefined && both.every(isPoint);
  return isOff ? undefinedValue : openValue;
}

/** More days lie between where the one is earlier and the other later. */
function between(calendar: WorkCalendar, node: Timed, both: readonly Interval[]): Numeric {
  const [from, to] = both;
  if (node.op !== "elapsed" || !from || !to) return openValue;
  const count = (start: End, end: End, otherwise: End): End | undefined => {
    if (!areFinite(start, end)) return node.unit === "month" ? otherwise : undefined;
    const units = unitsBetween(calendar, node.unit, [numberOf(start), numberOf(end)]);
    return isUnarranged(units) ? undefined : ratio(units);
  };
  const [min, max] = [count(from.max, to.min, least), count(from.min, to.max, most)];
  return min && max ? interval(min, max) : openValue;
}

/** What becomes of dates on the calendar, from the two values that the node names. */
export const timed = (calendar: WorkCalendar, node: Timed, both: readonly Interval[]): Numeric =>
  node.op === "shift" ? shifted(calendar, node.unit, both) : between(calendar, node, both);

/** The year without which two values do not settle a number of working days. */
export function missingYear(
  calendar: WorkCalendar,
  node: Timed,
  values: readonly Value[],
): number | undefined {
  const both = values.filter((value) => value.kind === "number");
  const [from, to] = both;
  if (!from || !to || !areFinite(from.min, from.max, to.min, to.max)) return undefined;
  const found =
    node.op === "shift"
      ? ends(calendar, node.unit, both)
      : [
          unitsBetween(calendar, node.unit, [numberOf(from.max), numberOf(to.min)]),
          unitsBetween(calendar, node.unit, [numberOf(from.min), numberOf(to.max)]),
        ];
  return found.find(isUnarranged)?.missing;
}
