import gcoord from "gcoord";
import type { Coordinate, MapFeature, MapLayer } from "../model/layer.ts";
import { roundDegrees } from "../model/projection.ts";
import { drawsOf, type Draws } from "./draw.ts";

/** What is made wrong on purpose, so that an import or a check-up can be scored. */
export const defects = [
  "duplicate",
  "shifted",
  "year_missing",
  "area_mismatch",
  "ring_invalid",
] as const;
export type Defect = (typeof defects)[number];

/** One line of the answer key. */
export type Answer = {
  readonly layer: string;
  readonly id: string;
  readonly defect: Defect;
  /** Of a duplicate: the feature that it repeats. */
  readonly of?: string;
};

/** Of a thousand features, so many have each defect. */
const perThousand = 6;

type Ring = readonly Coordinate[];

/** The feature with another outer ring in degrees; its area and its place in metres stay. */
function redrawn(feature: MapFeature, draw: (ring: Ring) => Ring): MapFeature {
  const { geometry } = feature;
  if (geometry.type !== "Polygon") return feature;
  return { ...feature, geometry: { type: "Polygon", coordinates: geometry.coordinates.map(draw) } };
}

/** Its second and third corners changed places: the ring crosses itself. */
const crossed = ([first, second, third, ...rest]: Ring): Ring => [first!, third!, second!, ...rest];

/** A point as a map in GCJ-02 shows it: some 500 m off in Beijing. */
function shifted(point: Coordinate): Coordinate {
  const [lon, lat] = gcoord.transform([...point], gcoord.WGS84, gcoord.GCJ02);
  return roundDegrees([lon!, lat!]);
}

/** What becomes of a feature; the same one where the defect finds nothing to spoil. */
function spoilt(feature: MapFeature, defect: Defect, draws: Draws): readonly MapFeature[] {
  const { properties } = feature;
  switch (defect) {
    case "duplicate":
      return [feature, { ...feature, id: `${feature.id}-again` }];
    case "shifted":
      return [redrawn(feature, (ring) => ring.map(shifted))];
    case "year_missing":
      return properties["built_year"] === null
        ? [feature]
        : [{ ...feature, properties: { ...properties, built_year: null } }];
    case "area_mismatch": {
      const area = Math.round(Number(properties["floor_area"]) * draws.whole(150, 400)) / 100;
      return [{ ...feature, properties: { ...properties, floor_area: area } }];
    }
    case "ring_invalid":
      return [redrawn(feature, crossed)];
  }
}

function drawnDefect(draws: Draws): Defect | undefined {
  const drawn = Math.floor((draws.whole(1, 1000) - 1) / perThousand);
  return defects[drawn];
}

/** The buildings with some of them spoilt; whoever listens hears the answer to each. */
export function withDefects(
  layer: MapLayer,
  seed: string,
  told: (answer: Answer) => void,
): MapLayer {
  if (layer.id !== "buildings") return layer;
  function* features(): Iterable<MapFeature> {
    for (const feature of layer.features) {
      const draws = drawsOf(seed, "defect", feature.id);
      const defect = drawnDefect(draws);
      const made = defect ? spoilt(feature, defect, draws) : [feature];
      yield* made;
      const last = made.at(-1)!;
      if (!defect || last === feature) continue;
      const of = last.id === feature.id ? {} : { of: feature.id };
      told({ layer: layer.id, id: last.id, defect, ...of });
    }
  }
  return { ...layer, features: { [Symbol.iterator]: () => features()[Symbol.iterator]() } };
}
