import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beijing } from "../../../../test/harness/ground.ts";
import { readGround } from "../../store/ground.ts";
import { planePolygons } from "../districts.ts";
import type { EastNorth } from "../projection.ts";
import { segmentsMeet } from "../simple.ts";
import { cityOutline } from "./city-outline.ts";
import type { FileShape } from "./table.ts";

const square = (from: number, to: number): EastNorth[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
/** Ten kilometres wide, with a hole of two in its middle that is another city's. */
const city = cityOutline([
  { adcode: "1", name: "甲", polygons: [[square(0, 10_000), square(4_000, 6_000)]] },
]);
const line = (...coordinates: EastNorth[]): FileShape => ({ type: "LineString", coordinates });
const polygon = (...coordinates: EastNorth[][]): FileShape => ({ type: "Polygon", coordinates });

describe("a shape meets the city", () => {
  test.each<[string, FileShape]>([
    ["where a point lies in it", { type: "Point", coordinates: [1, 1] }],
    ["where a line crosses it with both ends outside", line([-5_000, 2_000], [15_000, 2_100])],
    ["where a line cuts off a corner", line([-5, 10], [10, -5])],
    ["where a line runs along its border", line([10_000, -5], [10_000, 10_005])],
    ["where a line leaves its hole", line([5_000, 5_000], [5_000, 6_001])],
    ["where a polygon holds all of it", polygon(square(-1, 10_001))],
    [
      "where one part of several does",
      { type: "MultiPolygon", coordinates: [[square(-90, -80)], [square(20, 30)]] },
    ],
    ["where a spike of many corners reaches in", line(...spike())],
  ])("%s", (_, shape) => {
    expect(city.meets(shape)).toBe(true);
  });

  test.each<[string, FileShape]>([
    ["beside it", line([-5, -5], [-5, 20_000], [20_000, 20_000])],
    ["with a point in its hole", { type: "Point", coordinates: [5_000, 5_000] }],
    ["with a polygon in its hole", polygon(square(4_500, 5_500))],
    [
      "with a polygon around it that leaves it out",
      polygon(square(-9, 10_009), square(-1, 10_001)),
    ],
    ["with lines that have no points", { type: "MultiLineString", coordinates: [[], []] }],
  ])("not %s", (_, shape) => {
    expect(city.meets(shape)).toBe(false);
  });
});

/** A thousand corners far away, one of which lies in the city. */
function spike(): EastNorth[] {
  const far = Array.from({ length: 1_000 }, (_, at): EastNorth => [-1_000 - at, 50]);
  return [...far.slice(0, 501), [7, 50], ...far.slice(501)];
}

test("the borders of the real districts are met where a look at every edge finds them met", async () => {
  const { districts } = await readGround(beijing);
  const polygons = districts.features.map(planePolygons);
  const outline = cityOutline(
    polygons.map((each, at) => ({ adcode: String(at), name: String(at), polygons: each })),
  );
  const rings = polygons.flat(2);
  const crosses = (from: EastNorth, to: EastNorth): boolean =>
    rings.some((ring) =>
      ring.some(
        (point, at) => at > 0 && segmentsMeet({ from, to }, { from: ring[at - 1]!, to: point }),
      ),
    );
  const centre = (at: 0 | 1): number => rings[0]![0]![at];
  const near = fc.tuple(
    fc.integer({ min: -150_000, max: 150_000 }),
    fc.integer({ min: -150_000, max: 150_000 }),
  );
  const place = near.map(([x, y]): EastNorth => [centre(0) + x, centre(1) + y]);
  const tally = { met: 0, apart: 0 };
  fc.assert(
    fc.property(place, place, (from, to) => {
      const expected = outline.districtAt(from) !== undefined || crosses(from, to);
      tally[expected ? "met" : "apart"] += 1;
      expect(outline.meets({ type: "LineString", coordinates: [from, to] })).toBe(expected);
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(Math.min(tally.met, tally.apart)).toBeGreaterThan(40);
});

test("three million corners beside the city are told in seconds", async () => {
  const { districts } = await readGround(beijing);
  const polygons = districts.features.map(planePolygons);
  const outline = cityOutline([{ adcode: "1", name: "甲", polygons: polygons.flat() }]);
  const west = Math.min(...polygons.flat(2).map((ring) => Math.min(...ring.map(([x]) => x))));
  const south = Math.min(...polygons.flat(2).map((ring) => Math.min(...ring.map(([, y]) => y))));
  // In the corner of the city's box that no district reaches, back and forth.
  const course = Array.from({ length: 200_000 }, (_, at): EastNorth => [
    west + (at % 2) * 9_000,
    south + (at % 1_000) * 9,
  ]);
  const began = performance.now();
  for (let row = 0; row < 15; row += 1) {
    expect(outline.meets({ type: "LineString", coordinates: course })).toBe(false);
  }
  expect(performance.now() - began).toBeLessThan(20_000);
});
