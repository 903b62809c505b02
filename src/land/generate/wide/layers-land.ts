import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { MapFeature } from "../../model/layer.ts";
import { districtWord, type Zones } from "../../model/zones.ts";
import { drawsOf, type Draws } from "../draw.ts";
import { areaFeature, outlineFeature } from "../feature.ts";
import { wordFor } from "../names.ts";
import { circle } from "../layers-structure.ts";
import { outlinesOf } from "../partition/outline.ts";
import { deepestPoint } from "../partition/room.ts";
import { areaDm2Of, type Ring } from "../plane.ts";
import type { Block, CityLand } from "./land.ts";

/** What every layer of the whole city is drawn from. */
export type Scenery = {
  readonly seed: string;
  readonly zones: Zones;
  readonly land: CityLand;
};
export type LandLayer = (scenery: Scenery) => MapFeature[];

/** Names are real, in Chinese; in English the code says which it is. */
export const subdistricts: LandLayer = ({ land, zones }) =>
  land.subdistricts.map(({ item: { code, name }, ring }) => {
    const adcode = code.slice(0, 6);
    const district = zones.district_names[adcode]?.en ?? adcode;
    const title = bilingual(name, `${district} subdistrict ${code.slice(6)}`);
    const properties = { code, district: districtWord(zones, adcode) ?? adcode };
    return areaFeature({ id: code, name: title, properties }, ring);
  });

export const blocks: LandLayer = ({ land, zones, seed }) =>
  land.blocks.map(({ id, zone, district, subdistrict, ring }) => {
    const draws = drawsOf(seed, "block", id);
    const word = wordFor(draws);
    const properties = {
      code: id,
      ring: zone,
      district: districtWord(zones, district) ?? district,
      subdistrict: subdistrict.code,
      class: draws.chance(150) ? "key" : "renewal",
    };
    return areaFeature(
      { id, name: bilingual(`${word.zh}街区`, `${word.en} block`), properties },
      ring,
    );
  });

export const growthBoundary: LandLayer = ({ land }) =>
  outlinesOf(land.blocks.map(({ ring }) => ring)).map((outline, index) =>
    outlineFeature(
      {
        id: `growth-${index + 1}`,
        name: bilingual(`城镇开发边界 ${index + 1}`, `Urban growth boundary ${index + 1}`),
        properties: { class: "urban" },
      },
      [outline],
    ),
  );

type Piece = { readonly id: string; readonly ring: Ring; readonly draws: Draws };

const openPieces = ({ land, seed }: Scenery): Piece[] => {
  const counts = new Map<string, number>();
  return land.tracts
    .filter(({ zone }) => zone === null)
    .map(({ subdistrict: { code }, ring }) => {
      const number = (counts.get(code) ?? 0) + 1;
      counts.set(code, number);
      const id = `${code}-${number}`;
      return { id, ring, draws: drawsOf(seed, "open tract", id) };
    });
};

type Title = { readonly prefix: string; readonly title: Bilingual };

const named = ({ prefix, title }: Title, id: string, word: string) => ({
  id: `${prefix}-${id}`,
  name: bilingual(`${title.zh} ${id}`, `${title.en} ${id}`),
  properties: { class: word },
});

const isMountain = (id: string): boolean =>
  ["110109", "110116", "110117", "110118", "110119", "110114", "110111"].includes(id.slice(0, 6));

/** Open land of the mountain districts, as often as drawn. */
export const mountainLayer =
  (title: Title, perThousand: number, word: string): LandLayer =>
  (scenery) =>
    openPieces(scenery)
      .filter(({ id }) => isMountain(id))
      .filter(({ id }) => drawsOf(scenery.seed, title.prefix, id).chance(perThousand))
      .map(({ id, ring }) => areaFeature(named(title, id, word), ring));

/** The red line in the mountains: here and there the core of a reserve, or the rest of one. */
export const redLine: LandLayer = (scenery) => {
  const title: Title = { prefix: "red-line", title: bilingual("生态红线", "Red line") };
  return openPieces(scenery)
    .filter(({ id }) => isMountain(id))
    .filter(({ id }) => drawsOf(scenery.seed, title.prefix, id).chance(450))
    .map(({ id, ring }) => {
      const kinds = drawsOf(scenery.seed, "red-line-class", id);
      const word = kinds.weigh({ reserve_core: 1, reserve: 2, other: 7 });
      return areaFeature(named(title, id, word), ring);
    });
};

