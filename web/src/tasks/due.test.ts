import { describe, expect, test } from "vitest";
import { dueText, isPast } from "./due.ts";

describe("a due date", () => {
  test("is said as exactly as the text has it", () => {
    expect(dueText("2021", "zh")).toBe("2021 年");
    expect(dueText("2021-06", "zh")).toBe("2021 年 6 月");
    expect(dueText("2021-06-30", "zh")).toBe("2021 年 6 月 30 日");
    expect(dueText("2021-06", "en")).toBe("2021-06");
  });

  test("is past only when all of its year, month or day is", () => {
    expect(isPast("2025", "2025-12-31")).toBe(false);
    expect(isPast("2025", "2026-01-01")).toBe(true);
    expect(isPast("2025-06", "2025-06-30")).toBe(false);
    expect(isPast("2025-06-30", "2025-07-01")).toBe(true);
    expect(isPast("unknown", "2026-01-01")).toBe(false);
  });
});
