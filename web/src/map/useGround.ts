import type { Feature as GeoFeature, FeatureCollection as GeoJson } from "geojson";
import { useMemo } from "react";
import { useFeatures, type City, type FeatureCollection } from "../api/land.ts";
import { collection, type Drawing } from "./canvas/drawing.ts";
import { wantedOf, type Sight } from "./layers.ts";
import { mapNames } from "./names.ts";
import { ringAround } from "./sketch/geometry.ts";

/** How far a rail station reaches, as the map draws it; what counts is measured by the server. */
const reachMetres = 800;

function reachesOf(stations: FeatureCollection | undefined): GeoJson {
  const rings = (stations?.features ?? []).flatMap(({ geometry }): GeoFeature[] => {
    const [lng, lat] = geometry.coordinates;
    if (typeof lng !== "number" || typeof lat !== "number") return [];
    const coordinates = ringAround([lng, lat], reachMetres).map((point) => [...point]);
    return [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }];
  });
  return collection(rings);
}

/** What the page draws of the ground itself, on the day that is seen: names and reaches. */
export function useGround(city: City, sight: Sight) {
  const districts = useFeatures(wantedOf("districts", sight));
  const stations = useFeatures(wantedOf("stations", sight));
  const blocks = useFeatures(wantedOf("blocks", sight));
  const held = useFeatures(wantedOf("buildings", sight));
  // Part of the buildings would name and count what it is not: all of them, or none.
  const buildings = held.data?.truncated ? undefined : held.data;

  const reach = useMemo(() => reachesOf(stations.data), [stations.data]);
  const names = useMemo(
    () => mapNames({ districts: districts.data, blocks: blocks.data, buildings }, city),
    [districts.data, blocks.data, buildings, city],
  );
  const drawings: Drawing[] = [
    { source: "reach", features: reach },
    { source: "names", features: names },
  ];
  return {
    drawings,
    buildings,
    failed: [districts, stations, blocks, held].filter(({ isError }) => isError),
  };
}
