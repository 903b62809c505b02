import { ratio, type Ratio } from "../../../base/ratio.ts";
import { mostYear } from "../limits.ts";
import type {
  DateTimeValue,
  DateValue,
  DaysDuration,
  Duration,
  TimeValue,
  Zone,
} from "../value.ts";
import { dayOf } from "./calendar.ts";
import { isZoneName } from "./zone.ts";

/** The longest text of a date, time or duration that is read. */
const mostCharacters = 120;
/** The largest offset from UTC, in seconds. */
export const mostOffset = 18 * 3600;

const dates = /^(-?)([1-9]\d{4,8}|\d{4})-(\d\d)-(\d\d)$/;
const times = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/;

function readDay(text: string): number | undefined {
  const match = dates.exec(text);
  if (!match) return undefined;
  const [, sign, year, month, day] = match;
  const signed = Number(year) * (sign === "-" ? -1 : 1);
  return dayOf({ year: signed, month: Number(month), day: Number(day) });
}

export function readDate(text: string): DateValue | undefined {
  const day = readDay(text);
  return day === undefined ? undefined : { kind: "date", day };
}

/** The zone behind a time; undefined where it names none that is known. */
function readZone(text: string): Zone | undefined {
  if (text === "Z") return { offset: 0 };
  if (text.startsWith("@")) {
    const name = text.slice(1);
    return isZoneName(name) ? { name } : undefined;
  }
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(":").map(Number);
  const size = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || size > mostOffset) return undefined;
  return { offset: text.startsWith("-") ? 0 - size : size };
}

type Clock = { readonly ofDay: Ratio; readonly zone?: Zone };

/** The seconds since midnight and the zone of a clock's text; 24:00:00 is a whole day. */
function readClock(text: string): Clock | undefined {
  const match = times.exec(text);
  if (!match || text.length > mostCharacters) return undefined;
  const [, hour = "", minute = "", second = "", fraction = "", behind] = match;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  const part = ratio(BigInt(fraction || "0"), 10n ** BigInt(fraction.length));
  const isMidnight = hours === 24 && minutes === 0 && seconds === 0 && part.n === 0n;
  if ((hours > 23 && !isMidnight) || minutes > 59 || seconds > 59) return undefined;
  const whole = BigInt(hours * 3600 + minutes * 60 + seconds);
  const ofDay = ratio(whole * part.d + part.n, part.d);
  if (behind === undefined) return { ofDay };
  const zone = readZone(behind);
  return zone && { ofDay, zone };
}

const isWholeDay = ({ ofDay }: Clock): boolean => ofDay.n === 86_400n * ofDay.d;

export function readTime(text: string): TimeValue | undefined {
  const clock = readClock(text);
  if (!clock) return undefined;
  return { kind: "time", ...clock, ...(isWholeDay(clock) && { ofDay: { n: 0n, d: 1n } }) };
}

/** A date and time, or a date alone for its midnight. */
export function readDateTime(text: string): DateTimeValue | undefined {
  const [first = "", ...rest] = text.split("T");
  const behind = rest.join("T");
  const day = readDay(first);
  if (day === undefined || text.length > mostCharacters) return undefined;
  const ofDay = { n: 0n, d: 1n };
  if (!text.includes("T")) return { kind: "date and time", day, ofDay };
  const clock = readClock(behind);
  if (!clock) return undefined;
  if (!isWholeDay(clock)) return { kind: "date and time", day, ...clock };
  return { kind: "date and time", day: day + 1, ...clock, ofDay };
}

const months = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;
const days = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

function readDays(text: string): DaysDuration | undefined {
  const match = days.exec(text);
  if (!match || !/\d/.test(text) || text.endsWith("T")) return undefined;
  const [, sign, day = "0", hour = "0", minute = "0", second = "0", fraction = ""] = match;
  const whole =
    BigInt(day) * 86_400n + BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second);
  const part = 10n ** BigInt(fraction.length);
  const size = whole * part + BigInt(fraction || "0");
  const seconds = ratio(sign === "-" ? -size : size, part);
  return { kind: "days and time duration", seconds };
}

export function readDuration(text: string): Duration | undefined {
  if (text.length > mostCharacters) return undefined;
  const match = months.exec(text);
  if (!match || !/\d/.test(text)) return readDays(text);
  const size = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  if (size > mostYear * 12) return undefined;
  const count = match[1] === "-" ? 0 - size : size;
  return { kind: "years and months duration", months: count };
}

/** What `@"…"` says: the one of the temporal kinds whose form the text has. */
export const readAt = (
  text: string,
): DateValue | TimeValue | DateTimeValue | Duration | undefined =>
  readDate(text) ?? readTime(text) ?? readDateTime(text) ?? readDuration(text);
