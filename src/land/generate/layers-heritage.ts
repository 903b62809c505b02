import { bilingual } from "../../base/message.ts";
import { areaFeature } from "./feature.ts";
import type { MapFeature } from "../model/layer.ts";
import type { RegisteredBuilding } from "./register.ts";
import type { Scene } from "./scene.ts";

/** Each group of courtyards is a historic block. */
export function historicBlockFeatures({ quarter, names }: Scene): MapFeature[] {
  return quarter.built
    .filter(({ cell }) => cell.block && cell.use === "yards")
    .map(({ cell }) => {
      const { zh, en } = names.ofCell(cell.id, "yards");
      const name = bilingual(`${zh}历史文化街区`, `${en} historic block`);
      return areaFeature(
        {
          id: `historic-${cell.id}`,
          name,
          properties: { block: cell.block, class: "historic block" },
        },
        cell.ring,
      );
    });
}

/** The first courtyard and the first hall of the works are protected. */
export function heritageSiteFeatures({ register }: Scene): MapFeature[] {
  const first = (archetype: RegisteredBuilding["archetype"]): RegisteredBuilding[] =>
    register.filter((building) => building.archetype === archetype).slice(0, 1);
  const grades = { courtyard: "district", hall: "industrial" } as const;
  return (["courtyard", "hall"] as const).flatMap((archetype) =>
    first(archetype).map((building) => {
      const { zh, en } = building.name;
      const name = bilingual(`${zh}旧址`, `${en}, protected`);
      return areaFeature(
        {
          id: `heritage-${building.id}`,
          name,
          properties: { building: building.id, class: grades[archetype] },
        },
        building.outline,
      );
    }),
  );
}
