import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../test/harness/runs.ts";
import { flips } from "./threshold.ts";

describe("the nearest value at which a comparison turns", () => {
  const limit = fc.integer({ min: -1e9, max: 1e9 });

  test("is exact upwards and downwards", () => {
    fc.assert(
      fc.property(limit, limit, (threshold, from) => {
        const reach = { from, min: -2e9, max: 2e9 };
        const up = flips(reach, (value) => value >= threshold);
        expect(up).toEqual(from >= threshold ? [] : [{ to: threshold, direction: "at_least" }]);
        const down = flips(reach, (value) => value < threshold);
        expect(down).toEqual(from < threshold ? [] : [{ to: threshold - 1, direction: "at_most" }]);
      }),
      runs(1000),
    );
  });

  test("is not found where the domain ends before it", () => {
    expect(flips({ from: 5, min: 0, max: 10 }, (value) => value > 10)).toEqual([]);
  });
});
