import type { Feature as GeoFeature, FeatureCollection as GeoJson } from "geojson";
import { useMemo } from "react";
import type { PlaceLine } from "../../../src/policy/contract.ts";
import {
  useFeatures,
  useHeat,
  type City,
  type FeatureCollection,
  type HeatKind,
  type HeatMap,
  type Layer,
} from "../api/land.ts";
import type { Drawing } from "./canvas/drawing.ts";
import { wantedFeatures } from "./layers.ts";
import { mapNames } from "./names.ts";
import { ringAround } from "./sketch/geometry.ts";
import { sketchFeatures, type Sketch } from "./sketch/sketch.ts";
import type { View } from "./view.ts";

/** How far a rail station reaches, as the map draws it; what counts is measured by the server. */
const reachMetres = 800;

const collection = (features: GeoFeature[]): GeoJson => ({ type: "FeatureCollection", features });

function reachesOf(stations: FeatureCollection | undefined): GeoJson {
  const rings = (stations?.features ?? []).flatMap(({ geometry }): GeoFeature[] => {
    const [lng, lat] = geometry.coordinates;
    if (typeof lng !== "number" || typeof lat !== "number") return [];
    const coordinates = ringAround([lng, lat], reachMetres).map((point) => [...point]);
    return [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }];
  });
  return collection(rings);
}

function glowOf(heat: HeatMap | undefined): GeoJson {
  const points = (heat?.blocks ?? []).map(({ at, floorAreaM2 }): GeoFeature => ({
    type: "Feature",
    properties: { weight: floorAreaM2 },
    geometry: { type: "Point", coordinates: [...at] },
  }));
  return collection(points);
}

function pickedOf(place: PlaceLine | undefined): GeoJson {
  if (!place?.geometry) return collection([]);
  const geometry = place.geometry as GeoFeature["geometry"];
  return collection([{ type: "Feature", properties: { role: place.kind }, geometry }]);
}

type Input = {
  city: City;
  layers: readonly Layer[];
  shown: ReadonlySet<string>;
  view: View | undefined;
  sketch: Sketch;
  place: PlaceLine | undefined;
  heat: HeatKind | undefined;
};

/**
 * What the page draws over the tiles: reaches, names, what is picked and what is sketched.
 */
export function useDrawings({ city, layers, shown, view, sketch, place, heat }: Input) {
  const wanted = wantedFeatures(layers, shown, view);
  const answers = useFeatures(wanted);
  const loaded = new Map(wanted.map(({ layer }, index) => [layer, answers[index]?.data]));
  const stations = loaded.get("stations");
  const districts = loaded.get("districts");
  const blocks = loaded.get("blocks");
  // Part of the buildings would name and count what it is not: all of them, or none.
  const held = loaded.get("buildings");
  const buildings = held?.truncated ? undefined : held;

  const reach = useMemo(() => reachesOf(stations), [stations]);
  const names = useMemo(
    () => mapNames({ districts, blocks, buildings }, city),
    [districts, blocks, buildings, city],
  );
  const glow = useHeat(heat);
  const glowing = useMemo(() => glowOf(heat && glow.data), [heat, glow.data]);
  const picked = useMemo(() => pickedOf(place), [place]);
  const sketched = useMemo(() => collection(sketchFeatures(sketch)), [sketch]);

  const drawings: Drawing[] = [
    { source: "heat", features: glowing },
    { source: "reach", features: reach },
    { source: "names", features: names },
    { source: "picked", features: picked },
    { source: "sketch", features: sketched },
  ];
  return {
    drawings,
    buildings,
    isFetching: answers.some((answer) => answer.isFetching),
    failed: [...answers, glow].find((answer) => answer.isError)?.error,
  };
}
