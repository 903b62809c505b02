import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { beijing } from "../../../test/harness/ground.ts";
import { loadPack } from "../../packs/index.ts";
import type { FactDefinition } from "../../rules/index.ts";
import type { LayerId } from "../contract.ts";
import { catalogue } from "../model/catalogue.ts";
import type { Ground } from "../model/ground.ts";
import type { MapFeature } from "../model/layer.ts";
import { insideRing } from "../model/planar.ts";
import type { EastNorth } from "../model/projection.ts";
import { crossesItself } from "../model/simple.ts";
import { readGround } from "../store/ground.ts";
import { generateCity, geoJsonOf } from "./city.ts";
import type { GeneratedCity } from "./order.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await readGround(beijing);
});

const make = (seed: string): GeneratedCity => generateCity({ size: "quarter", seed, ...ground });
const layerOf = (city: GeneratedCity, id: LayerId): readonly MapFeature[] => [
  ...(city.layers.find((layer) => layer.id === id)?.features ?? []),
];

/** The outer ring of a polygon, open, in whole centimetres. */
const ringOf = ({ planar }: MapFeature): EastNorth[] =>
  planar.type === "Polygon"
    ? planar.coordinates[0]!.slice(1).map(([x, y]): EastNorth => [
        Math.round(x * 100),
        Math.round(y * 100),
      ])
    : [];

const holds = (outer: readonly EastNorth[], inner: readonly EastNorth[]): boolean =>
  crossesItself([outer, inner]) === undefined && insideRing(inner[0]!, outer);

const apart = (a: readonly EastNorth[], b: readonly EastNorth[]): boolean =>
  crossesItself([a, b]) === undefined && !insideRing(a[0]!, b) && !insideRing(b[0]!, a);

const boxesMeet = (a: readonly EastNorth[], b: readonly EastNorth[]): boolean =>
  ([0, 1] as const).every(
    (axis) =>
      Math.min(...a.map((at) => at[axis])) <= Math.max(...b.map((at) => at[axis])) &&
      Math.min(...b.map((at) => at[axis])) <= Math.max(...a.map((at) => at[axis])),
  );

/** Every pair of rings whose boxes meet. */
const nearPairs = (rings: readonly EastNorth[][]): [EastNorth[], EastNorth[]][] =>
  rings.flatMap((a, index) =>
    rings
      .slice(index + 1)
      .flatMap((b): [EastNorth[], EastNorth[]][] => (boxesMeet(a, b) ? [[a, b]] : [])),
  );

