import { fewFrom, maxTileZoom } from "./grid.ts";

/** What the policy asks of a layer. */
export type ZoomedLayer = {
  readonly id: string;
  readonly geometry: "point" | "line" | "polygon";
  readonly minZoom: number;
  readonly dense: boolean;
};

/** From which size on features are drawn, and whether with all that is told of them. */
export type Threshold = {
  readonly leastAreaDm2: number;
  readonly leastDegrees: number;
  readonly isNamed: boolean;
};

/** How a layer is shown in the tiles of one zoom. */
export type Showing =
  /** Each feature that covers at least so much ground, or reaches over so many degrees. */
  | ({ readonly kind: "drawn" } & Threshold)
  /** How many there are in each cell of a finer zoom. */
  | { readonly kind: "counted"; readonly cellZoom: number };

/** A tile above this size is thinned. */
export const maxTileBytes = 500_000;

/** No tile holds more features of one layer: the largest come first. */
export const maxFeatures = 6_000;

/** A tile of counts has sixteen cells a side. */
export const cellZooms = 4;

/** Names of what is dense are read from here on; before, they would be most of the tile. */
const namedFrom = fewFrom;

/** Units of a screen, 512 to a tile, that a feature must have to be seen from afar. */
const screenUnits = 512;
const leastSide = { area: 4, dense: 1.5, line: 16 } as const;
/** Before this zoom the small ones of a dense layer are left out. */
const denseFrom = 14;
const equatorDm = 400_750_167;
/** The east–west scale of the map at 40° north, squared for areas. */
const shrinkage = 0.766 ** 2;

/** The area of a square of so many units a side. */
function unitAreaDm2(z: number, units: number): number {
  const sideDm = (equatorDm / 2 ** z / screenUnits) * units;
  return Math.floor(sideDm * sideDm * shrinkage);
}

const unitDegrees = (z: number, units: number): number => (360 / 2 ** z / screenUnits) * units;

const isNear = ({ minZoom }: ZoomedLayer, z: number): boolean =>
  z >= Math.min(Math.ceil(minZoom), maxTileZoom);

function thresholdOf(layer: ZoomedLayer, z: number): Threshold {
  const { dense, geometry } = layer;
  const isFar = !isNear(layer, z);
  const isArea = geometry === "polygon";
  const areaUnits = isFar ? leastSide.area : leastSide.dense;
  const isThinned = isFar || (dense && z < denseFrom);
  return {
    leastAreaDm2: isArea && isThinned ? unitAreaDm2(z, areaUnits) : 0,
    leastDegrees: isFar && geometry === "line" ? unitDegrees(z, leastSide.line) : 0,
    isNamed: !dense || z >= namedFrom,
  };
}

/** How a layer is shown at a zoom: all of it, the larger ones, or how many there are. */
export function showingOf(layer: ZoomedLayer, z: number): Showing {
  if (layer.dense && !isNear(layer, z)) return { kind: "counted", cellZoom: z + cellZooms };
  return { kind: "drawn", ...thresholdOf(layer, z) };
}

/** The finest zoom of cells that any tile of the layers asks for; nothing where all are drawn. */
export const finestCellZoom = (layer: ZoomedLayer): number | undefined =>
  layer.dense ? Math.min(Math.ceil(layer.minZoom), maxTileZoom) - 1 + cellZooms : undefined;

/** The layer of a tile that holds the counts of another one. */
export const countsOf = (id: string): string => `${id}_count`;
