import { maxTileZoom } from "./grid.ts";

/** What the policy asks of a layer. */
export type ZoomedLayer = {
  readonly id: string;
  readonly geometry: "point" | "line" | "polygon";
  readonly minZoom: number;
  readonly dense: boolean;
};

/** How a layer is shown in the tiles of one zoom. */
export type Showing =
  /** Each feature that covers at least so much ground. */
  | { readonly kind: "drawn"; readonly leastAreaDm2: number; readonly isNamed: boolean }
  /** How many there are in each cell of a finer zoom. */
  | { readonly kind: "counted"; readonly cellZoom: number };

/** A tile above this size is thinned. */
export const maxTileBytes = 500_000;

/** No tile holds more features of one layer: the largest come first. */
export const maxFeatures = 6_000;

/** A tile of counts has sixteen cells a side. */
export const cellZooms = 4;

/** Names of what is dense are read from here on; before, they would be most of the tile. */
const namedFrom = 15;

/** Of what is shown from afar, at least two units of a screen of 512 a side are asked. */
const leastUnits = 2;
const screenUnits = 512;
const equatorDm = 400_750_167;
/** The east–west scale of the map at 40° north, squared for areas. */
const shrinkage = 0.766 ** 2;

function unitAreaDm2(z: number): number {
  const sideDm = (equatorDm / 2 ** z / screenUnits) * leastUnits;
  return Math.floor(sideDm * sideDm * shrinkage);
}

/** How a layer is shown at a zoom: all of it, the larger ones, or how many there are. */
export function showingOf(layer: ZoomedLayer, z: number): Showing {
  const isNear = z >= Math.min(Math.ceil(layer.minZoom), maxTileZoom);
  if (!isNear && layer.dense) return { kind: "counted", cellZoom: z + cellZooms };
  const leastAreaDm2 = isNear || layer.geometry !== "polygon" ? 0 : unitAreaDm2(z);
  return { kind: "drawn", leastAreaDm2, isNamed: !layer.dense || z >= namedFrom };
}

/** The finest zoom of cells that any tile of the layers asks for; nothing where all are drawn. */
export const finestCellZoom = (layer: ZoomedLayer): number | undefined =>
  layer.dense ? Math.min(Math.ceil(layer.minZoom), maxTileZoom) - 1 + cellZooms : undefined;

/** The layer of a tile that holds the counts of another one. */
export const countsOf = (id: string): string => `${id}_count`;
