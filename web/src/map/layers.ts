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

/** The zoom from which names, reaches and the list of buildings need the features themselves. */
const readFrom: Readonly<Partial<Record<LayerId, number>>> = {
  districts: 0,
  stations: 12,
  blocks: 13,
  buildings: 14,
};

/** Layers small enough to come whole: the city's own frame. */
const whole: ReadonlySet<string> = new Set<LayerId>(["districts"]);

/** Which features the page reads beside the tiles that the map draws. */
export function wantedFeatures(
  layers: readonly Layer[],
  shown: ReadonlySet<string>,
  view: View | undefined,
): { layer: LayerId; bbox: Bbox | undefined }[] {
  if (!view) return [];
  return layers
    .filter(({ id, count }) => shown.has(id) && count > 0)
    .filter(({ id }) => view.zoom >= (readFrom[id] ?? Infinity))
    .map(({ id }) => ({
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
