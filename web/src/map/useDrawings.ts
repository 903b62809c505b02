import type { Feature as GeoFeature, FeatureCollection as GeoJson } from "geojson";
import { useMemo } from "react";
import { useHeat, type City, type HeatKind, type HeatMap } from "../api/land.ts";
import { collection, type Drawing } from "./canvas/drawing.ts";
import type { Sight } from "./layers.ts";
import { markedOf, type Marked } from "./marked.ts";
import { sketchFeatures, type Sketch } from "./sketch/sketch.ts";
import { useGround } from "./useGround.ts";

function glowOf(heat: HeatMap | undefined): GeoJson {
  const blocks = heat?.blocks ?? [];
  const most = Math.max(1, ...blocks.map(({ floorAreaM2 }) => floorAreaM2));
  const points = blocks.map(({ at, floorAreaM2 }): GeoFeature => ({
    type: "Feature",
    properties: { weight: floorAreaM2 / most },
    geometry: { type: "Point", coordinates: [...at] },
  }));
  return collection(points);
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
  const { place, asked, seen } = marked;
  const glowing = useMemo(() => glowOf(heat && glow.data), [heat, glow.data]);
  const picked = useMemo(() => markedOf({ place, asked, seen }), [place, asked, seen]);
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
