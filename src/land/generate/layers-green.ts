import { bilingual } from "../../base/message.ts";
import { beside } from "./canal.ts";
import { drawsOf } from "./draw.ts";
import { columns } from "./extent.ts";
import { areaFeature, pointFeature } from "./feature.ts";
import type { MapFeature } from "../model/layer.ts";
import {
  distance,
  lengthOf,
  metres,
  middleOf,
  minus,
  plus,
  shrunk,
  type Point,
  type Ring,
} from "./plane.ts";
import { farmlandCorner } from "./quarter.ts";
import type { Scene } from "./scene.ts";

type Green = {
  readonly id: string;
  readonly ring: Ring;
  readonly park: boolean;
  readonly name: { zh: string; en: string };
};

/** Parks, gardens of compounds and the two banks of the canal. */
function greensOf({ quarter, names }: Scene): Green[] {
  const plots = quarter.built.flatMap(({ cell, greens }) =>
    greens.map((ring, index): Green => {
      const park = cell.use === "park";
      const { zh, en } = names.ofCell(cell.id, cell.use);
      const name = park ? bilingual(zh, en) : bilingual(`${zh}绿地`, `${en} green`);
      return { id: `green-${cell.id}-${index + 1}`, ring, park, name };
    }),
  );
  const word = names.spare(4);
  const banks = quarter.canal.banks.map((ring, index): Green => ({
    id: `green-bank-${index + 1}`,
    ring,
    park: false,
    name: bilingual(`${word.zh}渠滨水绿带`, `${word.en} Canal bank`),
  }));
  return [...plots, ...banks];
}

export const greenLineFeatures = (scene: Scene): MapFeature[] =>
  greensOf(scene).map(({ id, ring, park, name }) =>
    areaFeature(
      {
        id,
        name,
        properties: { class: park ? "park" : id.startsWith("green-bank") ? "bank" : "garden" },
      },
      ring,
    ),
  );

export const parkFeatures = (scene: Scene): MapFeature[] =>
  greensOf(scene)
    .filter(({ park }) => park)
    .map(({ id, ring, name }) =>
      areaFeature({ id: id.replace("green", "park"), name, properties: { class: "park" } }, ring),
    );

const canalName = ({ names }: Scene) =>
  bilingual(`${names.spare(4).zh}渠`, `${names.spare(4).en} Canal`);

export const riverFeatures = (scene: Scene): MapFeature[] => [
  areaFeature(
    { id: "river-1", name: canalName(scene), properties: { class: "canal" } },
    scene.quarter.canal.water,
  ),
];

export function blueLineFeatures(scene: Scene): MapFeature[] {
  const { zh, en } = canalName(scene);
  const name = bilingual(`${zh}蓝线`, `${en} blue line`);
  return [
    areaFeature(
      { id: "blue-line-1", name, properties: { class: "river" } },
      scene.quarter.canal.blueLine,
    ),
  ];
}

/** A wetland on the last stretch of the canal, beyond the blocks. */
export function redLineFeatures(scene: Scene): MapFeature[] {
  const { middle } = scene.quarter.canal;
  const last = middle.slice(-Math.floor(middle.length / columns / 2));
  const ring = [...beside(last, metres(-40)), ...beside(last, metres(40)).reverse()];
  const { zh, en } = canalName(scene);
  return [
    areaFeature(
      {
        id: "red-line-1",
        name: bilingual(`${zh}湿地`, `${en} wetland`),
        properties: { class: "other" },
      },
      ring,
    ),
  ];
}

/**
 * One empty cell beyond the blocks is farmland; the empty cell inside them is strategic white land.
 */
export const farmlandFeatures = ({ quarter, names }: Scene): MapFeature[] =>
  quarter.built
    .filter(({ cell }) => cell.use === "reserve" && cell.id.startsWith(farmlandCorner))
    .map(({ cell }) => {
      const { zh, en } = names.ofCell(cell.id, "reserve");
      const name = bilingual(zh.replace("留白地", "耕地"), en.replace("Reserve", "farmland"));
      return areaFeature(
        { id: `farmland-${cell.id}`, name, properties: { class: "permanent basic" } },
        cell.ring,
      );
    });

export const strategicWhiteFeatures = ({ quarter, names }: Scene): MapFeature[] =>
  quarter.built
    .filter(({ cell }) => cell.block && cell.use === "reserve")
    .map(({ cell }) =>
      areaFeature(
        {
          id: `white-${cell.id}`,
          name: names.ofCell(cell.id, "reserve"),
          properties: { block: cell.block, class: "strategic white" },
        },
        cell.ring,
      ),
    );

/** Points along a path, one every so many metres. */
function along(path: readonly Point[], stepMetres: number): Point[] {
  const points: Point[] = [];
  let left = 0;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index]!;
    const length = distance(from, to);
    for (; left < length; left += metres(stepMetres)) {
      points.push([
        Math.round(from[0] + ((to[0] - from[0]) * left) / length),
        Math.round(from[1] + ((to[1] - from[1]) * left) / length),
      ]);
    }
    left -= length;
  }
  return points;
}

/** Trees on the banks and around the greens: scenery, no control. */
export function treeFeatures(scene: Scene): MapFeature[] {
  const banks = [-35, 35].flatMap((offset) =>
    along(beside(scene.quarter.canal.middle, metres(offset)), 19),
  );
  const greens = greensOf(scene)
    .filter(({ id }) => !id.startsWith("green-bank"))
    .flatMap(({ ring }) => {
      const inner = shrunk(ring, metres(4));
      return inner.length > 2 ? along([...inner, inner[0]!], 17) : [];
    });
  return [...banks, ...greens].map((point, index) =>
    pointFeature(
      { id: `tree-${index + 1}`, name: bilingual("", ""), properties: { class: "tree" } },
      point,
    ),
  );
}

/** Old trees: in the middle of some yards, and one in each park. */
export function ancientTreeFeatures(scene: Scene): MapFeature[] {
  const yards = new Map<string, Point[]>();
  for (const { archetype, outline, parcel, name } of scene.register) {
    if (archetype !== "courtyard") continue;
    const yard = `${parcel} ${name.zh.replace(/[北南东西]房$/, "")}`;
    yards.set(yard, [...(yards.get(yard) ?? []), middleOf(outline)]);
  }
  const inYards = [...yards].flatMap(([yard, middles]) =>
    middles.length === 4 && drawsOf(scene.seed, "ancient tree", yard).chance(160)
      ? [middleOf(middles)]
      : [],
  );
  const inParks = greensOf(scene)
    .filter(({ park }) => park)
    .map(({ ring }) => offCentre(ring));
  return [...inYards, ...inParks].map((point, index) => {
    const first = drawsOf(scene.seed, "ancient tree grade", String(index)).chance(250);
    const name = first
      ? bilingual("一级古树", "Ancient tree, grade 1")
      : bilingual("二级古树", "Ancient tree, grade 2");
    return pointFeature(
      { id: `ancient-tree-${index + 1}`, name, properties: { class: first ? "1" : "2" } },
      point,
    );
  });
}

/** A point of a convex ring a third of the way from its middle to its first corner. */
function offCentre(ring: Ring): Point {
  const middle = middleOf(ring);
  const [dx, dy] = minus(ring[0]!, middle);
  const share = lengthOf([dx, dy]) > 0 ? 1 / 3 : 0;
  return plus(middle, [Math.round(dx * share), Math.round(dy * share)]);
}
