import type { Zone } from "../value.ts";
import { civilOf, dayOf } from "./calendar.ts";

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostFormats = 700;

const names = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

function newFormat(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-gregory-hc-h23", {
      timeZone: name,
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (error) {
    // The platform says by this error, and by no other means, that it knows no such zone.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the platform knows of a zone; undefined where it knows none of that name. */
function formatOf(name: string): Intl.DateTimeFormat | undefined {
  if (!names.test(name) || name.length > 60) return undefined;
  if (formats.has(name)) return formats.get(name);
  const format = newFormat(name);
  if (formats.size < mostFormats) formats.set(name, format);
  return format;
}

export const isZoneName = (name: string): boolean => formatOf(name) !== undefined;

const secondsOfDay = 86_400;
const daysOfEra = 146_097;

/** A day in the years that the platform's clock reaches, with the same place in its rules. */
function nearDay(day: number): number {
  const { year } = civilOf(day);
  if (year > 2_400) return day - Math.floor((year - 2_000) / 400) * daysOfEra;
  return year < -9_999 ? (dayOf({ year: -9_999, month: 1, day: 1 }) ?? 0) : day;
}

/** The seconds by which a named zone is ahead of UTC at an instant, in whole seconds since 1970. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const day = Math.floor(instant / secondsOfDay);
  const near = (nearDay(day) - day) * secondsOfDay + instant;
  const parts = new Map(
    format.formatToParts(new Date(near * 1000)).map(({ type, value }) => [type, value] as const),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const ofEra = read("year");
  const year = parts.get("era")?.startsWith("B") === true ? 1 - ofEra : ofEra;
  const days = dayOf({ year, month: read("month"), day: read("day") }) ?? 0;
  const local = days * secondsOfDay + read("hour") * 3600 + read("minute") * 60 + read("second");
  return local - near;
}

/** The offset of a zone at an instant, in seconds; undefined for a zone that is not known. */
export function offsetOf(zone: Zone, instant: number): number | undefined {
  if ("offset" in zone) return zone.offset;
  const format = formatOf(zone.name);
  return format && offsetAt(format, instant);
}

/**
 * The offset that holds at a local time. Where clocks are set back, that of the earlier of the two
 * unless the later is meant; where they are set forward, the one before the gap, so that the time
 * moves on by its length.
 */
export function offsetAtLocal(zone: Zone, local: number, isLater = false): number | undefined {
  if ("offset" in zone) return zone.offset;
  const format = formatOf(zone.name);
  if (!format) return undefined;
  const before = offsetAt(format, local - offsetAt(format, local - secondsOfDay));
  const after = offsetAt(format, local - offsetAt(format, local + secondsOfDay));
  const fits = [before, after].filter((offset) => offsetAt(format, local - offset) === offset);
  if (fits.length === 0) return offsetAt(format, local - Math.max(before, after) - 7200);
  return isLater ? Math.min(...fits) : Math.max(...fits);
}

const noDates = ["2000-01-15", "2000-07-15", "2024-01-15", "2024-07-15"];

/** The offsets that a zone has in winter and summer: all that a time without a date may mean. */
export function offsetsOf(zone: Zone): readonly number[] {
  if ("offset" in zone) return [zone.offset];
  const instants = noDates.map((date) => Date.parse(`${date}T00:00:00Z`) / 1000);
  const offsets = instants.map((instant) => offsetOf(zone, instant) ?? 0);
  return [...new Set(offsets)];
}

export const isSameZone = (a: Zone | undefined, b: Zone | undefined): boolean => {
  if (!a || !b) return a === b;
  if ("offset" in a) return "offset" in b && a.offset === b.offset;
  return "name" in b && a.name === b.name;
};
