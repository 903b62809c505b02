import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "./date.ts";
import { addWorkingDays, countWorkingDays, workYear } from "./working-days.ts";

const day = (text: string): number => dayNumber(text) ?? NaN;

/** Two years as somebody might arrange them: a holiday in each, and a Sunday that is worked. */
const calendar = new Map([
  [2030, workYear(2030, new Set(["2030-01-01", "2030-05-01", "2030-05-05"].map(day)))],
  [2031, workYear(2031, new Set(["2031-01-01"].map(day)))],
]);
const anyDay = fc.integer({ min: day("2030-01-01"), max: day("2031-12-31") });

describe("working days", () => {
  test.each([
    ["2030-04-30", 1, "2030-05-02", "the first of May is free"],
    ["2030-05-03", 1, "2030-05-05", "that Sunday is worked"],
    ["2030-05-04", 0, "2030-05-04", "none after a Saturday is the Saturday"],
    ["2030-05-06", -1, "2030-05-05", "the day before a Monday"],
    ["2030-12-30", 2, "2031-01-02", "over the end of the year"],
    ["2031-01-02", -2, "2030-12-30", "and back"],
  ])("%s and %i of them are %s: %s", (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(day(to));
  });

  test("are counted after the one day up to the other", () => {
    expect(countWorkingDays(calendar, day("2030-04-30"), day("2030-05-06"))).toBe(4);
    expect(countWorkingDays(calendar, day("2030-05-06"), day("2030-04-30"))).toBe(-4);
    expect(countWorkingDays(calendar, day("2030-05-01"), day("2030-05-01"))).toBe(0);
    expect(countWorkingDays(calendar, day("2030-01-01"), day("2031-12-31"))).toBe(260 + 260);
  });

  test("that are added are counted again", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 250 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count);
        if (typeof to === "number") expect(countWorkingDays(calendar, from, to)).toBe(count);
      }),
    );
  });

  test("never turn the order of days round", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.integer({ min: -60, max: 60 }), (from, later, count) => {
        const one = addWorkingDays(calendar, from, count);
        const other = addWorkingDays(calendar, from + later, count);
        if (typeof one === "number" && typeof other === "number") {
          expect(other).toBeGreaterThanOrEqual(one);
        }
      }),
    );
  });

  test("of a year that nobody arranged are not guessed", () => {
    expect(addWorkingDays(calendar, day("2031-12-31"), 1)).toEqual({ missing: 2032 });
    expect(addWorkingDays(calendar, day("2030-01-02"), -2)).toEqual({ missing: 2029 });
    expect(addWorkingDays(calendar, day("2040-01-02"), 1)).toEqual({ missing: 2040 });
    expect(countWorkingDays(calendar, day("2030-01-02"), day("2032-01-02"))).toEqual({
      missing: 2032,
    });
    expect(addWorkingDays(calendar, day("2030-01-02"), 2 ** 53)).toEqual({ missing: 2032 });
  });
});
