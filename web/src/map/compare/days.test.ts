import { describe, expect, test } from "vitest";
import { daysText, readDays, usualDays } from "./days.ts";

describe("two days", () => {
  test("are a year ago and today at first", () => {
    expect(usualDays(new Date(2026, 10, 22))).toEqual({ left: "2025-11-22", right: "2026-11-22" });
  });

  test("are read back from the address", () => {
    const days = { left: "2019-03-01", right: "2026-03-01" };
    expect(readDays(daysText(days))).toEqual(days);
  });

  test.each([undefined, "", "2019-03-01", "2019-03-01,", "2019-13-01,2020-01-01", "a,b", "1,2,3"])(
    "%s names no two days",
    (days) => expect(readDays(days)).toBeUndefined(),
  );
});
