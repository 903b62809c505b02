import { describe, expect, test } from "vitest";
import { isEnding, minutesLeft } from "./session-end.ts";

const at = (text: string): number => Date.parse(`2026-11-21T${text}Z`);
const end = "2026-11-21T08:00:00Z";

describe("the end of a session", () => {
  test.each([
    ["06:00:00", 120],
    ["07:58:59", 2],
    ["07:59:59", 1],
    ["08:00:00", 0],
    ["09:00:00", 0],
  ])("is at %s %i minutes away", (now, minutes) => {
    expect(minutesLeft(end, at(now))).toBe(minutes);
  });

  test("is spoken of in its last ten minutes, and no longer once it has passed", () => {
    expect([11, 10, 1, 0].map(isEnding)).toEqual([false, true, true, false]);
  });
});
