import { isWhole, ratio, type Ratio } from "../../../base/ratio.ts";
import { fail, type Machine } from "../machine.ts";
import { wholePart } from "../number.ts";
import { civilOf, dayOf, dayOfYear, weekdayOf, weekOfYear } from "../temporal/calendar.ts";
import { mostOffset, readDate, readDateTime, readDuration, readTime } from "../temporal/read.ts";
import { midnightOf } from "../types.ts";
import {
  isKind,
  monthsOf,
  wholeOf,
  type DateTimeValue,
  type DateValue,
  type Value,
  type Zone,
} from "../value.ts";
import { countOf, textOf } from "./given.ts";
import { takes, type BuiltIn, type Given } from "./matching.ts";

const noTime: Ratio = { n: 0n, d: 1n };
const utc: Zone = { offset: 0 };

const orInvalid = (machine: Machine, value: Value | undefined): Value =>
  value ?? fail(machine, "literal_invalid");

/** A function of one text, or of values that it makes into its kind. */
const convert =
  (read: (text: string) => Value | undefined, from: (value: Value) => Value | undefined) =>
  (machine: Machine, [value = null]: readonly Given[]): Value =>
    orInvalid(machine, typeof value === "string" ? read(value) : from(value));

const toDate = (value: Value): Value | undefined =>
  isKind(value, "date and time") ? { kind: "date", day: value.day } : value;

function toTime(value: Value): Value | undefined {
  if (isKind(value, "date")) return { kind: "time", ofDay: noTime, zone: utc };
  if (!isKind(value, "date and time")) return value;
  const { ofDay, zone } = value;
  return { kind: "time", ofDay, ...(zone && { zone }) };
}

const toDateTime = (value: Value): Value => (isKind(value, "date") ? midnightOf(value) : value);

function dateOf(machine: Machine, given: readonly Given[]): Value {
  const [year = 0, month = 0, day = 0] = given.map(countOf);
  const found = dayOf({ year, month, day });
  return found === undefined ? fail(machine, "argument_value") : { kind: "date", day: found };
}

/** The zone of an offset; null, with its reason, where no clock stands so far from UTC. */
function zoneOf(machine: Machine, offset: Given): Zone | undefined | null {
  if (offset === undefined || offset === null) return undefined;
  if (!isKind(offset, "days and time duration") || !isWhole(offset.seconds)) {
    return fail(machine, "argument_value");
  }
  const seconds = wholePart(offset.seconds);
  return Math.abs(seconds) > mostOffset ? fail(machine, "argument_value") : { offset: seconds };
}

function timeOf(machine: Machine, [hour, minute, second, offset]: readonly Given[]): Value {
  const [hours, minutes] = [countOf(hour) ?? -1, countOf(minute) ?? -1];
  const zone = zoneOf(machine, offset);
  if (zone === null || second === undefined || !isKind(second, "number")) return null;
  const { n, d } = second.value;
  const isClock = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
  if (!isClock || n < 0n || n >= 60n * d) return fail(machine, "argument_value");
  const ofDay = ratio(BigInt(hours * 3600 + minutes * 60) * d + n, d);
  return { kind: "time", ofDay, ...(zone && { zone }) };
}

function joinDateAndTime(machine: Machine, [date = null, time = null]: readonly Given[]): Value {
  const hasDay = isKind(date, "date") || isKind(date, "date and time");
  if (!hasDay || !isKind(time, "time")) return fail(machine, "argument_type");
  const { ofDay, zone } = time;
  return { kind: "date and time", day: date.day, ofDay, ...(zone && { zone }) };
}

const isDay = (value: Given): value is DateValue | DateTimeValue =>
  value !== undefined && (isKind(value, "date") || isKind(value, "date and time"));

/** Whole months between two days, towards zero. */
function monthsBetween(machine: Machine, [from, to]: readonly Given[]): Value {
  if (!isDay(from) || !isDay(to)) return fail(machine, "argument_type");
  const [start, end] = [civilOf(from.day), civilOf(to.day)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  if (months > 0 && end.day < start.day) return monthsOf(months - 1);
  return monthsOf(months < 0 && end.day > start.day ? months + 1 : months);
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const ofDay = (work: (day: number) => Value): BuiltIn => [
  {
    takes: takes("date: date | date and time"),
    run: (machine, [date]) => (isDay(date) ? work(date.day) : fail(machine, "argument_type")),
  },
];

function now({ now: clock }: Machine): DateTimeValue {
  const instant = clock().getTime();
  const day = Math.floor(instant / 86_400_000);
  const seconds = ratio(instant - day * 86_400_000, 1000);
  return { kind: "date and time", day, ofDay: seconds, zone: utc };
}

const either = "date | date and time";

export const temporalFunctions: Readonly<Record<string, BuiltIn>> = {
  date: [
    { takes: takes(`from: string | ${either}`), run: convert(readDate, toDate) },
    { takes: takes("year: number", "month: number", "day: number"), run: dateOf },
  ],
  time: [
    { takes: takes(`from: string | time | ${either}`), run: convert(readTime, toTime) },
    {
      takes: takes(
        "hour: number",
        "minute: number",
        "second: number",
        "offset?: days and time duration?",
      ),
      run: timeOf,
    },
  ],
  "date and time": [
    { takes: takes(`from: string | ${either}`), run: convert(readDateTime, toDateTime) },
    { takes: takes(`date: ${either}`, "time: time"), run: joinDateAndTime },
  ],
  duration: [
    {
      takes: takes("from: string"),
      run: (machine, [text]) => orInvalid(machine, readDuration(textOf(text))),
    },
  ],
  "years and months duration": [
    { takes: takes(`from: ${either}`, `to: ${either}`), run: monthsBetween },
  ],
  "day of year": ofDay((day) => wholeOf(dayOfYear(day))),
  "day of week": ofDay((day) => weekdays[weekdayOf(day) - 1] ?? null),
  "month of year": ofDay((day) => months[civilOf(day).month - 1] ?? null),
  "week of year": ofDay((day) => wholeOf(weekOfYear(day))),
  now: [{ takes: [], run: now }],
  today: [{ takes: [], run: (machine) => ({ kind: "date", day: now(machine).day }) }],
};
