import { describe, expect, test } from "vitest";
import { endOf, isLive, isSeenAnew, sessionLife } from "./session.ts";

const hourMs = 3_600_000;
const startedAt = "2026-11-21T08:00:00.000Z";
const after = (ms: number): Date => new Date(Date.parse(startedAt) + ms);
const seen = (ms: number) => ({ startedAt, seenAt: after(ms).toISOString() });

describe("a session", () => {
  test("ends two hours after its last use", () => {
    expect(isLive(seen(hourMs), after(3 * hourMs - 1))).toBe(true);
    expect(isLive(seen(hourMs), after(3 * hourMs))).toBe(false);
  });

  test("ends twelve hours after its beginning however much it is used", () => {
    const used = seen(sessionLife.wholeMs - 1_000);
    expect(endOf(used)).toEqual(after(sessionLife.wholeMs));
    expect(isLive(used, after(sessionLife.wholeMs - 1))).toBe(true);
    expect(isLive(used, after(sessionLife.wholeMs))).toBe(false);
  });

  test("survives a clock that jumps an hour either way", () => {
    expect(isLive(seen(0), after(hourMs))).toBe(true);
    expect(isLive(seen(0), after(-hourMs))).toBe(true);
  });

  test("does not outlive itself by a clock that was days ahead", () => {
    expect(isLive(seen(0), after(-24 * hourMs))).toBe(false);
  });

  test("is written down at most once a minute, and never as seen earlier", () => {
    expect(isSeenAnew(seen(0), after(59_999))).toBe(false);
    expect(isSeenAnew(seen(0), after(60_000))).toBe(true);
    expect(isSeenAnew(seen(0), after(-hourMs))).toBe(false);
  });
});
