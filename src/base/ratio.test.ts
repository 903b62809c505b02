import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  ceilSteps,
  commonStep,
  compareRatio,
  divide,
  floorSteps,
  isWhole,
  multiply,
  negate,
  parseRatio,
  ratio,
  ratioOf,
  subtract,
  toDecimal,
  toNumber,
} from "./ratio.ts";

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => ratio(n, d));

describe("a ratio", () => {
  test("adds what doubles cannot: 0.55 − 0.10 is 0.45", () => {
    const difference = subtract(ratioOf(0.55), ratioOf(0.1));
    expect(compareRatio(difference, ratioOf(0.45))).toBe(0);
    expect(0.55 - 0.1 === 0.45).toBe(false);
  });

  test("stands in lowest terms with a positive denominator", () => {
    expect(ratio(4, -6)).toEqual({ n: -2n, d: 3n });
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });

  test("undoes what it does", () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  test("is cut down and up to whole steps", () => {
    fc.assert(
      fc.property(anyRatio, fc.bigInt({ min: 1n, max: 1000n }), (value, parts) => {
        const step = ratio(1n, parts);
        const low = multiply(step, ratio(floorSteps(value, step)));
        const high = multiply(step, ratio(ceilSteps(value, step)));
        expect(compareRatio(low, value)).toBeLessThanOrEqual(0);
        expect(compareRatio(high, value)).toBeGreaterThanOrEqual(0);
        expect(compareRatio(subtract(value, low), step)).toBeLessThan(0);
        expect(compareRatio(subtract(high, value), step)).toBeLessThan(0);
      }),
    );
  });

  test("shares a step that divides both", () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        fc.pre(a.n !== 0n && b.n !== 0n);
        const step = commonStep(a, b);
        expect(isWhole(divide(a, step))).toBe(true);
        expect(isWhole(divide(b, step))).toBe(true);
      }),
    );
  });

  test("reads decimals exactly and refuses what is none", () => {
    expect(parseRatio("-12.50")).toEqual({ n: -25n, d: 2n });
    expect(parseRatio("1e3")).toEqual({ n: 1000n, d: 1n });
    for (const text of ["", ".", "1,5", "0x10", "one", "1e9999", "--1"]) {
      expect(parseRatio(text), text).toBeUndefined();
    }
    expect(() => ratioOf(Number.NaN)).toThrow(RangeError);
  });

  test("prints a decimal that ends, and cuts one that does not", () => {
    expect(toDecimal(ratioOf(400), 2)).toBe("400");
    expect(toDecimal(negate(ratio(1, 3)), 4)).toBe("-0.3333");
    expect(toNumber(ratio(10n ** 400n, 10n ** 399n))).toBe(10);
  });
});
