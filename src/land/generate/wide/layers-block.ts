import { bilingual } from "../../../base/message.ts";
import type { MapFeature } from "../../model/layer.ts";
import { areaFeature, lineFeature, pointFeature } from "../feature.ts";
import { drawsOf } from "../draw.ts";
import { buildingProperties, landUse, unitWord } from "../layers-units.ts";
import { boxOf, middleOf, type Ring } from "../plane.ts";
import type { RegisteredBuilding } from "../register.ts";
import type { Use } from "../uses.ts";
import type { BlockPlan } from "./block-plan.ts";
import { blockNames, parcelCodes, registerBlock } from "./block-register.ts";

/** A layer of what stands in one block; it is drawn block by block and never kept. */
export type BlockLayer = (plan: BlockPlan, seed: string) => MapFeature[];

export const buildings: BlockLayer = (plan, seed) =>
  registerBlock(plan, seed).map((building) =>
    areaFeature(
      { id: building.id, name: building.name, properties: buildingProperties(building) },
      building.outline,
    ),
  );

export const parcels: BlockLayer = (plan, seed) => {
  const [names, codes] = [blockNames(plan, seed), parcelCodes(plan)];
  return plan.built.flatMap(({ cell, parcels: list }) =>
    list.map(({ id, ring, use }) =>
      areaFeature(
        {
          id: codes.get(id)!,
          name: names.ofCell(cell.id, use),
          properties: { block: plan.block.id, compound: cell.id, use, land_use: landUse[use] },
        },
        ring,
      ),
    ),
  );
};

export const lanes: BlockLayer = (plan, seed) => {
  const names = blockNames(plan, seed);
  return plan.streets
    .filter(({ path }) => path.length > 1)
    .map((street) =>
      lineFeature(
        {
          id: street.id,
          name: names.ofStreet(street),
          properties: { class: street.rank, width: street.widthMetres, block: plan.block.id },
        },
        street.path,
      ),
    );
};

export const renewalUnits: BlockLayer = (plan, seed) => {
  const names = blockNames(plan, seed);
  return plan.built.flatMap(({ cell, drafts }) => {
    const word = drafts.length > 0 ? unitWord[cell.use] : undefined;
    if (!word) return [];
    const { zh, en } = names.ofCell(cell.id, cell.use);
    const name = bilingual(`${zh}${word[0]}`, `${en} ${word[1]}`);
    const properties = { block: plan.block.id, class: name.zh };
    return [areaFeature({ id: `unit-${cell.id}`, name, properties }, cell.ring)];
  });
};

/** The house of a yard: its wings go by one number. */
const yardOf = (id: string): string => id.replace(/-\d$/, "");

