import { describe, expect, test } from "vitest";
import {
  appended,
  atSpot,
  begun,
  geometryOf,
  inserted,
  isWhole,
  middleAfter,
  moved,
  nudged,
  outlineOf,
  removed,
  spotsOf,
  type Geometry,
} from "./outline.ts";

const ring = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const hole = [
  [0.5, 0.5],
  [0.5, 1],
  [1, 1],
  [0.5, 0.5],
];
const polygon: Geometry = { type: "Polygon", coordinates: [ring, hole] };

describe("the outline of a geometry", () => {
  test.each<Geometry>([
    { type: "Point", coordinates: [116, 40] },
    { type: "MultiPoint", coordinates: [ring[0]!, ring[1]!] },
    { type: "LineString", coordinates: ring.slice(0, 3) },
    { type: "MultiLineString", coordinates: [ring.slice(0, 2), ring.slice(2, 4)] },
    polygon,
    { type: "MultiPolygon", coordinates: [[ring, hole], [ring]] },
  ])("gives back a $type as it was", (geometry) => {
    expect(geometryOf(outlineOf(geometry)!)).toEqual(geometry);
  });

  test("is none where there are no points to move", () => {
    expect(outlineOf({ type: "GeometryCollection", coordinates: [] })).toBeUndefined();
  });
});

describe("changing an outline", () => {
  const outline = outlineOf(polygon)!;
  const first = { path: 0, point: 0 };

  test("moves the first point of a ring with its last", () => {
    const { coordinates } = geometryOf(moved(outline, first, [-1, -1]));
    expect((coordinates[0] as number[][]).at(0)).toEqual([-1, -1]);
    expect((coordinates[0] as number[][]).at(-1)).toEqual([-1, -1]);
    expect(coordinates[1]).toEqual(hole);
  });

  test("sets a point on the side behind another, across the ring's seam too", () => {
    const last = { path: 0, point: 3 };
    expect(middleAfter(outline, last)).toEqual([0, 1]);
    const more = inserted(outline, last, [0, 1]);
    expect(spotsOf(more)).toHaveLength(spotsOf(outline).length + 1);
    expect(atSpot(more, { path: 0, point: 4 })).toEqual([0, 1]);
  });

  test("takes a point away, but never so many that no shape is left", () => {
    expect(removed(outline, first).paths[0]?.points).toHaveLength(3);
    expect(removed(outline, { path: 1, point: 0 })).toBe(outline);
  });

  test("moves by metres on the ground", () => {
    const point = outlineOf({ type: "Point", coordinates: [116, 40] })!;
    const [lng, lat] = atSpot(nudged(point, first, [10, 10]), first)!;
    expect((lng - 116) * Math.cos((40 * Math.PI) / 180) * 111_320).toBeCloseTo(10, 6);
    expect((lat - 40) * 111_320).toBeCloseTo(10, 6);
  });
});

describe("drawing an outline", () => {
  test("is whole as soon as there are points enough", () => {
    const two = appended(appended(begun("polygon"), [0, 0]), [1, 0]);
    expect(isWhole(two)).toBe(false);
    expect(isWhole(appended(two, [1, 1]))).toBe(true);
    expect(isWhole(appended(appended(begun("line"), [0, 0]), [1, 0]))).toBe(true);
  });

  test("puts a point elsewhere instead of setting a second", () => {
    const point = appended(appended(begun("point"), [0, 0]), [1, 1]);
    expect(geometryOf(point)).toEqual({ type: "Point", coordinates: [1, 1] });
  });
});
