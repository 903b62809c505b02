import type { Layer, LayerId } from "../api/land.ts";
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

/** What is on the map: the layers of the city, those that are shown, the view and its day. */
export type Sight = {
  readonly layers: readonly Layer[];
  readonly shown: ReadonlySet<string>;
  readonly view: View | undefined;
  readonly day: string | undefined;
};

/** What the page reads of a layer beside the tiles that the map draws; undefined of nothing. */
export function wantedOf(layer: LayerId, { layers, shown, view, day }: Sight) {
  const isFilled = layers.some(({ id, count }) => id === layer && count > 0);
  if (!view || !isFilled || !shown.has(layer)) return undefined;
  if (view.zoom < (readFrom[layer] ?? Infinity)) return undefined;
  return { layer, day, bbox: whole.has(layer) ? undefined : snapped(view.bbox, view.zoom) };
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
