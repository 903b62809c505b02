import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, firstDay, fullMonths, lastDay, weekdayOf } from "./calendar.ts";
import { dayNumber } from "./date.ts";

const day = (text: string): number => dayNumber(text) ?? NaN;
const anyDay = fc.integer({ min: firstDay, max: lastDay });
const someMonths = fc.integer({ min: -2_400, max: 2_400 });

describe("months on the calendar", () => {
  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2024-01-15", -1, "2023-12-15"],
    ["0099-12-31", 12, "0100-12-31"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(day(to));
  });

  test("are full when the corresponding day is reached, or the month's last where it has none", () => {
    expect(fullMonths(day("2024-01-31"), day("2024-02-28"))).toBe(0);
    expect(fullMonths(day("2024-01-31"), day("2024-02-29"))).toBe(1);
    expect(fullMonths(day("2004-05-01"), day("2024-05-01"))).toBe(240);
    expect(fullMonths(day("2004-05-02"), day("2024-05-01"))).toBe(239);
    expect(fullMonths(day("2024-05-02"), day("2024-05-01"))).toBe(-1);
  });

  test("are the most that do not reach beyond", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const months = fullMonths(from, to);
        expect(addMonths(from, months) ?? firstDay).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1) ?? lastDay + 1).toBeGreaterThan(to);
      }),
    );
  });

  test("never turn the order of days round", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), someMonths, (from, later, months) => {
        const [one, other] = [addMonths(from, months), addMonths(from + later, months)];
        if (one !== undefined && other !== undefined) expect(other).toBeGreaterThanOrEqual(one);
      }),
    );
  });
});

describe("the calendar", () => {
  test("begins and ends", () => {
    expect(addDays(lastDay, 1)).toBeUndefined();
    expect(addDays(firstDay, -1)).toBeUndefined();
    expect(addMonths(lastDay, 1)).toBeUndefined();
    expect(addMonths(firstDay, -1)).toBeUndefined();
    expect(addMonths(0, 2 ** 53)).toBeUndefined();
    expect(addDays(0, 2 ** 53)).toBeUndefined();
  });

  test("knows its weekdays", () => {
    expect(weekdayOf(day("1970-01-01"))).toBe(4);
    expect(weekdayOf(day("1969-12-29"))).toBe(1);
    expect(weekdayOf(day("2026-11-22"))).toBe(7);
  });
});
