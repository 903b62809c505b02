import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedFailures, delayRules, forgottenMs, mostDelayMs, waitMs } from "./attempt.ts";

const lastAt = "2026-11-21T08:00:00.000Z";
const after = (ms: number): Date => new Date(Date.parse(lastAt) + ms);
const rule = delayRules.name;

describe("the delay after failed attempts", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 15_000],
    [6, 30_000],
    [10, 480_000],
    [11, mostDelayMs],
    [5_000, mostDelayMs],
  ])("is, after %i failures, %i ms", (failures, delayMs) => {
    expect(waitMs({ failures, lastAt }, rule, after(0))).toBe(delayMs);
  });

  test("is over when it has been waited for, to the millisecond", () => {
    expect(waitMs({ failures: 5, lastAt }, rule, after(14_999))).toBe(1);
    expect(waitMs({ failures: 5, lastAt }, rule, after(15_000))).toBe(0);
  });

  test("starts again a day later", () => {
    expect(countedFailures({ failures: 9, lastAt }, after(forgottenMs - 1))).toBe(9);
    expect(countedFailures({ failures: 9, lastAt }, after(forgottenMs))).toBe(0);
    expect(waitMs(undefined, rule, after(0))).toBe(0);
  });

  test("is never longer than the longest, wherever the clock jumps, and grows with failures", () => {
    const jump = fc.integer({ min: -48 * 3_600_000, max: 48 * 3_600_000 });
    fc.assert(
      fc.property(fc.nat(10_000), jump, (failures, ms) => {
        const wait = waitMs({ failures, lastAt }, rule, after(ms));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(mostDelayMs);
        const more = waitMs({ failures: failures + 1, lastAt }, rule, after(ms));
        expect(more).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
