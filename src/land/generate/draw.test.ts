import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsOf, shuffled } from "./draw.ts";

describe("draws", () => {
  test("follow from seed, stage and id alone", () => {
    const take = (): number[] => {
      const draws = drawsOf("1", "stage", "id");
      return Array.from({ length: 20 }, () => draws.whole(0, 999));
    };
    expect(take()).toEqual(take());
    expect(take().slice(0, 4)).toEqual([841, 845, 407, 838]);
  });

  test("differ when any part of the key differs", () => {
    const first = (seed: string, stage: string, id: string): number =>
      drawsOf(seed, stage, id).whole(0, 2 ** 32 - 1);
    const values = [
      first("1", "a", "b"),
      first("2", "a", "b"),
      first("1", "b", "b"),
      first("1", "a", "c"),
    ];
    expect(new Set(values).size).toBe(4);
  });

  test("stay between their ends and reach both", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 0, max: 9 }),
        (low, width) => {
          const draws = drawsOf("1", "ends", `${low} ${width}`);
          const seen = new Set(Array.from({ length: 400 }, () => draws.whole(low, low + width)));
          expect(Math.min(...seen)).toBe(low);
          expect(Math.max(...seen)).toBe(low + width);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("weigh by their weights: what weighs nothing never comes", () => {
    const draws = drawsOf("1", "weigh", "x");
    const words = Array.from({ length: 300 }, () => draws.weigh({ never: 0, some: 1, often: 3 }));
    expect(words).not.toContain("never");
    expect(words.filter((word) => word === "often").length).toBeGreaterThan(180);
  });

  test("shuffle to one order, whatever the order they came in", () => {
    const items = Array.from({ length: 30 }, (_, index) => `item-${index}`);
    const one = shuffled(items, (id) => id, "1");
    expect(shuffled([...items].reverse(), (id) => id, "1")).toEqual(one);
    expect(one).not.toEqual(items);
  });
});
