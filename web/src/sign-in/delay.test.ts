import { expect, test } from "vitest";
import { partsOf, secondsLeft } from "./delay.ts";

test("a delay counts down to nothing and not below", () => {
  expect(secondsLeft(15_000, 0)).toBe(15);
  expect(secondsLeft(15_000, 14_001)).toBe(1);
  expect(secondsLeft(15_000, 15_000)).toBe(0);
  expect(secondsLeft(15_000, 99_000)).toBe(0);
});

test("a long delay is told in minutes and seconds", () => {
  expect(partsOf(899)).toEqual({ minutes: 14, seconds: 59 });
  expect(partsOf(15)).toEqual({ minutes: 0, seconds: 15 });
});
