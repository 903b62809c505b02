import type { Map, MapGeoJSONFeature, MapMouseEvent } from "maplibre-gl";
import type { LngLat } from "../sketch/geometry.ts";
import { drawnBy } from "../style/layer.ts";

/** A feature under a click, as the drawn map knows it. */
export type Thing = {
  readonly layer: string;
  readonly id: string;
  readonly names: { readonly zh: string; readonly en: string };
  readonly kind: string | undefined;
  readonly isSynthetic: boolean;
};

/** What lies under a click: all of it, the topmost first. */
export type MapHit = {
  at: LngLat;
  point: { x: number; y: number };
  things: readonly Thing[];
  /** Screen points of a position, to tell whether a click falls on one. */
  screen: (at: LngLat) => { x: number; y: number };
};

const word = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function thingOf({ layer, properties }: MapGeoJSONFeature): Thing[] {
  const id = word(properties["id"]);
  if (id === undefined) return [];
  const name = word(properties["name"]) ?? id;
  return [
    {
      layer: drawnBy(layer.id),
      id,
      names: { zh: name, en: word(properties["name_en"]) ?? name },
      kind: word(properties["kind"]) ?? word(properties["class"]),
      isSynthetic: properties["synthetic"] === true,
    },
  ];
}

const keyOf = ({ layer, id }: Thing): string => `${layer}:${id}`;

/** A click this near to a line or a point hits it. */
const reachPx = 3;

function thingsAt(map: Map, { x, y }: { x: number; y: number }): Thing[] {
  const around: [[number, number], [number, number]] = [
    [x - reachPx, y - reachPx],
    [x + reachPx, y + reachPx],
  ];
  const found = map.queryRenderedFeatures(around).flatMap(thingOf);
  return [...new globalThis.Map(found.map((thing) => [keyOf(thing), thing])).values()];
}

export const hitOf = (map: Map, event: MapMouseEvent): MapHit => ({
  at: [event.lngLat.lng, event.lngLat.lat],
  point: event.point,
  things: thingsAt(map, event.point),
  screen: ([lng, lat]) => map.project([lng, lat]),
});

/** The topmost feature of a layer among what was hit. */
export const hitIn = ({ things }: MapHit, layer: string): string | undefined =>
  things.find((thing) => thing.layer === layer)?.id;
