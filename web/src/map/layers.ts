import type { Bbox, Layer, LayerId } from "../api/land.ts";
import type { View } from "./view.ts";
import { snapped } from "./view.ts";

/** What one sees at first; the rest of the catalogue is a click away. */
export const shownAtFirst: ReadonlySet<string> = new Set<LayerId>([
  "districts",
  "blocks",
  "parcels",
  "buildings",
  "streets",
  "rail_lines",
  "stations",
  "ring_roads",
  "rivers",
  "parks",
  "blue_lines",
  "trees",
  "surroundings",
]);

/** Layers that belong to the paper of the map: no one switches them. */
export const paper: ReadonlySet<string> = new Set<LayerId>([
  "districts",
  "buildings",
  "streets",
  "trees",
  "surroundings",
]);

/** Layers small enough to come whole: the city's own frame. */
const whole: ReadonlySet<string> = new Set<LayerId>(["districts", "ring_roads"]);

/** Which features the view needs now: those of shown layers that speak at this zoom. */
export function wantedFeatures(
  layers: readonly Layer[],
  shown: ReadonlySet<string>,
  view: View | undefined,
): { layer: LayerId; bbox: Bbox | undefined }[] {
  if (!view) return [];
  return drawnLayers(layers, shown, view.zoom).map(({ id }) => ({
    layer: id,
    bbox: whole.has(id) ? undefined : snapped(view.bbox, view.zoom),
  }));
}

export const layerGroups = [
  "units",
  "lines",
  "water",
  "ground",
  "structure",
  "heritage",
  "scenery",
] as const;

/** Groups whose rows are seen at once; the others open at a click. */
export const openAtFirst: ReadonlySet<string> = new Set(["units", "lines"]);

/** The layers that are on the drawing now, in the order of the legend. */
export const drawnLayers = (
  layers: readonly Layer[],
  shown: ReadonlySet<string>,
  zoom: number,
): Layer[] =>
  layers.filter(({ id, count, minZoom }) => shown.has(id) && count > 0 && zoom >= minZoom - 0.5);
