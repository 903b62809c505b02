import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EastNorth } from "./projection.ts";
import { crossesItself } from "./simple.ts";

const square: EastNorth[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const inside: EastNorth[] = [
  [20, 20],
  [40, 20],
  [40, 40],
  [20, 40],
];

describe("a set of rings", () => {
  test("that is a square with a hole crosses nothing", () => {
    expect(crossesItself([square, inside])).toBeUndefined();
  });

  test.each<[string, EastNorth[][]]>([
    [
      "a bow-tie",
      [
        [
          [0, 0],
          [100, 100],
          [100, 0],
          [0, 100],
        ],
      ],
    ],
    [
      "a spike that turns back on itself",
      [
        [
          [0, 0],
          [100, 0],
          [50, 0],
          [50, 50],
        ],
      ],
    ],
    [
      "a corner that touches another side",
      [
        [
          [0, 0],
          [100, 0],
          [100, 100],
          [50, 0],
          [0, 100],
        ],
      ],
    ],
    [
      "a point passed twice",
      [
        [
          [0, 0],
          [50, 50],
          [100, 0],
          [100, 100],
          [50, 50],
          [0, 100],
        ],
      ],
    ],
    [
      "a hole that crosses the shell",
      [
        square,
        [
          [50, 50],
          [150, 50],
          [150, 60],
          [50, 60],
        ],
      ],
    ],
    [
      "a hole that touches the shell",
      [
        square,
        [
          [0, 50],
          [20, 40],
          [20, 60],
        ],
      ],
    ],
  ])("that is %s is told", (_, rings) => {
    expect(crossesItself(rings)).toBeDefined();
  });

  test("around a centre never crosses, and always does once two far corners change places", () => {
    const corners = fc.integer({ min: 5, max: 60 });
    fc.assert(
      fc.property(corners, fc.integer({ min: 0, max: 59 }), (count, seed) => {
        const ring = Array.from({ length: count }, (_, index): EastNorth => {
          const angle = (2 * Math.PI * index) / count;
          return [Math.round(1e6 * Math.cos(angle)), Math.round(1e6 * Math.sin(angle))];
        });
        expect(crossesItself([ring])).toBeUndefined();
        const [a, b] = [seed % count, (seed + 2) % count];
        [ring[a], ring[b]] = [ring[b]!, ring[a]!];
        expect(crossesItself([ring])).toBeDefined();
      }),
    );
  });
});
