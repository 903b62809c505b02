import type { Feature as GeoFeature, FeatureCollection as GeoJson } from "geojson";
import { useMemo } from "react";
import type { PlaceLine } from "../../../src/policy/contract.ts";
import { useHeat, type City, type Feature, type HeatKind, type HeatMap } from "../api/land.ts";
import { collection, type Drawing } from "./canvas/drawing.ts";
import type { Sight } from "./layers.ts";
import { sketchFeatures, type Sketch } from "./sketch/sketch.ts";
import { useGround } from "./useGround.ts";

function glowOf(heat: HeatMap | undefined): GeoJson {
  const points = (heat?.blocks ?? []).map(({ at, floorAreaM2 }): GeoFeature => ({
    type: "Feature",
    properties: { weight: floorAreaM2 },
    geometry: { type: "Point", coordinates: [...at] },
  }));
  return collection(points);
}

/** What has been picked or is looked at. */
export type Marked = {
  readonly place: PlaceLine | undefined;
  readonly seen: Feature | undefined;
};

export const unmarked: Marked = { place: undefined, seen: undefined };

function markedOf({ place, seen }: Marked): GeoJson {
  const geometry = (place?.geometry ?? seen?.geometry) as GeoFeature["geometry"] | undefined;
  if (!geometry) return collection([]);
  return collection([{ type: "Feature", properties: { role: place?.kind ?? "seen" }, geometry }]);
}

type Input = {
  city: City;
  sight: Sight;
  sketch: Sketch;
  marked: Marked;
  heat: HeatKind | undefined;
};

/**
 * What the page draws over the tiles: reaches, names, what is picked and what is sketched.
 */
export function useDrawings({ city, sight, sketch, marked, heat }: Input) {
  const ground = useGround(city, sight);
  const glow = useHeat(heat);
  const { place, seen } = marked;
  const glowing = useMemo(() => glowOf(heat && glow.data), [heat, glow.data]);
  const picked = useMemo(() => markedOf({ place, seen }), [place, seen]);
  const sketched = useMemo(() => collection(sketchFeatures(sketch)), [sketch]);

  const drawings: Drawing[] = [
    { source: "heat", features: glowing },
    ...ground.drawings,
    { source: "picked", features: picked },
    { source: "sketch", features: sketched },
  ];
  return {
    drawings,
    buildings: ground.buildings,
    failed: [...ground.failed, ...(glow.isError ? [glow] : [])],
  };
}
