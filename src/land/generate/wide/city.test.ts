import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { beijing } from "../../../../test/harness/ground.ts";
import { smallGround } from "../../../../test/harness/small-city.ts";
import type { LayerId } from "../../contract.ts";
import type { Ground } from "../../model/ground.ts";
import type { MapFeature } from "../../model/layer.ts";
import { insideRing } from "../../model/planar.ts";
import type { EastNorth } from "../../model/projection.ts";
import { crossesItself } from "../../model/simple.ts";
import { readGround } from "../../store/ground.ts";
import { generateCity, geoJsonPieces } from "../city.ts";
import type { GeneratedCity } from "../order.ts";

let ground: Ground;
let city: GeneratedCity;
const layers = new Map<LayerId, readonly MapFeature[]>();

beforeAll(async () => {
  ground = smallGround(await readGround(beijing));
  city = generateCity({ size: "city", seed: "1", ...ground });
  for (const { id, features } of city.layers) layers.set(id, [...features]);
});

const layerOf = (id: LayerId): readonly MapFeature[] => layers.get(id) ?? [];
const blocksOf = (zone: string): MapFeature[] =>
  layerOf("blocks").filter(({ properties }) => properties["ring"] === zone);
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

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

const digestOf = (made: GeneratedCity): string => {
  const hash = createHash("sha256");
  for (const layer of made.layers) for (const piece of geoJsonPieces(layer)) hash.update(piece);
  return hash.digest("hex");
};

describe("a small cut of the whole city", () => {
  test("is the same to the last byte when it is made again, and another with another seed", () => {
    const digest = digestOf(city);
    expect(digestOf(generateCity({ size: "city", seed: "1", ...ground }))).toBe(digest);
    expect(digestOf(generateCity({ size: "city", seed: "2", ...ground }))).not.toBe(digest);
  });

  test("has in each ring the blocks, buildings and floor area that the zones state", () => {
    const buildings = layerOf("buildings");
    for (const { id, assumed, published } of ground.zones.rings) {
      const own = new Set(blocksOf(id).map((block) => block.id));
      const inside = buildings.filter(({ properties }) => own.has(String(properties["block"])));
      const areas = inside.map(({ properties }) =>
        Math.round(Number(properties["floor_area"]) * 100),
      );
      expect(own.size, id).toBe(assumed.blocks);
      expect(inside, id).toHaveLength(assumed.buildings ?? 0);
      expect(sum(areas), id).toBe((published.stock_m2 ?? 0) * 100);
    }
  });

  test("has blocks of as much land as the zones state, to a thousandth of a km²", () => {
    for (const { id, assumed } of ground.zones.rings) {
      const km2 = sum(blocksOf(id).map(({ areaDm2 }) => areaDm2)) / 1e8;
      expect(Math.abs(km2 - (assumed.area_km2 ?? 0)), id).toBeLessThan(0.001);
    }
  });

  test("has no gap and no overlap between blocks: each border is walked once from each side", () => {
    const walked = new Map<string, number>();
    for (const block of layerOf("blocks")) {
      const ring = ringOf(block);
      expect(crossesItself([ring]), block.id).toBeUndefined();
      ring.forEach((from, index) => {
        const key = `${from.join(" ")} ${ring[(index + 1) % ring.length]!.join(" ")}`;
        walked.set(key, (walked.get(key) ?? 0) + 1);
      });
    }
    expect([...walked.values()].every((times) => times === 1)).toBe(true);
    const inside = sum(layerOf("blocks").map(({ areaDm2 }) => areaDm2));
    const outside = sum(layerOf("growth_boundary").map(({ areaDm2 }) => areaDm2));
    expect(Math.abs(inside - outside)).toBeLessThan(layerOf("blocks").length);
  });

  test("has each building inside its parcel and each parcel inside its block", () => {
    const rings = (id: LayerId) => new Map(layerOf(id).map((each) => [each.id, ringOf(each)]));
    const [parcels, blocks] = [rings("parcels"), rings("blocks")];
    for (const building of layerOf("buildings")) {
      const parcel = parcels.get(String(building.properties["parcel"]));
      expect(parcel && holds(parcel, ringOf(building)), building.id).toBe(true);
    }
    for (const parcel of layerOf("parcels")) {
      const block = blocks.get(String(parcel.properties["block"]));
      expect(block && holds(block, ringOf(parcel)), parcel.id).toBe(true);
    }
  });

  test("has buildings of one parcel that do not touch", () => {
    const groups = new Map<string, EastNorth[][]>();
    for (const building of layerOf("buildings")) {
      const parcel = String(building.properties["parcel"]);
      groups.set(parcel, [...(groups.get(parcel) ?? []), ringOf(building)]);
    }
    for (const [parcel, rings] of groups) {
      expect(crossesItself(rings), parcel).toBeUndefined();
      const strangers = rings.filter((a) => rings.some((b) => a !== b && insideRing(a[0]!, b)));
      expect(strangers, parcel).toEqual([]);
    }
  });

  test("has buildings whose floor area follows from their outline and storeys within 2 %", () => {
    for (const { areaDm2, properties, id } of layerOf("buildings")) {
      const expected = areaDm2 * Number(properties["floors"]);
      const stated = Number(properties["floor_area"]) * 100;
      expect(Math.abs(stated - expected) / expected, id).toBeLessThan(0.02);
    }
  });

  test("gives every feature of a layer an id of its own", () => {
    for (const [layer, features] of layers) {
      expect(new Set(features.map(({ id }) => id)).size, layer).toBe(features.length);
    }
  });

  test("names subdistricts as they are called, each inside the district of its code", () => {
    const listed = new Map(ground.subdistricts.map(({ code, name }) => [code, name]));
    const subdistricts = layerOf("subdistricts");
    expect(subdistricts).toHaveLength(listed.size);
    for (const { id, name } of subdistricts) expect(name.zh).toBe(listed.get(id));
  });

  test("has streets between all its blocks, and lanes that come out on them", () => {
    const between = layerOf("streets").filter(({ properties }) => !("block" in properties));
    const ends = new Map<string, number>();
    for (const { planar } of between) {
      const path = planar.type === "LineString" ? planar.coordinates : [];
      for (const end of [path[0]!, path.at(-1)!]) {
        ends.set(end.join(" "), (ends.get(end.join(" ")) ?? 0) + 1);
      }
    }
    expect(between.length).toBeGreaterThan(layerOf("blocks").length);
    expect([...ends.values()].filter((count) => count < 2)).toEqual([]);
  });
});
