import { add, divide, multiply, negate, ratio, subtract, type Ratio } from "../../base/ratio.ts";
import { secondsApart } from "./compare.ts";
import { power } from "./irrational.ts";
import { limits, mostYear } from "./limits.ts";
import { boundNumber, sizeOf, stepsOf, wholePart } from "./number.ts";
import { boundText, fail, spend, stop, type Machine } from "./machine.ts";
import { addMonths } from "./temporal/calendar.ts";
import { addSeconds, fromLocal, localSeconds, secondsBetween } from "./temporal/instant.ts";
import {
  isKind,
  kindOf,
  monthsOf,
  secondsOf,
  type DateTimeValue,
  type DateValue,
  type DaysDuration,
  type Kind,
  type MonthsDuration,
  type TimeValue,
  type Value,
} from "./value.ts";

export type Operator = "+" | "-" | "*" | "/" | "**";

type Work = (machine: Machine, a: Value, b: Value) => Value;
type Row = readonly [a: Kind, sign: Operator, b: Kind, work: Work];

/** A row of the tables, with the kinds of its operands known to its work. */
function row<A extends Kind, B extends Kind>(
  [a, sign, b]: readonly [A, Operator, B],
  work: (machine: Machine, a: Of<A>, b: Of<B>) => Value,
): Row {
  const typed: Work = (machine, left, right) =>
    isKind(left, a) && isKind(right, b) ? work(machine, left as Of<A>, right as Of<B>) : null;
  return [a, sign, b, typed];
}

type Of<K extends Kind> = K extends "string" ? string : Extract<Value, { kind: K }>;

const days = "days and time duration";
const months = "years and months duration";
const moment = "date and time";

function boundSeconds(machine: Machine, seconds: Ratio): Value {
  if (sizeOf(seconds) > limits.bits) return stop(machine, "number_too_long");
  return spend(machine, 1) ? secondsOf(seconds) : null;
}

function boundMonths(machine: Machine, count: number): Value {
  if (Math.abs(count) > mostYear * 12) return fail(machine, "number_out_of_range");
  return monthsOf(count === 0 ? 0 : count);
}

const orOutOfRange = (machine: Machine, value: Value | undefined): Value =>
  value ?? fail(machine, "date_out_of_range");

function laterMonths(machine: Machine, a: DateValue | DateTimeValue, count: number): Value {
  const day = addMonths(a.day, count);
  return orOutOfRange(machine, day === undefined ? undefined : { ...a, day });
}

const laterMoment = (machine: Machine, a: DateTimeValue, seconds: Ratio): Value =>
  orOutOfRange(machine, addSeconds(a, seconds));

function laterDate(machine: Machine, a: DateValue, seconds: Ratio): Value {
  const moved = fromLocal(add(localSeconds(a), seconds), undefined);
  return orOutOfRange(machine, moved && { kind: "date", day: moved.day });
}

function laterTime(_: Machine, a: TimeValue, seconds: Ratio): Value {
  const sum = add(a.ofDay, seconds);
  const whole = 86_400n * sum.d;
  return { ...a, ofDay: ratio(((sum.n % whole) + whole) % whole, sum.d) };
}

function apart(
  machine: Machine,
  a: DateValue | DateTimeValue,
  b: DateValue | DateTimeValue,
): Value {
  const seconds = secondsBetween(b, a);
  return seconds ? secondsOf(seconds) : fail(machine, "operand_type");
}

function quotient(machine: Machine, a: Ratio, b: Ratio): Value {
  if (b.n === 0n) return fail(machine, "division_by_zero");
  return boundNumber(machine, divide(a, b));
}

function timesMonths(machine: Machine, a: MonthsDuration, by: Ratio): Value {
  return boundMonths(machine, wholePart(multiply(ratio(a.months), by)));
}

function partOfMonths(machine: Machine, a: MonthsDuration, by: Ratio): Value {
  if (by.n === 0n) return fail(machine, "division_by_zero");
  return timesMonths(machine, a, divide(ratio(1), by));
}

function partOfSeconds(machine: Machine, a: DaysDuration, by: Ratio): Value {
  if (by.n === 0n) return fail(machine, "division_by_zero");
  return boundSeconds(machine, divide(a.seconds, by));
}

function raise(machine: Machine, a: Ratio, b: Ratio): Value {
  if (!spend(machine, 50 + stepsOf(a, 512) + stepsOf(b, 512))) return null;
  const result = power(a, b);
  if (result === "undefined") return fail(machine, "argument_value");
  if (result === "out_of_range") return fail(machine, "number_out_of_range");
  return boundNumber(machine, result);
}

