import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedFailures, delayRules, forgottenMs, waitMs } from "./attempt.ts";

const lastAt = "2026-11-21T08:00:00.000Z";
const after = (ms: number): Date => new Date(Date.parse(lastAt) + ms);
const hourMs = 3_600_000;
const { name, address } = delayRules;

describe("the delay after failed attempts", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 15_000],
    [6, 30_000],
    [10, 480_000],
    [11, 900_000],
    [5_000, 900_000],
  ])("is, after %i failures under a name, %i ms", (failures, delayMs) => {
    expect(waitMs({ failures, lastAt }, name, after(0))).toBe(delayMs);
  });

  test.each([
    [29, 0],
    [30, 15_000],
    [5_000, 60_000],
  ])("is, after %i failures from an address, %i ms", (failures, delayMs) => {
    expect(waitMs({ failures, lastAt }, address, after(0))).toBe(delayMs);
  });

  test("is over when it has been waited for, to the millisecond", () => {
    expect(waitMs({ failures: 5, lastAt }, name, after(14_999))).toBe(1);
    expect(waitMs({ failures: 5, lastAt }, name, after(15_000))).toBe(0);
  });

  test("forgets: an hour one failure of a name, a minute one of an address, a day all", () => {
    const attempts = { failures: 50, lastAt };
    expect(countedFailures(attempts, name, after(hourMs - 1))).toBe(50);
    expect(countedFailures(attempts, name, after(hourMs))).toBe(49);
    expect(countedFailures(attempts, address, after(10 * 60_000))).toBe(40);
    expect(countedFailures(attempts, name, after(forgottenMs))).toBe(0);
  });

  test("never stops an office whose people mistype once a minute all day", () => {
    let attempts = { failures: 0, lastAt };
    for (let minute = 1; minute <= 600; minute += 1) {
      const now = after(minute * 60_000);
      expect(waitMs(attempts, address, now)).toBe(0);
      const failures = countedFailures(attempts, address, now) + 1;
      attempts = { failures, lastAt: now.toISOString() };
    }
  });

  test("is never longer than the longest, wherever the clock jumps, and grows with failures", () => {
    const jump = fc.integer({ min: -48 * hourMs, max: 48 * hourMs });
    fc.assert(
      fc.property(fc.nat(10_000), jump, fc.constantFrom(name, address), (failures, ms, rule) => {
        const wait = waitMs({ failures, lastAt }, rule, after(ms));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(rule.mostDelayMs);
        const more = waitMs({ failures: failures + 1, lastAt }, rule, after(ms));
        expect(more).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
