import { beforeAll, describe, expect, test } from "vitest";
import { beijing } from "../../../test/harness/ground.ts";
import type { Coordinate, MapFeature, MapLayer } from "../model/layer.ts";
import { toPlane } from "../model/projection.ts";
import { crossesItself } from "../model/simple.ts";
import { readGround } from "../store/ground.ts";
import { generateCity } from "./city.ts";
import { defects, withDefects, type Answer } from "./defects.ts";

const answers: Answer[] = [];
const whole = new Map<string, MapFeature>();
const spoilt = new Map<string, MapFeature>();
let layers: readonly MapLayer[];

beforeAll(async () => {
  ({ layers } = generateCity({ size: "quarter", seed: "1", ...(await readGround(beijing)) }));
  const buildings = layers.find(({ id }) => id === "buildings")!;
  for (const feature of buildings.features) whole.set(feature.id, feature);
  const told = (answer: Answer): void => void answers.push(answer);
  for (const feature of withDefects(buildings, "1", told).features) spoilt.set(feature.id, feature);
});

const ringOf = ({ geometry }: MapFeature): readonly Coordinate[] =>
  geometry.type === "Polygon" ? geometry.coordinates[0]! : [];
const cornersOf = (feature: MapFeature) =>
  ringOf(feature)
    .slice(1)
    .map((point): [number, number] => {
      const [x, y] = toPlane(point);
      return [Math.round(x * 100), Math.round(y * 100)];
    });

/** What a stranger who knows the whole buildings would say of one of the spoilt. */
function faultOf(feature: MapFeature): string | undefined {
  const before = whole.get(feature.id);
  if (!before) return "duplicate";
  if (crossesItself([cornersOf(feature)])) return "ring_invalid";
  if (ringOf(feature)[0]![0] !== ringOf(before)[0]![0]) return "shifted";
  const { built_year: year, floor_area: area } = feature.properties;
  if (year === null && before.properties["built_year"] !== null) return "year_missing";
  return area === before.properties["floor_area"] ? undefined : "area_mismatch";
}

describe("the defects made on purpose", () => {
  test("are all in the answer key, and nothing else is", () => {
    const found = [...spoilt.values()].flatMap((feature) => {
      const fault = faultOf(feature);
      return fault === undefined ? [] : [`${feature.id} ${fault}`];
    });
    expect(answers.map(({ id, defect }) => `${id} ${defect}`)).toEqual(found);
    expect(found.length).toBeGreaterThan(5);
  });

  test("repeat a feature that the key names", () => {
    const doubles = answers.filter(({ defect }) => defect === "duplicate");
    for (const { id, of } of doubles)
      expect(ringOf(spoilt.get(id)!)).toEqual(ringOf(whole.get(of!)!));
  });

  test("are of every kind in a thousand buildings or two, and spare other layers", () => {
    const kinds = new Set<string>();
    const buildings = layers.find(({ id }) => id === "buildings")!;
    for (const seed of ["2", "3", "4"]) {
      const told = ({ defect }: Answer): void => void kinds.add(defect);
      expect([...withDefects(buildings, seed, told).features].length).toBeGreaterThanOrEqual(600);
    }
    expect([...kinds].sort()).toEqual([...defects].sort());
    const parks = layers.find(({ id }) => id === "parks")!;
    expect(withDefects(parks, "1", () => undefined)).toBe(parks);
  });
});

test("what is shifted lies about half a kilometre off", () => {
  const moved = answers.filter(({ defect }) => defect === "shifted");
  expect(moved.length).toBeGreaterThan(0);
  for (const { id } of moved) {
    const [from, to] = [whole, spoilt].map((all) => toPlane(ringOf(all.get(id)!)[0]!));
    const metres = Math.hypot(to![0] - from![0], to![1] - from![1]);
    expect(metres).toBeGreaterThan(300);
    expect(metres).toBeLessThan(800);
  }
});
