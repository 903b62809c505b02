import { layerLevels, type LayerLevel, type Overlap, type OverlapFeature } from "../contract.ts";
import { levelOf, strictnessOf, type CatalogueRow, type LevelRange } from "./catalogue.ts";
import {
  shareOf,
  slackOf,
  type LayerReading,
  type MetFeature,
  type NearFeature,
} from "./measure.ts";
import type { Area } from "./place.ts";

/** The lower, the stricter. */
const strictness = (level: LayerLevel): number => layerLevels.indexOf(level);

/**
 * The most features told of one layer: a place meets few, and a long list hides the strict ones.
 */
const featuresTold = 20;

/** Lengths and areas of a piece of a place, in metres; a piece of points has neither. */
export const extentOf = (
  size: number,
  { dimension }: Area,
): { areaM2: number; lengthM: number } => ({
  areaM2: dimension === 2 ? size / 100 : 0,
  lengthM: dimension === 1 ? size / 100 : 0,
});

function met(row: CatalogueRow, feature: MetFeature, area: Area): OverlapFeature {
  const { id, name, class: word, size, lengthCm, dimension } = feature;
  const { areaM2, lengthM } = extentOf(size, area);
  return {
    id,
    name,
    class: word,
    ...levelOf(row, word),
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
  ...levelOf(row, feature.class),
  areaM2: 0,
  lengthM: 0,
  share: 0,
  distanceM: feature.metres,
  reachM: feature.reachM,
});

type Said = Pick<Overlap, "relation" | "areaM2" | "lengthM" | "share" | "distanceM" | "features">;

const silent = { areaM2: 0, lengthM: 0, share: 0, distanceM: null, features: [] };

const strictFirst = (a: LevelRange, b: LevelRange): number =>
  strictness(a.level) - strictness(b.level) || strictness(a.mayBe) - strictness(b.mayBe);

/** What a layer says of a place that lies in none of its features; one may border on it. */
function saidOutside(row: CatalogueRow, { covered, near }: LayerReading): Said {
  const told = near.map((feature) => outside(row, feature));
  const reached = told.filter(({ distanceM, reachM }) => reachM > 0 && distanceM <= reachM);
  const [nearest] = told;
  if (nearest && reached.length > 0) {
    const { distanceM } = reached[0]!;
    const features = reached.sort(strictFirst).slice(0, featuresTold);
    return { ...silent, relation: "reached", distanceM, features };
  }
  if (!covered) return { ...silent, relation: "unknown" };
  if (!nearest) return { ...silent, relation: "clear" };
  return { ...silent, relation: "near", distanceM: nearest.distanceM, features: [nearest] };
}

/** What of a layer is met by more than borders may differ by: each class is taken together. */
function speakingOf({ met, classSizes, coveredSize }: LayerReading, { size }: Area) {
  const slack = slackOf(size);
  const speaking = met.filter(
    ({ dimension, class: word }) => dimension < 2 || (classSizes.get(word) ?? 0) > slack,
  );
  return speaking.length === 0 && coveredSize > slack ? met : speaking;
}

function saidMet(row: CatalogueRow, speaking: readonly MetFeature[], area: Area) {
  const told = speaking.map((feature) => met(row, feature, area)).sort(strictFirst);
  const lines = told.reduce((sum, feature) => sum + feature.lengthM, 0);
  return {
    relation: "overlaps" as const,
    ...(row.geometry === "line" ? { lengthM: lines } : {}),
    distanceM: 0,
    features: told.slice(0, featuresTold),
  };
}

/** What a layer says of a place. A sliver is measured, and does not speak. */
function saidOf(row: CatalogueRow, reading: LayerReading | undefined, area: Area): Said {
  if (!reading) return { ...silent, relation: "unknown" };
  const speaking = speakingOf(reading, area);
  const { coveredSize } = reading;
  return {
    ...saidOutside(row, reading),
    ...extentOf(coveredSize, area),
    share: shareOf(coveredSize, area.size),
    ...(speaking.length > 0 ? saidMet(row, speaking, area) : {}),
  };
}

/**
 * How strictly a layer speaks of a place: as the strictest feature that is met, or, where nothing
 * is known of the place, as the strictest of its classes may.
 */
function levelSaid(row: CatalogueRow, { relation, features }: Said): LevelRange {
  const { mayBe } = strictnessOf(row);
  if (relation === "unknown") return { level: mayBe, mayBe };
  // The strictest feature stands first; another one may be stricter yet.
  const [first] = features;
  if (!first || relation === "near") return { level: row.level, mayBe: row.level };
  const most = Math.min(...features.map((feature) => strictness(feature.mayBe)));
  return { level: first.level, mayBe: layerLevels[most]! };
}

function overlapOf(row: CatalogueRow, reading: LayerReading | undefined, area: Area): Overlap {
  const said = saidOf(row, reading, area);
  return {
    layer: row.id,
    title: row.title,
    ...levelSaid(row, said),
    ruleSet: row.ruleSet,
    basis: row.basis,
    source: reading?.source ?? row.source,
    synthetic: reading?.synthetic ?? row.synthetic,
    reachM: row.reachM,
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
        strictness(a.level) - strictness(b.level) ||
        relationOrder[a.relation] - relationOrder[b.relation] ||
        b.share - a.share ||
        (a.distanceM ?? 1e9) - (b.distanceM ?? 1e9) ||
        (a.layer < b.layer ? -1 : 1),
    );
}