function around(rings: readonly Ring[]): Ring {
  const { west, south, east, north } = boxOf(rings.flat());
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Courtyards: the land around the wings of each whole yard. */
export const courtyards: BlockLayer = ({ standing, block }) => {
  const yards = new Map<string, Ring[]>();
  for (const { id, archetype, outline } of standing) {
    if (archetype !== "courtyard") continue;
    yards.set(yardOf(id), [...(yards.get(yardOf(id)) ?? []), outline]);
  }
  return [...yards.values()]
    .filter((wings) => wings.length === 4)
    .map((wings, index) => {
      const number = index + 1;
      const name = bilingual(`${number} 号院`, `Yard ${number}`);
      const id = `yard-${block.id}-${number}`;
      return areaFeature({ id, name, properties: { block: block.id } }, around(wings));
    });
};

const serves: Readonly<Partial<Record<RegisteredBuilding["archetype"], string>>> = {
  school: "school",
  library: "culture",
  hospital: "health",
  gymnasium: "sports",
  arena: "sports",
};

/** What serves the public, as points in the middle of its buildings. */
export const facilities: BlockLayer = (plan, seed) => {
  const names = blockNames(plan, seed);
  return plan.standing.flatMap(({ archetype, outline, cell, number }, index) => {
    const word = serves[archetype];
    if (!word) return [];
    const { zh, en } = names.ofCell(cell.id, cell.use);
    const name = bilingual(`${zh} ${number}`, `${en} ${number}`);
    const id = `facility-${plan.block.id}-${index + 1}`;
    return [
      pointFeature(
        { id, name, properties: { class: word, block: plan.block.id } },
        middleOf(outline),
      ),
    ];
  });
};

type Wanted = {
  readonly prefix: string;
  readonly uses: readonly Use[];
  readonly zh: string;
  readonly en: string;
  readonly class: string;
  /** In how many of a thousand cells. */
  readonly perThousand?: number;
  readonly zones?: readonly string[];
};

/** A layer of whole cells of some uses. */
export const cellLayer =
  (wanted: Wanted): BlockLayer =>
  (plan, seed) => {
    const { prefix, uses, zones, perThousand = 1000 } = wanted;
    if (zones && !zones.includes(plan.block.zone)) return [];
    const names = blockNames(plan, seed);
    return plan.built.flatMap(({ cell }) => {
      const isMeant = uses.includes(cell.use);
      if (!isMeant || !drawsOf(seed, prefix, cell.id).chance(perThousand)) return [];
      const { zh, en } = names.ofCell(cell.id, cell.use);
      const name = bilingual(`${zh}${wanted.zh}`, `${en} ${wanted.en}`.trimEnd());
      const properties = { block: plan.block.id, class: wanted.class };
      return [areaFeature({ id: `${prefix}-${cell.id}`, name, properties }, cell.ring)];
    });
  };

/** Gardens, parks and yards of schools: each green that a use lays out. */
const greensOf =
  (prefix: string, isMeant: (use: Use) => boolean, word: string): BlockLayer =>
  (plan, seed) => {
    const names = blockNames(plan, seed);
    return plan.built.flatMap(({ cell, greens }) =>
      isMeant(cell.use)
        ? greens.map((ring, index) => {
            const { zh, en } = names.ofCell(cell.id, cell.use);
            const properties = {
              class: cell.use === "park" ? "park" : word,
              block: plan.block.id,
            };
            const id = `${prefix}-${cell.id}-${index + 1}`;
            return areaFeature({ id, name: bilingual(zh, en), properties }, ring);
          })
        : [],
    );
  };

export const parks = greensOf("park", (use) => use === "park", "park");
export const greenLines = greensOf("green", () => true, "garden");
export const spaces = greensOf("space", (use) => use !== "park", "garden");

/** A block in which no park was laid out has none within its reach. */
export const parkBlindSpots: BlockLayer = ({ block, built }) => {
  if (built.some(({ cell, greens }) => cell.use === "park" && greens.length > 0)) return [];
  const name = bilingual(`${block.id} 公园服务盲区`, `${block.id} without a park`);
  return [
    areaFeature({ id: `blind-${block.id}`, name, properties: { block: block.id } }, block.ring),
  ];
};

/** Open land of a block by what it is kept for: one kind a piece, as drawn. */
const openKinds: Readonly<Record<string, number>> = {
  farmland: 40,
  farmland_reserve: 12,
  farmland_retained: 8,
  reclaimed_plots: 10,
  natural_forest: 12,
  strategic_white: 8,
  nothing: 10,
};

/** A layer of the open land that is drawn for it. */
export const openLayer =
  (kind: string, title: { zh: string; en: string }, word: string): BlockLayer =>
  ({ open, block }, seed) =>
    open.flatMap(({ id, ring }, index) => {
      if (drawsOf(seed, "open land", id).weigh(openKinds) !== kind) return [];
      const place = `${block.id} ${index + 1}`;
      const name = bilingual(`${place} ${title.zh}`, `${title.en} ${place}`);
      const properties = { block: block.id, class: word };
      return [areaFeature({ id: `${kind.replaceAll("_", "-")}-${id}`, name, properties }, ring)];
    });

/** The first courtyard and the first hall of some blocks are protected. */
export const heritageSites: BlockLayer = (plan, seed) => {
  if (!drawsOf(seed, "heritage", plan.block.id).chance(400)) return [];
  const grades = { courtyard: "district", hall: "industrial" } as const;
  return (["courtyard", "hall"] as const).flatMap((archetype) => {
    const building = registerBlock(plan, seed).find((each) => each.archetype === archetype);
    if (!building) return [];
    const { zh, en } = building.name;
    const name = bilingual(`${zh}旧址`, `${en}, protected`);
    const properties = { building: building.id, class: grades[archetype] };
    return [areaFeature({ id: `heritage-${building.id}`, name, properties }, building.outline)];
  });
};

/** Around each protected house: a range of 30 m to each side of its box. */
export const protectionRanges: BlockLayer = (plan, seed) => {
  if (!drawsOf(seed, "heritage", plan.block.id).chance(400)) return [];
  return (["courtyard", "hall"] as const).flatMap((archetype) => {
    const found = plan.standing.findIndex((each) => each.archetype === archetype);
    const site = plan.standing[found];
    if (!site) return [];
    const { west, south, east, north } = boxOf(site.outline);
    const id = `range-${plan.block.id}-${archetype}`;
    const name = bilingual(`${plan.block.id} 保护范围`, `${plan.block.id} protection range`);
    const reach = 3000;
    return [
      areaFeature({ id, name, properties: { block: plan.block.id, class: "protection" } }, [
        [west - reach, south - reach],
        [east + reach, south - reach],
        [east + reach, north + reach],
        [west - reach, north + reach],
      ]),
    ];
  });
};

/** Four trees to a park, and an old one in its middle. */
export const trees: BlockLayer = ({ built }) =>
  built.flatMap(({ cell, greens }) =>
    cell.use === "park"
      ? greens.flatMap((ring, index) =>
          ring.map((corner, place) => {
            const [x, y] = middleOf(ring);
            const id = `tree-${cell.id}-${index + 1}-${place + 1}`;
            return pointFeature({ id, name: bilingual("", ""), properties: { class: "tree" } }, [
              Math.round((corner[0] * 3 + x) / 4),
              Math.round((corner[1] * 3 + y) / 4),
            ]);
          }),
        )
      : [],
  );

export const ancientTrees: BlockLayer = ({ built }, seed) =>
  built.flatMap(({ cell, greens }) =>
    cell.use === "park"
      ? greens.map((ring, index) => {
          const id = `ancient-tree-${cell.id}-${index + 1}`;
          const first = drawsOf(seed, "ancient tree grade", id).chance(250);
          const name = first
            ? bilingual("一级古树", "Ancient tree, grade 1")
            : bilingual("二级古树", "Ancient tree, grade 2");
          return pointFeature(
            { id, name, properties: { class: first ? "1" : "2" } },
            middleOf(ring),
          );
        })
      : [],
  );
