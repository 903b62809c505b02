import { describe, expect, test } from "vitest";
import { maxPolygonPoints } from "../contract.ts";
import { readGeometry } from "./drawn.ts";

const box = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const here = box(116.5, 39.9, 0.001);
const there = box(116.51, 39.9, 0.001);
const code = (value: unknown): string | undefined => {
  const read = readGeometry(value);
  return read.ok ? undefined : read.refusal.code;
};
const area = (value: unknown) => {
  const read = readGeometry(value);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const line = (...coordinates: unknown[]) => ({ type: "LineString", coordinates });
const polygon = (...coordinates: unknown[]) => ({ type: "Polygon", coordinates });
const multiPolygon = (...coordinates: unknown[]) => ({ type: "MultiPolygon", coordinates });

describe("a drawing", () => {
  test("of several areas has the area of all", () => {
    const one = area(polygon(here));
    const both = area(multiPolygon([here], [there]));
    expect(one).toMatchObject({ dimension: 2, size: 949545, areaDm2: 949545 });
    expect(both.size).toBe(one.size + area(polygon(there)).size);
    expect(both.planar.type).toBe("MultiPolygon");
  });

  test("of an island in the hole of another area is one drawing", () => {
    const lake = box(116.5002, 39.9002, 0.0006);
    const island = box(116.5004, 39.9004, 0.0002);
    expect(code(multiPolygon([here, lake], [island]))).toBeUndefined();
    expect(code(multiPolygon([here], [island]))).toBe("polygon_invalid");
  });

  test("of a line has a length in whole centimetres, and no area", () => {
    const read = area(line([116.5, 39.9], [116.5, 39.901]));
    expect(read).toMatchObject({ dimension: 1, areaDm2: 0 });
    expect(read.size).toBeGreaterThan(11_090);
    expect(read.size).toBeLessThan(11_120);
  });

  test("of points counts each once", () => {
    const points = [
      [116.5, 39.9],
      [116.6, 39.9],
      [116.5, 39.9],
    ];
    expect(area({ type: "MultiPoint", coordinates: points })).toMatchObject({
      dimension: 0,
      size: 2,
    });
  });

  test("may come as features and collections of one kind", () => {
    const feature = (geometry: unknown) => ({ type: "Feature", properties: {}, geometry });
    const features = [feature(polygon(here)), feature(polygon(there))];
    expect(area({ type: "FeatureCollection", features }).planar.type).toBe("MultiPolygon");
    const geometries = [polygon(here), line([116.5, 39.9], [116.6, 39.9])];
    expect(readGeometry({ type: "GeometryCollection", geometries })).toEqual({
      ok: false,
      refusal: { code: "geometry_mixed", kinds: ["polygon", "line"] },
    });
  });

  test.each<[string, string, unknown]>([
    ["a word", "geometry_invalid", "here"],
    ["nothing", "geometry_invalid", null],
    ["a circle", "geometry_invalid", { type: "Circle", coordinates: [116.5, 39.9] }],
    ["a feature without a place", "geometry_invalid", { type: "Feature", geometry: null }],
    ["no number", "geometry_invalid", { type: "Point", coordinates: [null, 39.9] }],
    ["a number that is none", "geometry_invalid", { type: "Point", coordinates: [NaN, 39.9] }],
    ["one end", "geometry_empty", line([116.5, 39.9], [116.5, 39.9])],
    ["no feature", "geometry_empty", { type: "FeatureCollection", features: [] }],
    ["no ring", "geometry_empty", polygon()],
    ["null island", "coordinates_not_lonlat", { type: "Point", coordinates: [0, 0] }],
    ["swapped axes", "coordinates_not_lonlat", { type: "Point", coordinates: [39.9, 116.5] }],
    ["a line across the country", "line_too_long", line([116.5, 39.9], [121.5, 31.2])],
    [
      "a bow-tie",
      "polygon_self_crossing",
      polygon([
        [116.5, 39.9],
        [116.51, 39.91],
        [116.51, 39.9],
        [116.5, 39.91],
        [116.5, 39.9],
      ]),
    ],
    ["a hole outside", "polygon_invalid", polygon(here, there)],
    [
      "areas on each other",
      "polygon_self_crossing",
      multiPolygon([here], [box(116.5005, 39.9005, 0.001)]),
    ],
    [
      "too many points",
      "polygon_too_many_points",
      line(...Array.from({ length: maxPolygonPoints + 1 }, () => [116.5, 39.9])),
    ],
  ])("of %s is refused as %s", (_, expected, value) => {
    expect(code(value)).toBe(expected);
  });
});
