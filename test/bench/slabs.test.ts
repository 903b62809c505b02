import { expect, test } from "vitest";
import type { EastNorth } from "../../src/land/model/projection.ts";
import { coveredBySlabs } from "./slabs.ts";

const box = (west: number, south: number, size: number): EastNorth[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];

test.each([
  ["nothing lies over the place", [], 0],
  ["a surface covers it", [[box(-1, -1, 20)]], 100],
  ["a quarter is covered", [[box(5, 5, 20)]], 25],
  ["two surfaces overlap, and are counted once", [[box(0, 0, 6)], [box(4, 4, 6)]], 36 + 36 - 4],
  ["a hole leaves a part free", [[box(-1, -1, 20), box(2, 2, 3)]], 91],
  ["they only touch", [[box(10, 0, 5)]], 0],
  [
    "a corner is cut off",
    [
      [
        [
          [5, 0],
          [10, 0],
          [10, 5],
        ] as EastNorth[],
      ],
    ],
    12.5,
  ],
])("an area by slabs is right where %s", (_, surfaces, area) => {
  expect(coveredBySlabs([box(0, 0, 10)], surfaces)).toBeCloseTo(area, 9);
});
