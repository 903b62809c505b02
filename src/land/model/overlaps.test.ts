import { describe, expect, test } from "vitest";
import { catalogueRow, type CatalogueRow } from "./catalogue.ts";
import type { LayerReading } from "./measure.ts";
import { extentOf, overlapReport } from "./overlaps.ts";
import type { Area } from "./place.ts";

const name = { zh: "甲", en: "A" };
const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
] as const;
const polygon = { type: "Polygon", coordinates: [square] } as const;
/** 10,000 m²: a metre of slack. */
const area: Area = {
  geometry: polygon,
  planar: polygon,
  dimension: 2,
  size: 1_000_000,
  areaDm2: 1_000_000,
  bbox: [0, 0, 10, 10],
  centre: [5, 5],
};
const water = catalogueRow("drinking_water")!;
const parks = catalogueRow("parks")!;

const surface = (id: string, word: string | null, size: number) => ({
  id,
  name,
  class: word,
  size,
  lengthCm: 0,
  dimension: 2,
});
const near = (metres: number, reachM: number) => ({ id: "n", name, class: null, metres, reachM });
const read = (layer: string, change: Partial<LayerReading>): LayerReading => ({
  layer,
  covered: true,
  synthetic: true,
  source: name,
  coveredSize: 0,
  classSizes: new Map(),
  met: [],
  near: [],
  ...change,
});
const tell = (row: CatalogueRow, change: Partial<LayerReading>) =>
  overlapReport([row], new Map([[row.id, read(row.id, change)]]), area)[0]!;

describe("a layer", () => {
  test("speaks as the strictest class that is met by more than a sliver", () => {
    const met = [surface("one", "zone_1", 50), surface("two", "zone_2", 400_000)];
    const classSizes = new Map([
      ["zone_1", 50],
      ["zone_2", 400_000],
    ]);
    const mostly = tell(water, { coveredSize: 400_050, classSizes, met });
    expect(mostly).toMatchObject({ relation: "overlaps", level: "2", areaM2: 4000.5 });
    const first = new Map([["zone_1", 101]]);
    const rigid = { coveredSize: 101, classSizes: first, met: [surface("one", "zone_1", 101)] };
    expect(tell(water, rigid)).toMatchObject({ relation: "overlaps", level: "1" });
  });

  test("that is met by a sliver is measured, and does not speak", () => {
    const told = tell(water, {
      coveredSize: 100,
      classSizes: new Map([["zone_1", 100]]),
      met: [surface("one", "zone_1", 100)],
      near: [near(0, 0)],
    });
    expect(told).toMatchObject({ relation: "near", areaM2: 1, distanceM: 0 });
  });

  test("that borders on the place does not reach it", () => {
    expect(tell(water, { near: [near(0, 0)] })).toMatchObject({ relation: "near", distanceM: 0 });
    expect(tell(parks, { near: [near(0, 500)] })).toMatchObject({ relation: "reached" });
  });

  test("is in reach though it does not cover all of the place, and unknown beyond", () => {
    const inReach = tell(parks, { covered: false, near: [near(500, 500)] });
    expect(inReach).toMatchObject({ relation: "reached", distanceM: 500, reachM: 500 });
    const beyond = tell(parks, { covered: false, near: [near(501, 500)] });
    expect(beyond).toMatchObject({ relation: "unknown", distanceM: null });
  });

  test("that is silent may speak as strictly as the strictest of its classes", () => {
    const mild: CatalogueRow = { ...parks, level: "advice", levels: { core: "1", rest: "3" } };
    expect(tell(mild, { covered: false })).toMatchObject({ relation: "unknown", level: "1" });
    expect(tell(mild, {})).toMatchObject({ relation: "clear", level: "advice" });
    const nameless = tell(mild, { coveredSize: 5_000, met: [surface("a", "elsewhere", 5_000)] });
    expect(nameless).toMatchObject({ relation: "overlaps", level: "3", mayBe: "1" });
    const certain = tell(mild, { coveredSize: 5_000, met: [surface("a", "rest", 5_000)] });
    expect(certain).toMatchObject({ relation: "overlaps", level: "3", mayBe: "3" });
    const [missing] = overlapReport([mild], new Map(), area);
    expect(missing).toMatchObject({ relation: "unknown", level: "1" });
  });
});

test("a piece of points has neither area nor length", () => {
  expect(extentOf(3, { ...area, dimension: 0 })).toEqual({ areaM2: 0, lengthM: 0 });
  expect(extentOf(350, { ...area, dimension: 1 })).toEqual({ areaM2: 0, lengthM: 3.5 });
  expect(extentOf(350, area)).toEqual({ areaM2: 3.5, lengthM: 0 });
});
