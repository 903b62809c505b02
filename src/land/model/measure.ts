import type { MapMeasure } from "../../rules/index.ts";
import type { Bilingual } from "../../base/message.ts";

/** What the map knows of one layer at a place: the raw answers of the database. */
export type LayerReading = {
  readonly layer: string;
  /** Whether the layer speaks for the whole place. */
  readonly covered: boolean;
  readonly synthetic: boolean;
  /** Area of the place under the layer's polygons, overlaps counted once. */
  readonly coveredDm2: number;
  readonly met: readonly MetFeature[];
  readonly nearest: (Near & { readonly metres: number }) | undefined;
};

export type Near = { readonly id: string; readonly name: Bilingual };
export type MetFeature = Near & {
  readonly class: string | null;
  readonly areaDm2: number;
  /** 0 point, 1 line, 2 polygon. */
  readonly dimension: number;
};

export type UnknownReason =
  | { readonly code: "layer_missing"; readonly layer: string }
  | { readonly code: "layer_silent_here"; readonly layer: string }
  | { readonly code: "layer_empty"; readonly layer: string }
  /** The place lies partly inside: neither yes nor no. */
  | { readonly code: "partly_inside"; readonly layer: string; readonly share: number }
  | {
      readonly code: "several_classes";
      readonly layer: string;
      readonly classes: readonly string[];
    };

/**
 * The answer to one map fact, in metres, per cent, yes or no, or a class; with the features it
 * rests on.
 */
export type Measured =
  | {
      readonly state: "known";
      readonly value: boolean | number | string;
      readonly from: readonly Near[];
      /** True when the layer is invented: so is the answer. */
      readonly synthetic: boolean;
    }
  | { readonly state: "unknown"; readonly reason: UnknownReason }
  /** The layer speaks here, and the place lies in none of its features. */
  | { readonly state: "not_applicable"; readonly layer: string };

/** Shares are told in steps of 0.0001. */
export const shareOf = (partDm2: number, wholeDm2: number): number =>
  Math.round((partDm2 / wholeDm2) * 10_000) / 10_000;

const known = (
  { synthetic }: LayerReading,
  value: boolean | number | string,
  from: readonly Near[],
): Measured => ({ state: "known", value, from, synthetic });

const unknown = (reason: UnknownReason): Measured => ({ state: "unknown", reason });

/** Answers a measure from what the map read at a place of this area. */
export function answerMeasure(
  measure: MapMeasure,
  reading: LayerReading | undefined,
  areaDm2: number,
): Measured {
  const { layer } = measure;
  if (!reading) return unknown({ code: "layer_missing", layer });
  if (!reading.covered) return unknown({ code: "layer_silent_here", layer });
  switch (measure.measure) {
    case "within":
      return measure.metres === undefined
        ? answerWithin(reading, areaDm2)
        : answerReach(reading, measure.metres);
    case "distance":
      return answerDistance(reading);
    case "share":
      return known(
        reading,
        Math.round(shareOf(reading.coveredDm2, areaDm2) * 10_000) / 100,
        surfaces(reading),
      );
    case "class":
      return answerClass(reading, areaDm2);
  }
}

const surfaces = ({ met }: LayerReading): readonly MetFeature[] =>
  met.filter(({ dimension }) => dimension === 2);

/**
 * What two borders drawn to the centimetre may differ by: 1 m², and of a small place a
 * thousandth.
 */
const slackDm2 = (areaDm2: number): number => Math.min(100, Math.floor(areaDm2 / 1000));

const coversAll = ({ coveredDm2 }: LayerReading, areaDm2: number): boolean =>
  coveredDm2 >= areaDm2 - slackDm2(areaDm2);

function answerWithin(reading: LayerReading, areaDm2: number): Measured {
  const { coveredDm2, layer } = reading;
  if (coveredDm2 <= slackDm2(areaDm2)) return known(reading, false, []);
  if (coversAll(reading, areaDm2)) return known(reading, true, surfaces(reading));
  return unknown({ code: "partly_inside", layer, share: shareOf(coveredDm2, areaDm2) });
}

/** Some points of a place may be nearer than others: its nearest point speaks for it. */
function answerReach(reading: LayerReading, metres: number): Measured {
  const { layer, nearest } = reading;
  if (!nearest) return unknown({ code: "layer_empty", layer });
  const reached = nearest.metres <= metres;
  return known(reading, reached, reached ? [nearest] : []);
}

function answerDistance(reading: LayerReading): Measured {
  const { layer, nearest } = reading;
  if (!nearest) return unknown({ code: "layer_empty", layer });
  return known(reading, nearest.metres, [nearest]);
}

function answerClass(reading: LayerReading, areaDm2: number): Measured {
  const { layer } = reading;
  const met = surfaces(reading);
  const classes = [...new Set(met.map(({ id, class: word }) => word ?? id))];
  const [only] = classes;
  if (only === undefined) return { state: "not_applicable", layer };
  if (classes.length > 1) return unknown({ code: "several_classes", layer, classes });
  if (coversAll(reading, areaDm2)) return known(reading, only, met);
  const share = shareOf(reading.coveredDm2, areaDm2);
  return unknown({ code: "partly_inside", layer, share });
}