describe.each(["1", "2", "织补"])("a quarter of seed %s", (seed) => {
  let city: GeneratedCity;
  beforeAll(() => {
    city = make(seed);
  });

  test("is the same to the last byte when it is made again", () => {
    const digest = (made: GeneratedCity): string =>
      createHash("sha256").update(made.layers.map(geoJsonOf).join("")).digest("hex");
    expect(digest(make(seed))).toBe(digest(city));
  });

  test("has as many blocks and buildings and as much floor area as it declares", () => {
    const buildings = layerOf(city, "buildings");
    expect(city.declared).toEqual({ blocks: 2, buildings: 600, floorAreaDm2: 124_000_000 });
    expect(layerOf(city, "blocks")).toHaveLength(2);
    expect(buildings).toHaveLength(600);
    const areas = buildings.map(({ properties }) =>
      Math.round(Number(properties["floor_area"]) * 100),
    );
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe(city.declared.floorAreaDm2);
  });

  test("has buildings whose floor area follows from their outline and storeys within 1 %", () => {
    for (const { areaDm2, properties, id } of layerOf(city, "buildings")) {
      const expected = areaDm2 * Number(properties["floors"]);
      const stated = Number(properties["floor_area"]) * 100;
      expect(Math.abs(stated - expected) / expected, id).toBeLessThan(0.01);
    }
  });

  test("has buildings that do not touch, each inside its parcel", () => {
    const buildings = layerOf(city, "buildings");
    const parcels = new Map(layerOf(city, "parcels").map((parcel) => [parcel.id, ringOf(parcel)]));
    for (const building of buildings) {
      const parcel = parcels.get(String(building.properties["parcel"]));
      expect(parcel && holds(parcel, ringOf(building)), building.id).toBe(true);
    }
    for (const [a, b] of nearPairs(buildings.map(ringOf))) expect(apart(a, b)).toBe(true);
  });

  test("has parcels that do not touch, each inside its block and clear of the river", () => {
    const blocks = new Map(layerOf(city, "blocks").map((block) => [block.id, ringOf(block)]));
    const parcels = layerOf(city, "parcels");
    for (const parcel of parcels) {
      const block = blocks.get(String(parcel.properties["block"]));
      expect(block && holds(block, ringOf(parcel)), parcel.id).toBe(true);
    }
    const lines = [...layerOf(city, "blue_lines"), ...parcels].map(ringOf);
    for (const [a, b] of nearPairs(lines)) expect(apart(a, b)).toBe(true);
  });

  test("has blocks that share one border and nothing else", () => {
    const [west, east] = layerOf(city, "blocks").map(ringOf) as [EastNorth[], EastNorth[]];
    const shared = west.filter(([x, y]) =>
      east.some(([otherX, otherY]) => x === otherX && y === otherY),
    );
    expect(shared).toHaveLength(2);
    const [low, high] = shared.sort((a, b) => a[1] - b[1]) as [EastNorth, EastNorth];
    const side = ([x, y]: EastNorth): number =>
      Math.sign((high[0] - low[0]) * (y - low[1]) - (high[1] - low[1]) * (x - low[0]));
    const own = (ring: readonly EastNorth[]) => ring.filter((at) => !shared.includes(at)).map(side);
    expect(new Set(own(west))).toEqual(new Set([1]));
    expect(new Set(east.map(side))).toEqual(new Set([0, -1]));
  });

  test("gives every feature an id of its own and says that it is synthetic", () => {
    for (const layer of city.layers) {
      const ids = [...layer.features].map(({ id }) => id);
      expect(new Set(ids).size, layer.id).toBe(ids.length);
      expect(ids.length, layer.id).toBeGreaterThan(0);
      const file = JSON.parse(geoJsonOf(layer)) as {
        features: { properties: { synthetic: boolean } }[];
      };
      expect(file.features.every(({ properties }) => properties.synthetic)).toBe(true);
    }
    const known = new Set(catalogue.map(({ id }) => id));
    expect(city.layers).toHaveLength(23);
    expect(city.layers.every(({ id }) => known.has(id))).toBe(true);
  });

  test("has every area as whole 0.01 m² of its own border", () => {
    for (const feature of city.layers.flatMap(({ features }) => [...features])) {
      const ring = ringOf(feature);
      if (ring.length === 0) expect(feature.areaDm2).toBe(0);
      else expect(Math.abs(feature.areaDm2 - shoelace(ring) / 100)).toBeLessThanOrEqual(0.5);
    }
  });
});

/** Area by the textbook formula about the first point. */
function shoelace(ring: readonly EastNorth[]): number {
  const [left, low] = ring[0]!;
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + (x - left) * (nextY - low) - (nextX - left) * (y - low);
  }, 0);
  return Math.abs(twice) / 2;
}

describe("the register of a quarter", () => {
  test("speaks the dictionary's words and leaves some of them unsaid", async () => {
    const pack = await loadPack(`${beijing}/..`, "beijing");
    if (!pack.ok) throw new Error("the shipped pack reads");
    const facts = new Map(
      pack.value.facts.map(({ value }): [string, FactDefinition] => [value.id, value]),
    );
    const words = [
      "kind",
      "structure",
      "current_use",
      "owner_kind",
      "papers",
      "danger_grade",
      "keep_mark",
    ];
    const buildings = layerOf(make("1"), "buildings");
    for (const word of words) {
      const options = facts.get(`building.${word}`)?.options?.map(({ id }) => id) ?? [];
      const said = new Set(buildings.map(({ properties }) => properties[word]));
      said.delete(null);
      expect(options, word).toEqual(expect.arrayContaining([...said]));
    }
    for (const word of ["built_year", "structure", "owner_kind", "papers", "danger_grade"]) {
      expect(
        buildings.some(({ properties }) => properties[word] === null),
        word,
      ).toBe(true);
    }
    const uses = facts.get("parcel.land_use")?.options?.map(({ id }) => id) ?? [];
    for (const { properties } of layerOf(make("1"), "parcels"))
      expect(uses).toContain(properties["land_use"]);
  });
});
