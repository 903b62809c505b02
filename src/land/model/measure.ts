import type { MapMeasure } from "../../rules/index.ts";
import type { Bilingual } from "../../base/message.ts";

/** What the map knows of one layer at a place: the raw answers of the database. */
export type LayerReading = {
  readonly layer: string;
  /** Whether the layer speaks for the whole place. */
  readonly covered: boolean;
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

/** The answer to one map fact, in metres, per cent, yes or no, or a class; with the features it rests on. */
export type Measured =
  | {
      readonly state: "known";
      readonly value: boolean | number | string;
      readonly from: readonly Near[];
    }
  | { readonly state: "unknown"; readonly reason: UnknownReason }
  /** The layer speaks here, and the place lies in none of its features. */
  | { readonly state: "not_applicable"; readonly layer: string };

/** Shares are told in steps of 0.0001. */
export const shareOf = (partDm2: number, wholeDm2: number): number =>
  Math.round((partDm2 / wholeDm2) * 10_000) / 10_000;

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
      return {
        state: "known",
        value: Math.round(shareOf(reading.coveredDm2, areaDm2) * 10_000) / 100,
        from: surfaces(reading),
      };
    case "class":
      return answerClass(reading, areaDm2);
  }
}

const surfaces = ({ met }: LayerReading): readonly MetFeature[] =>
  met.filter(({ dimension }) => dimension === 2);

function answerWithin(reading: LayerReading, areaDm2: number): Measured {
  const share = shareOf(reading.coveredDm2, areaDm2);
  if (share === 0) return { state: "known", value: false, from: [] };
  if (share >= 1) return { state: "known", value: true, from: surfaces(reading) };
  return unknown({ code: "partly_inside", layer: reading.layer, share });
}

/** Some points of a place may be nearer than others: its nearest point speaks for it. */
function answerReach({ layer, nearest }: LayerReading, metres: number): Measured {
  if (!nearest) return unknown({ code: "layer_empty", layer });
  const reached = nearest.metres <= metres;
  return { state: "known", value: reached, from: reached ? [nearest] : [] };
}

function answerDistance({ layer, nearest }: LayerReading): Measured {
  if (!nearest) return unknown({ code: "layer_empty", layer });
  return { state: "known", value: nearest.metres, from: [nearest] };
}

function answerClass(reading: LayerReading, areaDm2: number): Measured {
  const { layer } = reading;
  const met = surfaces(reading);
  const classes = [...new Set(met.map(({ id, class: word }) => word ?? id))];
  const [only] = classes;
  if (only === undefined) return { state: "not_applicable", layer };
  if (classes.length > 1) return unknown({ code: "several_classes", layer, classes });
  const share = shareOf(reading.coveredDm2, areaDm2);
  if (share < 1) return unknown({ code: "partly_inside", layer, share });
  return { state: "known", value: only, from: met };
}
