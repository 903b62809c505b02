import { describe, expect, test } from "vitest";
import type { City, FeatureCollection } from "../api/land.ts";
import { districtNames } from "./district-names.ts";

const square = (west: number, size: number) => [
  [
    [west, 39],
    [west + size, 39],
    [west + size, 39 + size],
    [west, 39],
  ],
];

const districts: FeatureCollection = {
  type: "FeatureCollection",
  truncated: false,
  features: [
    {
      type: "Feature",
      id: "110105",
      properties: {},
      geometry: { type: "MultiPolygon", coordinates: [square(117, 0.1), square(116, 1)] },
    },
  ],
};

const city = {
  districts: [
    {
      adcode: "110105",
      title: { zh: "朝阳区", en: "Chaoyang District" },
      ring: "central",
      areaKm2: 464,
      synthetic: false,
    },
  ],
} as unknown as City;

describe("the names of districts on the map", () => {
  test("stand once, in the largest part, without the word for district", () => {
    const [name, ...others] = districtNames(districts, city);
    expect(others).toEqual([]);
    expect(name?.properties).toMatchObject({ name: "朝阳", name_en: "Chaoyang", isSmall: true });
    expect(name?.geometry).toEqual({ type: "Point", coordinates: [116.5, 39.5] });
  });

  test("are absent until the districts are there", () => {
    expect(districtNames(undefined, city)).toEqual([]);
  });
});
