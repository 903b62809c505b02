import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../test/harness/runs.ts";
import { evaluateFeel, feelText } from "../feel.ts";
import { addMonths, civilOf, dayOf, weekOfYear } from "./calendar.ts";
import { readAt, readDateTime, readDuration } from "./read.ts";
import { addSeconds, secondsBetween } from "./instant.ts";
import { writeDuration, writeTemporal } from "./write.ts";

const valueOf = (text: string): string => {
  const outcome = evaluateFeel(text);
  return outcome.is === "value" ? feelText(outcome.value) : outcome.code;
};

const days = fc.integer({ min: -300_000_000_000, max: 300_000_000_000 });

describe("the calendar", () => {
  test("finds the day of a date, and the date of a day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(civilOf(day))).toBe(day);
      }),
      runs(100),
    );
  });

  test("agrees with the platform where that has dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const civil = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(civilOf(day)).toEqual(civil);
      }),
      runs(100),
    );
  });

  test("moves by months to the same day, or to the last one of a shorter month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, months) => {
        const [from, to] = [civilOf(day), civilOf(addMonths(day, months) ?? 0)];
        expect(to.year * 12 + to.month - from.year * 12 - from.month).toBe(months);
        expect(to.day).toBeLessThanOrEqual(from.day);
        if (from.day <= 28) expect(to.day).toBe(from.day);
      }),
      runs(100),
    );
  });

  test("counts weeks from the year's first Thursday", () => {
    const week = (year: number, month: number, day: number) =>
      weekOfYear(dayOf({ year, month, day }) ?? 0);
    expect([week(2010, 1, 1), week(2010, 1, 4), week(2008, 12, 29)]).toEqual([53, 1, 1]);
  });
});

const zones = ["", "Z", "+08:00", "-02:45:55", "@Asia/Shanghai", "@Europe/Paris", "@Etc/UTC"];
const moment = fc
  .record({
    day: fc.integer({ min: -200_000, max: 200_000 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    zone: fc.constantFrom(...zones),
  })
  .map(({ day, second, zone }) => {
    const { year, month, day: inMonth } = civilOf(day);
    const two = (part: number) => String(part).padStart(2, "0");
    const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two);
    const digits = String(Math.abs(year)).padStart(4, "0");
    const date = `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(inMonth)}`;
    return `${date}T${clock.join(":")}${zone}`;
  });

/** Half past two, shown the second time in the night when the clocks of Paris are set back. */
const setBack = '@"2024-10-27T01:30:00@Europe/Paris" + duration("PT2H")';

describe("a date and time", () => {
  test("is written as it was read", () => {
    fc.assert(
      fc.property(moment, (text) => {
        const read = readDateTime(text);
        expect(read && writeTemporal(read)).toBe(text);
      }),
      runs(100),
    );
  });

  test("is as far from where a duration leads as the duration is long", () => {
    fc.assert(
      fc.property(moment, fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (text, n) => {
        const from = readDateTime(text);
        const to = from && addSeconds(from, { n, d: 1n });
        expect(from && to && secondsBetween(from, to)).toEqual({ n, d: 1n });
      }),
      runs(100),
    );
  });

  test.each([
    ['@"2024-03-31T02:30:00@Europe/Paris" - @"2024-03-31T01:30:00@Europe/Paris"', "PT1H"],
    ['@"2024-10-27T02:30:00@Europe/Paris".time offset', "PT2H"],
    [`${setBack} - @"2024-10-27T01:30:00@Europe/Paris"`, "PT2H"],
    [`(${setBack}).time offset`, "PT1H"],
    [`string(${setBack})`, '"2024-10-27T02:30:00@Europe/Paris"'],
    [`${setBack} > @"2024-10-27T02:30:00@Europe/Paris"`, "true"],
    [`is(${setBack}, @"2024-10-27T02:30:00@Europe/Paris")`, "false"],
    [`${setBack} - duration("PT1H") = @"2024-10-27T02:30:00@Europe/Paris"`, "true"],
    ['@"2021-01-01T24:00:00" = @"2021-01-02T00:00:00"', "true"],
    ['@"2021-01-01T00:00:00" < @"2021-01-01T00:00:00Z"', "null"],
    ['@"2021-01-01T00:00:00" = @"2021-01-01T00:00:00Z"', "false"],
    ['@"2021-01-01" = @"2021-01-01T00:00:00Z"', "null"],
    ['date and time("2021-01-01T10:00:00@No/Where")', "null"],
    ['time("10:00:00@Europe/Paris") = time("10:00:00+01:00")', "zone_without_date"],
    ['time("10:00:00@Europe/Paris") = time("10:00:00+08:00")', "false"],
    ['time("00:30:00") - duration("PT1H")', "23:30:00"],
    ['date("2024-02-29") + duration("P1Y")', "2025-02-28"],
    ['date("2024-02-29") - duration("PT1S")', "2024-02-28"],
    ['date("999999999-12-31") + duration("P1D")', "null"],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe("a duration", () => {
  test.each([
    ["P1DT36H", "P2DT12H"],
    ["-PT90M", "-PT1H30M"],
    ["PT0.10S", "PT0.1S"],
    ["P14M", "P1Y2M"],
    ["P0D", "PT0S"],
    ["-P0M", "P0M"],
  ])("%s is written %s", (text, expected) => {
    const read = readDuration(text);
    expect(read && writeDuration(read)).toBe(expected);
  });

  test.each(["P", "PT", "P1DT", "P1Y2D", "1D", "P1S", "PT1D", "p1d", "P-1D", "P1.5D"])(
    "%s is none",
    (text) => {
      expect(readDuration(text)).toBeUndefined();
    },
  );

  test.each(["2024-2-01", "+2024-02-01", "02024-02-01", "10:00", "24:00:01", "10:00:00+19:00", ""])(
    "and %s is no literal at all",
    (text) => {
      expect(readAt(text)).toBeUndefined();
    },
  );
});
