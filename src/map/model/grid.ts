import type { Bbox } from "../../land/contract.ts";

/** A square of the world at one zoom, counted from the north-west, as web maps do. */
export type TilePlace = { readonly z: number; readonly x: number; readonly y: number };

/** A point in degrees: longitude, latitude. */
export type Position = readonly [number, number];

/** Units along one side of a tile. */
export const tileUnits = 4096;

/** What lies this far outside a tile is in it, so that lines have no seams. */
export const bufferUnits = 64;

/** The last zoom at which shapes are drawn from what is kept of them for that, in EPSG:3857. */
export const lastAfar = 12;

/**
 * Whether a tile is seen from afar. Later ones are so low that degrees of latitude are even there:
 * by less than a unit they stand where Web Mercator has them, and need no transformation.
 */
export const isAfar = ({ z }: TilePlace): boolean => z <= lastAfar;

/** From this zoom on a tile of a city holds some hundreds of features at most. */
export const fewFrom = 15;

/** Beyond this zoom clients enlarge the tiles of this one: a unit is 15 cm there. */
export const maxTileZoom = 16;

const radians = Math.PI / 180;

const acrossOf = (longitude: number): number => (longitude + 180) / 360;
const downOf = (latitude: number): number =>
  (1 - Math.asinh(Math.tan(latitude * radians)) / Math.PI) / 2;

const longitudeOf = (across: number): number => across * 360 - 180;
const latitudeOf = (down: number): number =>
  Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) / radians;

/** Web Mercator ends here: further to a pole there are no tiles. */
const lastLatitude = 85.0511287798066;

const within = (latitude: number): number =>
  Math.min(lastLatitude, Math.max(-lastLatitude, latitude));

/** The box of a tile in degrees, wider by the buffer on all sides. */
export function boxOf({ z, x, y }: TilePlace, buffer = bufferUnits): Bbox {
  const tiles = 2 ** z;
  const more = buffer / tileUnits;
  return [
    longitudeOf((x - more) / tiles),
    latitudeOf((y + 1 + more) / tiles),
    longitudeOf((x + 1 + more) / tiles),
    latitudeOf((y - more) / tiles),
  ];
}

/** Half of the side of the world in EPSG:3857, in metres. */
const halfWorldM = Math.PI * 6_378_137;

/** Units of a tile for each step of its system, and where that system's beginning is in units. */
export type Scale = {
  readonly across: readonly [number, number];
  readonly down: readonly [number, number];
};

/** How metres of EPSG:3857 become units of a tile. */
export function metreScale({ z, x, y }: TilePlace): Scale {
  const units = (tileUnits * 2 ** z) / 2 / halfWorldM;
  const from = (tile: number): number => units * halfWorldM - tile * tileUnits;
  return { across: [units, from(x)], down: [-units, from(y)] };
}

/** How degrees become units of a tile that is so low that degrees are even in it. */
export function degreeScale(place: TilePlace): Scale {
  const [west, south, east, north] = boxOf(place, 0);
  const [across, down] = [tileUnits / (east - west), -tileUnits / (north - south)];
  return { across: [across, -west * across], down: [down, -north * down] };
}

/** Where a point stands on the grid of a tile, in whole units from its north-west corner. */
export function toGrid([longitude, latitude]: Position, { z, x, y }: TilePlace): [number, number] {
  const tiles = 2 ** z;
  return [
    Math.round((acrossOf(longitude) * tiles - x) * tileUnits),
    Math.round((downOf(latitude) * tiles - y) * tileUnits),
  ];
}

/** The tile that a point lies in. */
export function tileAt([longitude, latitude]: Position, z: number): TilePlace {
  const last = 2 ** z - 1;
  const of = (share: number): number => Math.min(last, Math.max(0, Math.floor(share * 2 ** z)));
  return { z, x: of(acrossOf(longitude)), y: of(downOf(within(latitude))) };
}

export const isTile = ({ z, x, y }: TilePlace): boolean =>
  z >= 0 && z <= maxTileZoom && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;

export const boxesMeet = (one: Bbox, other: Bbox): boolean =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