/** Open land of the districts on the plain. */
export const plainLayer =
  (title: Title, perThousand: number, word: string): LandLayer =>
  (scenery) =>
    openPieces(scenery)
      .filter(({ id }) => !isMountain(id))
      .filter(({ id }) => drawsOf(scenery.seed, title.prefix, id).chance(perThousand))
      .map(({ id, ring }) => areaFeature(named(title, id, word), ring));

/** Three levels of control over all open land: in the mountains mostly the first. */
export const ecologicalControl: LandLayer = (scenery) =>
  openPieces(scenery).map(({ id, ring, draws }) => {
    const level = draws.weigh(
      isMountain(id) ? { "1": 5, "2": 3, "3": 2 } : { "1": 1, "2": 4, "3": 5 },
    );
    const title = bilingual("生态管控区", "Ecological control area");
    return areaFeature(named({ prefix: "control", title }, id, level), ring);
  });

/** Built-up land is for concentrated building; open land is restricted or ecological. */
export const planningZones: LandLayer = (scenery) => {
  const title = bilingual("规划分区", "Planning zone");
  const open = openPieces(scenery).map(({ id, ring }) =>
    areaFeature(
      named({ prefix: "zone", title }, id, isMountain(id) ? "ecological" : "restricted"),
      ring,
    ),
  );
  const built = scenery.land.tracts
    .filter(({ zone }) => zone !== null)
    .map(({ subdistrict: { code }, zone, ring }) =>
      areaFeature(named({ prefix: "zone", title }, `${code}-${zone}`, "concentrated"), ring),
    );
  return [...built, ...open];
};

/** Whole subdistricts, as often as drawn. */
export const subdistrictLayer =
  (title: Title, perThousand: number, words: readonly string[]): LandLayer =>
  ({ land, seed }) =>
    land.subdistricts.flatMap(({ item: { code }, ring }) => {
      const draws = drawsOf(seed, title.prefix, code);
      if (!draws.chance(perThousand)) return [];
      return [areaFeature(named(title, code, draws.pick(words)), ring)];
    });

/** Whole blocks of some rings, as often as drawn. */
export const blockLayer =
  (
    title: Title,
    perThousand: number,
    pick: (block: Block, draws: Draws) => string | null,
  ): LandLayer =>
  ({ land, seed }) =>
    land.blocks.flatMap((block) => {
      const draws = drawsOf(seed, title.prefix, block.id);
      const word = draws.chance(perThousand) ? pick(block, draws) : null;
      return word === null ? [] : [areaFeature(named(title, block.id, word), block.ring)];
    });

/** The largest pieces of open land in the mountains hold the reservoirs. */
function reservoirs(scenery: Scenery): { id: string; ring: Ring; lake: Ring }[] {
  return openPieces(scenery)
    .filter(({ id }) => isMountain(id))
    .sort((a, b) => areaDm2Of(b.ring) - areaDm2Of(a.ring) || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ id, ring }) => ({ id, ring, lake: circle(deepestPoint(ring), 1500) }));
}

/** The first zone is the water, the second the land around it. */
export const drinkingWater: LandLayer = (scenery) =>
  reservoirs(scenery).flatMap(({ id, ring, lake }) => {
    const title = bilingual("水源保护区", "Drinking-water zone");
    return [
      areaFeature(named({ prefix: "drinking-1", title }, id, "zone_1"), lake),
      outlineFeature(named({ prefix: "drinking-2", title }, id, "zone_2"), [[ring, lake]]),
    ];
  });

export const lakes = (scenery: Scenery, title: Title): MapFeature[] =>
  reservoirs(scenery).map(({ id, lake }) => areaFeature(named(title, id, "lake"), lake));

/** Circles in the middle of some blocks' rooms: wells with the land around them. */
export const groundwaterSources: LandLayer = ({ land, seed }) =>
  land.blocks.flatMap(({ id, zone, ring }) => {
    if (zone === "core" || !drawsOf(seed, "well", id).chance(40)) return [];
    const title = bilingual("地下水水源", "Groundwater source");
    return [
      areaFeature(named({ prefix: "well", title }, id, "source"), circle(deepestPoint(ring), 300)),
    ];
  });

/** What lies around the built-up land, so that the picture does not end at it. */
export const surroundings: LandLayer = (scenery) =>
  openPieces(scenery).map(({ id, ring }) =>
    areaFeature(
      { id: `land-${id}`, name: bilingual("", ""), properties: { kind: "parcel" } },
      ring,
    ),
  );
