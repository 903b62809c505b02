import { bilingual } from "../../base/message.ts";
import { traits } from "./archetypes.ts";
import { drawsOf } from "./draw.ts";
import { areaFeature } from "./feature.ts";
import type { MapFeature } from "../model/layer.ts";
import { blockPlans } from "./quarter.ts";
import type { RegisteredBuilding } from "./register.ts";
import type { Scene } from "./scene.ts";
import type { Use } from "./uses.ts";

/** The registered use of the land, by what stands on it. */
export const landUse: Readonly<Record<Use, string>> = {
  yards: "residential",
  old_slabs: "residential",
  mid_slabs: "residential",
  new_slabs: "residential",
  towers: "residential",
  offices: "commercial",
  mall: "commercial",
  hotel: "commercial",
  works: "industrial",
  market: "industrial",
  school: "education, science, culture, health or sport",
  library: "education, science, culture, health or sport",
  hospital: "education, science, culture, health or sport",
  arena: "education, science, culture, health or sport",
  park: "comprehensive or other",
  reserve: "comprehensive or other",
};

/** One block of renewal and one key block, as the categories of the plan are. */
export function blockFeatures({ quarter, names }: Scene): MapFeature[] {
  return blockPlans.map(({ id, column }, index) => {
    const word = names.spare(index);
    return areaFeature(
      {
        id,
        name: bilingual(`${word.zh}街区`, `${word.en} block`),
        properties: {
          code: id,
          ring: "central",
          district: "chaoyang",
          class: index === 1 ? "key" : "renewal",
        },
      },
      quarter.extent.quad(column, 1),
    );
  });
}

export function parcelFeatures({ parcels, names }: Scene): MapFeature[] {
  return parcels.map(({ code, ring, use, home }) =>
    areaFeature(
      {
        id: code,
        name: names.ofCell(home.id, use),
        properties: { block: home.block, compound: home.id, use, land_use: landUse[use] },
      },
      ring,
    ),
  );
}

/** A building of the register, under the names of the facts of a building. */
export function buildingProperties(building: RegisteredBuilding): Record<string, unknown> {
  return {
    block: building.block,
    parcel: building.parcel,
    compound: building.cell,
    kind: building.kind,
    built_year: building.builtYear,
    structure: building.structure,
    floors: building.floors,
    height: building.heightCm / 100,
    floor_area: building.floorAreaDm2 / 100,
    current_use: building.currentUse,
    owner_kind: building.ownerKind,
    papers: building.papers,
    danger_grade: building.dangerGrade,
    keep_mark: building.keepMark,
    idle: building.idle,
  };
}

export const buildingFeatures = ({ register }: Scene): MapFeature[] =>
  register.map((building) =>
    areaFeature(
      { id: building.id, name: building.name, properties: buildingProperties(building) },
      building.outline,
    ),
  );

export const unitWord: Readonly<Partial<Record<Use, [string, string]>>> = {
  works: ["厂区更新单元", "works unit"],
  yards: ["院落更新单元", "courtyards unit"],
  market: ["市场更新单元", "market unit"],
};

/** Implementation units: the works, the market and each group of courtyards. */
export function renewalUnitFeatures({ quarter, names }: Scene): MapFeature[] {
  return quarter.built.flatMap(({ cell }) => {
    const word = cell.block ? unitWord[cell.use] : undefined;
    if (!word) return [];
    const { zh, en } = names.ofCell(cell.id, cell.use);
    const name = bilingual(`${zh}${word[0]}`, `${en} ${word[1]}`);
    return [
      areaFeature(
        { id: `unit-${cell.id}`, name, properties: { block: cell.block, class: name.zh } },
        cell.ring,
      ),
    ];
  });
}

/**
 * What stands around the blocks: land and plain outlines, so that the picture does not end at a
 * border.
 */
export function surroundingFeatures({ quarter, seed }: Scene): MapFeature[] {
  const unnamed = bilingual("", "");
  return quarter.built.flatMap(({ cell, parcels, drafts }) => {
    if (cell.block) return [];
    const land = parcels.map(({ id, ring }) =>
      areaFeature({ id: `land-${id}`, name: unnamed, properties: { kind: "parcel" } }, ring),
    );
    const houses = drafts.map(({ id, archetype, outline }) => {
      const draws = drawsOf(seed, "surroundings", id);
      const { floors, storey, years } = traits[archetype];
      const levels = draws.whole(...floors);
      const properties = {
        kind: "building",
        floors: levels,
        height: (levels * draws.whole(...storey)) / 100,
        built_year: draws.chance(110) ? null : draws.whole(...years),
      };
      return areaFeature({ id: `house-${id}`, name: unnamed, properties }, outline);
    });
    return [...land, ...houses];
  });
}
