import type { Map, MapMouseEvent } from "maplibre-gl";
import type { LngLat } from "../sketch/geometry.ts";

/** What lies under a click, the smallest thing first. */
export type MapHit = {
  at: LngLat;
  point: { x: number; y: number };
  building?: string;
  district?: string;
  /** Screen points of a position, to tell whether a click falls on one. */
  screen: (at: LngLat) => { x: number; y: number };
};

function idAt(map: Map, event: MapMouseEvent, layers: string[]): string | undefined {
  const [found] = map.queryRenderedFeatures(event.point, { layers });
  const id: unknown = found?.properties["id"];
  return typeof id === "string" ? id : undefined;
}

export function hitOf(map: Map, event: MapMouseEvent): MapHit {
  const building = idAt(map, event, ["buildings/fill", "buildings/unknown"]);
  const district = idAt(map, event, ["districts/fill"]);
  return {
    at: [event.lngLat.lng, event.lngLat.lat],
    point: event.point,
    ...(building && { building }),
    ...(district && { district }),
    screen: ([lng, lat]) => map.project([lng, lat]),
  };
}
