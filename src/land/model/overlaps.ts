import type { LayerLevel, Overlap, OverlapFeature } from "../contract.ts";
import { levelOf, type CatalogueRow } from "./catalogue.ts";
import { shareOf, type LayerReading, type MetFeature, type NearFeature } from "./measure.ts";
import type { Area } from "./place.ts";

/** The lower, the stricter. */
const strictness: Readonly<Record<LayerLevel, number>> = {
  "1": 0,
  "2": 1,
  "3": 2,
  advice: 3,
  none: 4,
};

/**
 * The most features told of one layer: a place meets few, and a long list hides the strict ones.
 */
const featuresTold = 20;

/** Lengths and areas of a piece of a place, in metres. */
const extent = (size: number, { dimension }: Area): { areaM2: number; lengthM: number } => ({
  areaM2: dimension === 2 ? size / 100 : 0,
  lengthM: dimension === 1 ? size / 100 : 0,
});

function met(row: CatalogueRow, feature: MetFeature, area: Area): OverlapFeature {
  const { id, name, class: word, size, lengthCm, dimension } = feature;
  const { areaM2, lengthM } = extent(size, area);
  return {
    id,
    name,
    class: word,
    level: levelOf(row, word),
    areaM2,
    lengthM: dimension === 1 ? lengthCm / 100 : lengthM,
    share: shareOf(size, area.size),
    distanceM: 0,
    reachM: 0,
  };
}

const outside = (row: CatalogueRow, feature: NearFeature): OverlapFeature => ({
  id: feature.id,
  name: feature.name,
  class: feature.class,
  level: levelOf(row, feature.class),
  areaM2: 0,
  lengthM: 0,
  share: 0,
  distanceM: feature.metres,
  reachM: feature.reachM,
});

type Said = Pick<Overlap, "relation" | "areaM2" | "lengthM" | "share" | "distanceM" | "features">;

const silent = { areaM2: 0, lengthM: 0, share: 0, distanceM: null, features: [] };

/** What a layer says of a place that lies in none of its features. */
function saidOutside(row: CatalogueRow, { covered, near }: LayerReading): Said {
  const reached = near.filter(({ metres, reachM }) => metres <= reachM);
  const told = reached.length > 0 ? reached.slice(0, featuresTold) : near.slice(0, 1);
  const [nearest] = told;
  if (!covered) return { ...silent, relation: "unknown" };
  if (!nearest) return { ...silent, relation: "clear" };
  return {
    ...silent,
    relation: reached.length > 0 ? "reached" : "near",
    distanceM: nearest.metres,
    features: told.map((feature) => outside(row, feature)),
  };
}

function saidOf(row: CatalogueRow, reading: LayerReading | undefined, area: Area): Said {
  if (!reading) return { ...silent, relation: "unknown" };
  if (reading.met.length === 0) return saidOutside(row, reading);
  const told = reading.met
    .map((feature) => met(row, feature, area))
    .sort((a, b) => strictness[a.level] - strictness[b.level]);
  const { areaM2, lengthM } = extent(reading.coveredSize, area);
  const lines = told.reduce((sum, feature) => sum + feature.lengthM, 0);
  return {
    relation: "overlaps",
    areaM2,
    lengthM: row.geometry === "line" ? lines : lengthM,
    share: shareOf(reading.coveredSize, area.size),
    distanceM: 0,
    features: told.slice(0, featuresTold),
  };
}

function overlapOf(row: CatalogueRow, reading: LayerReading | undefined, area: Area): Overlap {
  const { id, title, level, ruleSet } = row;
  const said = saidOf(row, reading, area);
  // The strictest feature stands first.
  const spoken = said.relation === "overlaps" ? said.features[0]?.level : undefined;
  return {
    layer: id,
    title,
    level: spoken ?? level,
    ruleSet,
    source: reading?.source ?? row.source,
    synthetic: reading?.synthetic ?? row.synthetic,
    ...said,
  };
}

const relationOrder = { overlaps: 0, reached: 1, near: 2, clear: 3, unknown: 4 } as const;

/**
 * Every layer's word on a place: the stricter first; of one level what overlaps, then the
 * nearer.
 */
export function overlapReport(
  rows: readonly CatalogueRow[],
  readings: ReadonlyMap<string, LayerReading>,
  area: Area,
): Overlap[] {
  return rows
    .map((row) => overlapOf(row, readings.get(row.id), area))
    .sort(
      (a, b) =>
        strictness[a.level] - strictness[b.level] ||
        relationOrder[a.relation] - relationOrder[b.relation] ||
        b.share - a.share ||
        (a.distanceM ?? 1e9) - (b.distanceM ?? 1e9) ||
        (a.layer < b.layer ? -1 : 1),
    );
}
