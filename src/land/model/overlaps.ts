import type { Layer, LayerLevel, Overlap, OverlapFeature } from "../contract.ts";
import { shareOf, type LayerReading, type MetFeature } from "./measure.ts";

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

function met(feature: MetFeature, wholeDm2: number): OverlapFeature {
  const { id, name, areaDm2 } = feature;
  return { id, name, areaM2: areaDm2 / 100, share: shareOf(areaDm2, wholeDm2), distanceM: 0 };
}

function overlapOf(layer: Layer, reading: LayerReading | undefined, wholeDm2: number): Overlap {
  const { id, title, level, ruleSet, source, synthetic } = layer;
  const head = { layer: id, title, level, ruleSet, source, synthetic };
  const nothing = { areaM2: 0, share: 0, distanceM: null, features: [] };
  if (!reading) return { ...head, ...nothing, relation: "unknown" };
  if (reading.met.length > 0) {
    return {
      ...head,
      relation: "overlaps",
      areaM2: reading.coveredDm2 / 100,
      share: shareOf(reading.coveredDm2, wholeDm2),
      distanceM: 0,
      features: reading.met.slice(0, featuresTold).map((feature) => met(feature, wholeDm2)),
    };
  }
  const { nearest } = reading;
  if (!reading.covered || !nearest) return { ...head, ...nothing, relation: "unknown" };
  const { metres: distanceM, ...near } = nearest;
  return {
    ...head,
    relation: "near",
    areaM2: 0,
    share: 0,
    distanceM,
    features: [{ ...near, areaM2: 0, share: 0, distanceM }],
  };
}

const relationOrder = { overlaps: 0, near: 1, unknown: 2 } as const;

/**
 * Every layer's word on a place: the stricter first; of one level what overlaps, then the
 * nearer.
 */
export function overlapReport(
  layers: readonly Layer[],
  readings: ReadonlyMap<string, LayerReading>,
  wholeDm2: number,
): Overlap[] {
  return layers
    .map((layer) => overlapOf(layer, readings.get(layer.id), wholeDm2))
    .sort(
      (a, b) =>
        strictness[a.level] - strictness[b.level] ||
        relationOrder[a.relation] - relationOrder[b.relation] ||
        b.share - a.share ||
        (a.distanceM ?? 1e9) - (b.distanceM ?? 1e9) ||
        (a.layer < b.layer ? -1 : 1),
    );
}
