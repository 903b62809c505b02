import { describe, expect, test } from "vitest";
import type { PlaceLine } from "../../../src/policy/contract.ts";
import { markedOf, unmarked } from "./marked.ts";
import { polygonOf } from "./sketch/geometry.ts";

const asked = polygonOf([
  [116.4, 39.9],
  [116.41, 39.9],
  [116.41, 39.91],
]);
const geometry = { type: "Polygon", coordinates: [[[116.4, 39.9]]] };
const place: PlaceLine = {
  kind: "polygon",
  title: { zh: "范围", en: "Area" },
  synthetic: true,
  path: [],
  geometry,
};

describe("what stands out on the map", () => {
  const shown = (marked: Partial<typeof unmarked>) =>
    markedOf({ ...unmarked, ...marked }).features.map((one) => [
      one.properties?.["role"],
      one.geometry,
    ]);

  test("is nothing where nothing is picked", () => {
    expect(shown({})).toEqual([]);
  });

  test("is the area just drawn, before its answer has come", () => {
    expect(shown({ asked })).toEqual([["polygon", asked]]);
  });

  test("is the place as answered, once it has come", () => {
    expect(shown({ asked, place })).toEqual([["polygon", geometry]]);
  });
});
