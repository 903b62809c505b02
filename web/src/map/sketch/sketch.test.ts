import { describe, expect, test } from "vitest";
import { canClose, emptySketch, sketchFeatures, withoutLast, withPoint } from "./sketch.ts";

const two = withPoint(withPoint(emptySketch, [116, 39]), [116.1, 39]);
const three = withPoint(two, [116.1, 39.1]);

describe("a sketch on the map", () => {
  test("may close with three points, not with two", () => {
    expect(canClose(two)).toBe(false);
    expect(canClose(three)).toBe(true);
  });

  test("takes the second click of a double click for the same point", () => {
    expect(withPoint(three, [116.1, 39.1]).points).toHaveLength(3);
  });

  test("gives its last point back", () => {
    expect(withoutLast(three).points).toEqual(two.points);
  });

  test("shows the line to the pointer, and an area as soon as there is one", () => {
    const kinds = sketchFeatures({ ...two, pointer: [116.1, 39.2] }).map(
      (one) => one.geometry.type,
    );
    expect(kinds).toEqual(["Polygon", "LineString", "Point", "Point"]);
    expect(sketchFeatures(emptySketch)).toEqual([]);
  });
});
