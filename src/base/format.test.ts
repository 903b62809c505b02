import { expect, test } from "vitest";
import { grouped, range } from "./format.ts";

test("figures are grouped by thousands and carry no idle zeros", () => {
  expect([grouped(12480), grouped(1860.5), grouped(0.005, 3)]).toEqual([
    "12,480",
    "1,860.5",
    "0.005",
  ]);
});

test("a range shows both ends, one value shows itself, and no end says so", () => {
  expect(range({ min: 0, max: 520 }, "zh")).toBe("0–520");
  expect(range({ min: 400, max: 400 }, "en")).toBe("400");
  expect(range({ min: 0 }, "zh")).toBe("0–不限");
});
