import type { MapMeasure } from "../../rules/index.ts";
import type { Bilingual } from "../../base/message.ts";
import { catalogueRow } from "./catalogue.ts";

/** What the map knows of one layer at a place: the raw answers of the database. */
export type LayerReading = {
  readonly layer: string;
  /** Whether the layer speaks for the whole place. */
  readonly covered: boolean;
  readonly synthetic: boolean;
  readonly source: Bilingual;
  /**
   * How much of the place lies under the layer's polygons, overlaps counted once: in the unit that
   * the place is counted in.
   */
  readonly coveredSize: number;
  /** The same by class; polygons without a class stand under null. */
  readonly classSizes: ReadonlyMap<string | null, number>;
  readonly met: readonly MetFeature[];
  /** The nearest of each class, and all that the place is in reach of; the nearer first. */
  readonly near: readonly NearFeature[];
};

export type Near = { readonly id: string; readonly name: Bilingual };
export type NearFeature = Near & {
  readonly class: string | null;
  readonly metres: number;
  /** How far the feature reaches, in metres; 0 where it ends at its border. */
  readonly reachM: number;
};
export type MetFeature = Near & {
  readonly class: string | null;
  /** How much of the place lies in a polygon, in the unit that the place is counted in. */
  readonly size: number;
  /** How much of a line lies in the place. */
  readonly lengthCm: number;
  /** 0 point, 1 line, 2 polygon. */
  readonly dimension: number;
};

export type UnknownReason =
  | { readonly code: "layer_missing"; readonly layer: string }
  | { readonly code: "layer_silent_here"; readonly layer: string }
  | { readonly code: "layer_empty"; readonly layer: string }
  /**
   * Something that the place meets bears no class, or a word that the layer does not know, so that
   * nothing can be said of one class.
   */
  | { readonly code: "class_missing"; readonly layer: string }
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

/** Shares are told in steps of 0.0001. A line that runs back over itself is met once. */
export const shareOf = (part: number, whole: number): number =>
  Math.min(1, Math.round((part / whole) * 10_000) / 10_000);

const known = (
  { synthetic }: LayerReading,
  value: boolean | number | string,
  from: readonly Near[],
): Measured => ({ state: "known", value, from, synthetic });

const unknown = (reason: UnknownReason): Measured => ({ state: "unknown", reason });

/**
 * The reading of some classes alone, where null is what bears none. Of several classes the sizes
 * are added up, so that they are at least what is covered.
 */
function ofClasses(reading: LayerReading, words: readonly (string | null)[]): LayerReading {
  const isOne = ({ class: word }: { readonly class: string | null }): boolean =>
    words.includes(word);
  return {
    ...reading,
    coveredSize: words.reduce((sum, word) => sum + (reading.classSizes.get(word) ?? 0), 0),
    met: reading.met.filter(isOne),
    near: reading.near.filter(isOne),
  };
}

/** What may be of any class: what bears none, or a word that the layer does not know. */
function classless({ layer, met, near, classSizes }: LayerReading): (string | null)[] {
  const known = catalogueRow(layer)?.classes;
  const borne = [...classSizes.keys(), ...[...met, ...near].map(({ class: word }) => word)];
  const isOpen = (word: string | null): boolean =>
    word === null || (known !== undefined && !known.includes(word));
  return [...new Set(borne)].filter(isOpen);
}

/** A yes that is certain: whatever else lies there cannot undo it. */
const isYes = (measured: Measured): boolean =>
  measured.state === "known" && measured.value === true;

const isSame = (one: Measured, other: Measured): boolean =>
  one.state === other.state &&
  (one.state !== "known" || other.state !== "known" || one.value === other.value);

/**
 * Answers a measure from what the map read at a place of this size. Where the layer does not cover
 * the place, or something there bears no class, only a yes is certain.
 */
export function answerMeasure(
  measure: MapMeasure,
  reading: LayerReading | undefined,
  size: number,
): Measured {
  const { layer, class: word } = measure;
  if (!reading) return unknown({ code: "layer_missing", layer });
  const answerOf = (read: LayerReading): Measured => answerRead(measure, read, size);
  const answer = answerOf(word === undefined ? reading : ofClasses(reading, [word]));
  if (isYes(answer)) return answer;
  if (!reading.covered) return unknown({ code: "layer_silent_here", layer });
  if (word === undefined) return answer;
  const atMost = answerOf(ofClasses(reading, [word, ...classless(reading)]));
  return isSame(answer, atMost) ? answer : unknown({ code: "class_missing", layer });
}

function answerRead(measure: MapMeasure, reading: LayerReading, size: number): Measured {
  switch (measure.measure) {
    case "within":
      return measure.metres === undefined
        ? answerWithin(reading, size)
        : answerReach(reading, measure.metres);
    case "overlaps":
      return answerOverlaps(reading, size);
    case "distance":
      return answerDistance(reading);
    case "share":
      return known(
        reading,
        Math.round(shareOf(reading.coveredSize, size) * 10_000) / 100,
        surfaces(reading),
      );
    case "class":
      return answerClass(reading, size);
  }
}

const surfaces = ({ met }: LayerReading): readonly MetFeature[] =>
  met.filter(({ dimension }) => dimension === 2);

/**
 * What two borders drawn to the centimetre may differ by: 1 m² or 1 m, and of a small place a
 * thousandth. What is met by no more than this is shown, and speaks neither as a layer nor by
 * rules.
 */
export const slackOf = (size: number): number => Math.min(100, Math.floor(size / 1000));

const coversAll = ({ coveredSize }: LayerReading, size: number): boolean =>
  coveredSize >= size - slackOf(size);

function answerWithin(reading: LayerReading, size: number): Measured {
  const { coveredSize, layer } = reading;
  if (coveredSize <= slackOf(size)) return known(reading, false, []);
  if (coversAll(reading, size)) return known(reading, true, surfaces(reading));
  return unknown({ code: "partly_inside", layer, share: shareOf(coveredSize, size) });
}

/** Whether any part of the place lies in the layer, or a line or point of it in the place. */
function answerOverlaps(reading: LayerReading, size: number): Measured {
  const meets =
    reading.coveredSize > slackOf(size) || reading.met.some(({ dimension }) => dimension < 2);
  return known(reading, meets, meets ? reading.met : []);
}

/** Some points of a place may be nearer than others: its nearest point speaks for it. */
function answerReach(reading: LayerReading, metres: number): Measured {
  const { layer, near } = reading;
  const [nearest] = near;
  if (!nearest) return unknown({ code: "layer_empty", layer });
  const reached = nearest.metres <= metres;
  return known(reading, reached, reached ? [nearest] : []);
}

function answerDistance(reading: LayerReading): Measured {
  const { layer, near } = reading;
  const [nearest] = near;
  if (!nearest) return unknown({ code: "layer_empty", layer });
  return known(reading, nearest.metres, [nearest]);
}

function answerClass(reading: LayerReading, size: number): Measured {
  const { layer } = reading;
  const met = surfaces(reading);
  const classes = [...new Set(met.map(({ id, class: word }) => word ?? id))];
  const [only] = classes;
  if (only === undefined) return { state: "not_applicable", layer };
  if (classes.length > 1) return unknown({ code: "several_classes", layer, classes });
  if (coversAll(reading, size)) return known(reading, only, met);
  const share = shareOf(reading.coveredSize, size);
  return unknown({ code: "partly_inside", layer, share });
}
