import { describe, expect, test } from "vitest";
import { maxPolygonPoints } from "../contract.ts";
import { readPolygon } from "./place.ts";

const polygon = (...coordinates: number[][][]): unknown => ({ type: "Polygon", coordinates });
const box = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const code = (value: unknown): string | undefined => {
  const read = readPolygon(value);
  return read.ok ? undefined : read.refusal.code;
};

describe("a drawn polygon", () => {
  test("is measured in whole 0.01 m² on the plane", () => {
    const read = readPolygon(polygon(box(116.5, 39.9, 0.001)));
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.areaDm2).toBe(949545);
    expect(read.value.bbox).toEqual([116.5, 39.9, 116.5 + 0.001, 39.9 + 0.001]);
  });

  test("loses the area of its holes", () => {
    const whole = readPolygon(polygon(box(116.5, 39.9, 0.001)));
    const holed = readPolygon(polygon(box(116.5, 39.9, 0.001), box(116.5002, 39.9002, 0.0002)));
    if (!whole.ok || !holed.ok) throw new Error("both are good polygons");
    expect(whole.value.areaDm2 - holed.value.areaDm2).toBe(37982);
  });

  test("may come as a feature", () => {
    const feature = { type: "Feature", properties: {}, geometry: polygon(box(116.5, 39.9, 0.001)) };
    expect(code(feature)).toBeUndefined();
  });

  test.each<[string, string, unknown]>([
    ["a word", "polygon_invalid", "polygon"],
    ["a point", "polygon_invalid", { type: "Point", coordinates: [116, 39] }],
    ["rings of words", "polygon_invalid", polygon([["a", "b"]] as unknown as number[][])],
    [
      "a hole outside",
      "polygon_invalid",
      polygon(box(116.5, 39.9, 0.001), box(116.6, 39.9, 0.0002)),
    ],
    [
      "a hole in a hole",
      "polygon_invalid",
      polygon(
        box(116.5, 39.9, 0.001),
        box(116.5001, 39.9001, 0.0005),
        box(116.5002, 39.9002, 0.0001),
      ),
    ],
    ["no ring", "polygon_empty", polygon()],
    ["a ring of nothing", "polygon_empty", polygon([])],
    [
      "two points",
      "polygon_empty",
      polygon([
        [116.5, 39.9],
        [116.6, 39.9],
        [116.5, 39.9],
      ]),
    ],
    [
      "one point three times",
      "polygon_empty",
      polygon([
        [116.5, 39.9],
        [116.5, 39.9],
        [116.5, 39.9],
      ]),
    ],
    [
      "three points in a line",
      "polygon_empty",
      polygon([
        [116.5, 39.9],
        [116.5, 39.901],
        [116.5, 39.902],
      ]),
    ],
    [
      "a bow-tie",
      "polygon_self_crossing",
      polygon([
        [116.5, 39.9],
        [116.501, 39.901],
        [116.501, 39.9],
        [116.5, 39.901],
        [116.5, 39.9],
      ]),
    ],
    ["metres", "coordinates_not_lonlat", polygon(box(447950, 4419435, 10))],
    [
      "latitude first",
      "coordinates_not_lonlat",
      polygon([
        [39.9, 116.5],
        [39.9, 116.6],
        [39.8, 116.5],
      ]),
    ],
    ["a whole district", "polygon_too_large", polygon(box(116.4, 39.8, 0.1))],
    [
      "too many points",
      "polygon_too_many_points",
      polygon(Array.from({ length: maxPolygonPoints + 1 }, () => [116.5, 39.9])),
    ],
  ])("that is %s is refused as %s", (_, expected, value) => {
    expect(code(value)).toBe(expected);
  });
});