const ofNumbers: readonly Row[] = [
  row(["number", "+", "number"], (m, a, b) => boundNumber(m, add(a.value, b.value))),
  row(["number", "-", "number"], (m, a, b) => boundNumber(m, subtract(a.value, b.value))),
  row(["number", "*", "number"], (m, a, b) => boundNumber(m, multiply(a.value, b.value))),
  row(["number", "/", "number"], (m, a, b) => quotient(m, a.value, b.value)),
  row(["number", "**", "number"], (m, a, b) => raise(m, a.value, b.value)),
  row(["string", "+", "string"], (m, a, b) => boundText(m, a + b)),
];

const ofDurations: readonly Row[] = [
  row([days, "+", days], (m, a, b) => boundSeconds(m, add(a.seconds, b.seconds))),
  row([days, "-", days], (m, a, b) => boundSeconds(m, subtract(a.seconds, b.seconds))),
  row([days, "*", "number"], (m, a, b) => boundSeconds(m, multiply(a.seconds, b.value))),
  row(["number", "*", days], (m, a, b) => boundSeconds(m, multiply(a.value, b.seconds))),
  row([days, "/", "number"], (m, a, b) => partOfSeconds(m, a, b.value)),
  row([days, "/", days], (m, a, b) => quotient(m, a.seconds, b.seconds)),
  row([months, "+", months], (m, a, b) => boundMonths(m, a.months + b.months)),
  row([months, "-", months], (m, a, b) => boundMonths(m, a.months - b.months)),
  row([months, "*", "number"], (m, a, b) => timesMonths(m, a, b.value)),
  row(["number", "*", months], (m, a, b) => timesMonths(m, b, a.value)),
  row([months, "/", "number"], (m, a, b) => partOfMonths(m, a, b.value)),
  row([months, "/", months], (m, a, b) => quotient(m, ratio(a.months), ratio(b.months))),
];

const ofDates: readonly Row[] = [
  row(["date", "-", "date"], apart),
  row(["date", "-", moment], apart),
  row([moment, "-", "date"], apart),
  row([moment, "-", moment], apart),
  row(["date", "+", months], (m, a, b) => laterMonths(m, a, b.months)),
  row([months, "+", "date"], (m, a, b) => laterMonths(m, b, a.months)),
  row(["date", "-", months], (m, a, b) => laterMonths(m, a, 0 - b.months)),
  row([moment, "+", months], (m, a, b) => laterMonths(m, a, b.months)),
  row([months, "+", moment], (m, a, b) => laterMonths(m, b, a.months)),
  row([moment, "-", months], (m, a, b) => laterMonths(m, a, 0 - b.months)),
  row(["date", "+", days], (m, a, b) => laterDate(m, a, b.seconds)),
  row([days, "+", "date"], (m, a, b) => laterDate(m, b, a.seconds)),
  row(["date", "-", days], (m, a, b) => laterDate(m, a, negate(b.seconds))),
  row([moment, "+", days], (m, a, b) => laterMoment(m, a, b.seconds)),
  row([days, "+", moment], (m, a, b) => laterMoment(m, b, a.seconds)),
  row([moment, "-", days], (m, a, b) => laterMoment(m, a, negate(b.seconds))),
];

const ofTimes: readonly Row[] = [
  row(["time", "-", "time"], secondsApart),
  row(["time", "+", days], (m, a, b) => laterTime(m, a, b.seconds)),
  row([days, "+", "time"], (m, a, b) => laterTime(m, b, a.seconds)),
  row(["time", "-", days], (m, a, b) => laterTime(m, a, negate(b.seconds))),
];

const table: ReadonlyMap<string, Work> = new Map(
  [...ofNumbers, ...ofDurations, ...ofDates, ...ofTimes].map(([a, sign, b, work]) => [
    `${a} ${sign} ${b}`,
    work,
  ]),
);

/** An operator on two values by the tables of the standard; null where no table has the pair. */
export function calculate(
  machine: Machine,
  sign: Operator,
  [a, b]: readonly [Value, Value],
): Value {
  const work = table.get(`${kindOf(a)} ${sign} ${kindOf(b)}`);
  return work ? work(machine, a, b) : fail(machine, "operand_type");
}

export function negative(machine: Machine, value: Value): Value {
  if (isKind(value, "number")) return boundNumber(machine, negate(value.value));
  if (isKind(value, days)) return secondsOf(negate(value.seconds));
  if (isKind(value, months)) return boundMonths(machine, 0 - value.months);
  return fail(machine, "operand_type");
}
