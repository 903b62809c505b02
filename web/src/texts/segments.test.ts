import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segments } from "./segments.ts";

describe("an excerpt with its marks", () => {
  test("is cut where the marks begin and end", () => {
    const marks = [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ];
    expect(segments("甲乙丙丁戊己", marks)).toEqual([
      { text: "甲乙", isFound: true, start: 0 },
      { text: "丙", isFound: false, start: 2 },
      { text: "丁戊", isFound: true, start: 3 },
      { text: "己", isFound: false, start: 5 },
    ]);
    expect(segments("甲", [])).toEqual([{ text: "甲", isFound: false, start: 0 }]);
  });

  test("loses no character, wherever the marks lie", () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 40, maxLength: 40, unit: "binary" }),
        places,
        (text, at) => {
          const sorted = [...at].sort((a, b) => a - b);
          const marks = sorted.flatMap((start, index) => {
            const end = sorted[index + 1];
            return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
          });
          const whole = segments(text, marks).map((segment) => segment.text);
          expect(whole.join("")).toBe(text);
        },
      ),
    );
  });
});
