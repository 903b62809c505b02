import { describe, expect, test } from "vitest";
import { civilDateIn, dayNumber, isCivilDate } from "./date.ts";

describe("a civil date", () => {
  test("is counted from 1970-01-01", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2026-03-01")).toBe((dayNumber("2026-02-28") ?? 0) + 1);
    expect(dayNumber("2024-03-01")).toBe((dayNumber("2024-02-28") ?? 0) + 2);
  });

  test("stands in the calendar, or is none", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "", "20260101"]) {
      expect(isCivilDate(text), text).toBe(false);
    }
    expect(isCivilDate("0099-12-31")).toBe(true);
  });

  test("is the city's own day, wherever the server stands", () => {
    const instant = new Date("2026-03-15T16:30:00Z");
    expect(civilDateIn("Asia/Shanghai", instant)).toBe("2026-03-16");
    expect(civilDateIn("America/New_York", instant)).toBe("2026-03-15");
  });
});
