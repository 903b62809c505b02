import { add, floorSteps, one, ratio, subtract, type Ratio } from "../../../base/ratio.ts";
import type { DateTimeValue, DateValue, TimeValue, Zone } from "../value.ts";
import { isWithinYears } from "./calendar.ts";
import { isSameZone, offsetAtLocal, offsetOf, offsetsOf } from "./zone.ts";

const secondsOfDay = 86_400;
const whole = (value: Ratio): number => Number(floorSteps(value, one));

/** The seconds since 1970-01-01T00:00:00 on the value's own clock. A date is its midnight. */
export const localSeconds = (value: DateTimeValue | DateValue): Ratio =>
  value.kind === "date"
    ? ratio(BigInt(value.day) * 86_400n)
    : add(ratio(BigInt(value.day) * 86_400n), value.ofDay);

/** A date counts from midnight in UTC; a date and time may have no zone. */
export const zoneOf = (value: DateTimeValue | DateValue): Zone | undefined =>
  value.kind === "date" ? { offset: 0 } : value.zone;

/** The offset from UTC of a date and time, where it has a zone. */
export function offsetOfMoment(value: DateTimeValue): number | undefined {
  if (!value.zone) return undefined;
  return offsetAtLocal(value.zone, whole(localSeconds(value)), value.isLater);
}

/** Seconds since 1970-01-01T00:00:00Z; undefined without a zone. */
export function instantOf(value: DateTimeValue | DateValue): Ratio | undefined {
  const local = localSeconds(value);
  if (value.kind === "date") return local;
  const offset = offsetOfMoment(value);
  return offset === undefined ? undefined : subtract(local, ratio(offset));
}

/** The date and time that a clock in a zone shows at local seconds; undefined off the calendar. */
export function fromLocal(seconds: Ratio, zone: Zone | undefined): DateTimeValue | undefined {
  const day = Number(floorSteps(seconds, ratio(secondsOfDay)));
  if (!isWithinYears(day)) return undefined;
  const ofDay = subtract(seconds, ratio(BigInt(day) * 86_400n));
  return { kind: "date and time", day, ofDay, ...(zone && { zone }) };
}

/** The date and time that a clock in a zone shows at an instant; of two such, it says which. */
export function fromInstant(seconds: Ratio, zone: Zone): DateTimeValue | undefined {
  const instant = whole(seconds);
  if (!isWithinYears(Math.floor(instant / secondsOfDay))) return undefined;
  const offset = offsetOf(zone, instant) ?? 0;
  const shown = fromLocal(add(seconds, ratio(offset)), zone);
  return shown && offsetOfMoment(shown) !== offset ? { ...shown, isLater: true } : shown;
}

/** The same moment that much later: along the clock without a zone, else along time itself. */
export function addSeconds(value: DateTimeValue, seconds: Ratio): DateTimeValue | undefined {
  const instant = instantOf(value);
  if (instant === undefined || !value.zone)
    return fromLocal(add(localSeconds(value), seconds), undefined);
  return fromInstant(add(instant, seconds), value.zone);
}

/** What two values are apart: undefined where only one has a zone. */
export function secondsBetween(
  from: DateTimeValue | DateValue,
  to: DateTimeValue | DateValue,
): Ratio | undefined {
  const [fromZone, toZone] = [zoneOf(from), zoneOf(to)];
  if (!fromZone !== !toZone) return undefined;
  if (!fromZone) return subtract(localSeconds(to), localSeconds(from));
  const [start, end] = [instantOf(from), instantOf(to)];
  return start && end && subtract(end, start);
}

/**
 * What two times of day are apart, in each way that their zones allow: none where only one has a
 * zone, several where a zone's offset depends on a date that a time has not.
 */
export function timesApart(from: TimeValue, to: TimeValue): readonly Ratio[] {
  const difference = subtract(to.ofDay, from.ofDay);
  if (isSameZone(from.zone, to.zone)) return [difference];
  if (!from.zone || !to.zone) return [];
  const ends = offsetsOf(to.zone);
  return offsetsOf(from.zone).flatMap((start) =>
    ends.map((end) => add(difference, ratio(start - end))),
  );
}
