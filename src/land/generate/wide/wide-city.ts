import { layerIds, type LayerId } from "../../contract.ts";
import type { MapFeature, MapLayer } from "../../model/layer.ts";
import type { CityOrder, GeneratedCity } from "../order.ts";
import { outlineShapes } from "../feature.ts";
import { outlinesOf } from "../partition/outline.ts";
import { planBlock } from "./block-plan.ts";
import { layLand, type CityLand } from "./land.ts";
import type { Scenery } from "./layers-land.ts";
import { layCourses } from "./layers-plan.ts";
import { blockLayers, streetLayer, wholeLayers } from "./layers.ts";
import type { BlockLayer } from "./layers-block.ts";

/** The rings of the city that each size makes. */
const zonesOf = ({ size, zones }: CityOrder): readonly string[] =>
  size === "district" ? ["core"] : zones.rings.map(({ id }) => id);

const declaredOf = ({ figures }: CityLand): GeneratedCity["declared"] => {
  const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
  return {
    blocks: sum(figures.map(({ blocks }) => blocks)),
    buildings: sum(figures.map(({ buildings }) => buildings)),
    floorAreaDm2: sum(figures.map(({ stockDm2 }) => stockDm2)),
  };
};

/** Features that are drawn when they are asked for, and again for whoever asks again. */
const lazily = (draw: () => Iterable<MapFeature>): Iterable<MapFeature> => ({
  [Symbol.iterator]: () => draw()[Symbol.iterator](),
});

const once = <T>(make: () => T): (() => T) => {
  const held: { value?: T } = {};
  return () => (held.value ??= make());
};

/** The one layer that is too large to be held: each block is laid out and let go. */
function* drawBlocks({ land, seed }: Scenery, draw: BlockLayer): Iterable<MapFeature> {
  for (const block of land.blocks) yield* draw(planBlock(block, seed), seed);
}

const smallLayers = Object.entries(blockLayers).filter(([id]) => id !== "buildings");

/** All other layers of the blocks in one pass, because laying a block out is the most work. */
function drawSmall({ land, seed }: Scenery): Map<string, MapFeature[]> {
  const drawn = new Map(
    [...smallLayers, ["streets"] as const].map(([id]) => [id, [] as MapFeature[]]),
  );
  for (const block of land.blocks) {
    const plan = planBlock(block, seed);
    for (const [id, draw] of smallLayers) drawn.get(id)!.push(...draw(plan, seed));
    drawn.get("streets")!.push(...streetLayer.inside(plan, seed));
  }
  return drawn;
}

type Drawing = {
  readonly scenery: Scenery;
  readonly courses: ReturnType<typeof layCourses>;
  readonly small: () => Map<string, MapFeature[]>;
};

/** How a layer of the city is drawn; undefined where the generator has nothing to say. */
function drawer(id: LayerId, { scenery, courses, small }: Drawing): Drawn | undefined {
  const whole = wholeLayers[id];
  if (whole) return { isOfBlocks: false, draw: () => whole(scenery, courses) };
  const block = blockLayers[id];
  if (id === "buildings" && block)
    return { isOfBlocks: true, draw: () => drawBlocks(scenery, block) };
  if (block) return { isOfBlocks: true, draw: () => small().get(id)! };
  if (id !== "streets") return undefined;
  const draw = () => [...streetLayer.between(scenery, courses), ...small().get(id)!];
  return { isOfBlocks: true, draw };
}

type Drawn = { readonly isOfBlocks: boolean; readonly draw: () => Iterable<MapFeature> };

/** Makes a district or a whole city: blocks of real districts, and everything in them made up. */
export function generateWide(order: CityOrder): GeneratedCity {
  const { seed, zones, size } = order;
  const land = layLand({ seed, ground: order, zones: zonesOf(order) });
  const scenery: Scenery = { seed, zones, land };
  const drawing = {
    scenery,
    courses: layCourses(scenery),
    small: once(() => drawSmall(scenery)),
  };
  const built = outlineShapes(outlinesOf(land.blocks.map(({ ring }) => ring)));
  const whole = outlineShapes(outlinesOf(land.subdistricts.map(({ ring }) => ring)));
  const layers = layerIds.flatMap((id): MapLayer[] => {
    const drawn = drawer(id, drawing);
    if (!drawn) return [];
    return [{ id, coverage: drawn.isOfBlocks ? built : whole, features: lazily(drawn.draw) }];
  });
  return { size, seed, declared: declaredOf(land), layers };
}
