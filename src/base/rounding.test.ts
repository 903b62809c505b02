import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatio, ratio, ratioOf } from "./ratio.ts";
import { roundings, roundQuotient, roundRatio } from "./rounding.ts";

const table = [
  ["floor", [2, -3, 2, -3, 3, -3]],
  ["ceiling", [3, -2, 3, -2, 3, -3]],
  ["round up", [3, -3, 3, -3, 3, -3]],
  ["round down", [2, -2, 2, -2, 3, -3]],
  ["round half up", [3, -3, 2, -2, 3, -3]],
  ["round half down", [2, -2, 2, -2, 3, -3]],
] as const;

const values = [2.5, -2.5, 2.4, -2.4, 3, -3].map(ratioOf);

describe("rounding", () => {
  test.each(table)("%s takes 2.5, -2.5, 2.4, -2.4, 3 and -3 to %j", (mode, expected) => {
    expect(values.map((value) => roundRatio(value, ratio(1), mode))).toEqual(
      expected.map((one) => ratio(one)),
    );
  });

  test("goes to multiples of its step", () => {
    expect(roundRatio(ratio(17), ratio(5), "floor")).toEqual(ratio(15));
    expect(roundRatio(ratio(17), ratio(5), "ceiling")).toEqual(ratio(20));
    expect(roundRatio(ratio(1), ratio(2, 3), "round half up")).toEqual(ratio(4, 3));
  });

  test("comes to the same in doubles", () => {
    const mode = fc.constantFrom(...roundings);
    const top = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
    fc.assert(
      fc.property(mode, top, fc.integer({ min: 1, max: 2 ** 40 }), (how, value, by) => {
        const exact = roundRatio(ratio(value, by), ratio(1), how);
        expect(ratio(roundQuotient(value, by, how))).toEqual(exact);
      }),
    );
  });

  test("never turns the order round", () => {
    const mode = fc.constantFrom(...roundings);
    const figure = fc.integer({ min: -500, max: 500 });
    const two = fc.record({ low: figure, more: fc.nat(50), third: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(mode, two, (how, { low, more, third }) => {
        const round = (top: number) => roundRatio(ratio(top, 7), ratio(third, 3), how);
        expect(compareRatio(round(low), round(low + more))).toBeLessThanOrEqual(0);
        expect(roundRatio(round(low), ratio(third, 3), how)).toEqual(round(low));
      }),
    );
  });

  test("leaves what has no end", () => {
    expect(roundQuotient(Infinity, 3, "floor")).toBe(Infinity);
    expect(roundQuotient(-Infinity, 3, "round half up")).toBe(-Infinity);
  });
});
