import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountText, figure, instantText, list, quantity, spanOf, spanText } from "./format.ts";

describe("a figure on the screen", () => {
  test("is grouped by thousands and keeps its own decimals", () => {
    expect(figure(12480)).toBe("12,480");
    expect(figure(0.5)).toBe("0.5");
  });

  test("of an area shows both decimals as soon as it has one", () => {
    expect(quantity(1860, "m2")).toBe("1,860");
    expect(quantity(1860.5, "m2")).toBe("1,860.50");
    expect(quantity(1860.5, "m")).toBe("1,860.5");
  });
});

describe("an amount", () => {
  test("with two different ends is a range, never a midpoint", () => {
    expect(amountText({ min: 0, max: 520 }, "m2", "zh")).toBe("0–520 m²");
  });

  test("with equal ends is one figure", () => {
    expect(amountText({ min: 400, max: 400 }, "m2", "en")).toBe("400 m²");
  });

  test("with one end says which", () => {
    expect(spanText(spanOf({ min: 3 }))).toBe("≥ 3");
    expect(spanText(spanOf({ max: 3 }))).toBe("≤ 3");
    expect(spanOf({})).toEqual({ kind: "unbounded" });
  });

  test("in percent stands close to its sign", () => {
    expect(amountText({ min: 20, max: 20 }, "%", "zh")).toBe("20%");
  });

  test("always shows both of its ends", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        (min, more) => {
          const text = spanText(spanOf({ min, max: min + more }));
          expect(text).toBe(`${figure(min)}–${figure(min + more)}`);
        },
      ),
    );
  });
});

describe("a moment and a list", () => {
  test("read in the reader's own way", () => {
    expect(instantText("2026-03-16T09:42:10")).toBe("2026-03-16 09:42");
    expect(instantText("soon")).toBe("soon");
    expect(list(["甲", "乙"], "zh")).toBe("甲、乙");
    expect(list(["a", "b"], "en")).toBe("a, b");
  });
});
