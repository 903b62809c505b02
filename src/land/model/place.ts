import type { Bilingual } from "../../base/message.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { maxPolygonKm2, maxPolygonPoints, type Bbox } from "../contract.ts";
import { insideRing, polygonArea } from "./planar.ts";
import { toPlane, type EastNorth, type LonLat } from "./projection.ts";
import { crossesItself } from "./simple.ts";
import type { Drawing } from "./layer.ts";

export type PlaceRefusal =
  | { code: "polygon_invalid" }
  | { code: "polygon_empty" }
  | { code: "polygon_too_many_points"; points: number; limit: number }
  | { code: "coordinates_not_lonlat"; point: readonly [number, number] }
  | { code: "polygon_self_crossing"; at: readonly [number, number] }
  | { code: "polygon_too_large"; areaKm2: number; limitKm2: number }
  | { code: "polygon_outside_city"; insideShare: number }
  | { code: "geometry_invalid" }
  | { code: "geometry_empty" }
  | { code: "geometry_mixed"; kinds: readonly string[] }
  | { code: "line_too_long"; lengthKm: number; limitKm: number }
  | { code: "building_missing"; id: string }
  /** No city is loaded, so nothing can be said of any place. */
  | { code: "city_missing" };

/** What the map is asked about: the outline of a building, or a drawn area, line or point. */
export type Area = {
  readonly geometry: Drawing;
  /** In metres on the grid of centimetres. */
  readonly planar: Drawing;
  /** 0 points, 1 lines, 2 polygons. */
  readonly dimension: 0 | 1 | 2;
  /** How much there is of it: 0.01 m² of polygons, centimetres of lines, a count of points. */
  readonly size: number;
  /** 0 for lines and points. */
  readonly areaDm2: number;
  readonly bbox: Bbox;
  readonly centre: LonLat;
};

/** A place that the map knows how to answer for. */
export type Place = {
  readonly area: Area;
  readonly title: Bilingual;
  /** The building picked; null for what is drawn. */
  readonly building: {
    readonly id: string;
    readonly parcel: string | null;
    readonly synthetic: boolean;
  } | null;
};

export type DrawingRings = readonly (readonly LonLat[])[];

export const isPoint = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((part) => typeof part === "number" && Number.isFinite(part));

/** The rings of a GeoJSON polygon, or of a feature that holds one; undefined when it is neither. */
function ringsOf(value: unknown): DrawingRings | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, coordinates, geometry } = value as Record<string, unknown>;
  if (type === "Feature") return ringsOf(geometry);
  if (type !== "Polygon" || !Array.isArray(coordinates)) return undefined;
  const rings = coordinates as unknown[];
  const wellFormed = rings.every((ring) => Array.isArray(ring) && ring.every(isPoint));
  if (!wellFormed) return undefined;
  return (rings as number[][][]).map((ring) => ring.map(([lon, lat]): LonLat => [lon!, lat!]));
}

/** Chinese longitudes and latitudes; anything else is metres, another order, or another country. */
export const isLonLat = ([lon, lat]: LonLat): boolean =>
  lon >= 70 && lon <= 140 && lat >= 0 && lat <= 60;

export const onGrid = (point: LonLat): EastNorth => {
  const [east, north] = toPlane(point);
  return [Math.round(east * 100), Math.round(north * 100)];
};

/** The ring without repeated neighbours, open, on the grid of centimetres. */
export function gridRing(ring: readonly LonLat[]): { grid: EastNorth[]; degrees: LonLat[] } {
  const grid = ring.map(onGrid);
  const kept = grid.flatMap(([x, y], index) => {
    const [beforeX, beforeY] = grid.at(index - 1)!;
    return x === beforeX && y === beforeY ? [] : [index];
  });
  return { grid: kept.map((index) => grid[index]!), degrees: kept.map((index) => ring[index]!) };
}

export const closed = <T>(ring: readonly T[]): T[] => [...ring, ring[0]!];

export function boxOf(points: readonly LonLat[]): Bbox {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Reads a drawn polygon. Holes are allowed; rings may neither cross nor touch each other. */
export function readPolygon(value: unknown): Decision<Area, PlaceRefusal> {
  const drawn = ringsOf(value);
  if (!drawn) return refuse({ code: "polygon_invalid" });
  const points = drawn.flat();
  if (points.length > maxPolygonPoints) {
    return refuse({
      code: "polygon_too_many_points",
      points: points.length,
      limit: maxPolygonPoints,
    });
  }
  const stray = points.find((point) => !isLonLat(point));
  if (stray) return refuse({ code: "coordinates_not_lonlat", point: stray });
  return measured(drawn.map(gridRing));
}

/** Each hole lies in the shell and in no other hole. The rings are known not to touch. */
function holesStandApart(shell: readonly EastNorth[], holes: readonly EastNorth[][]): boolean {
  return holes.every(
    (hole) =>
      insideRing(hole[0]!, shell) &&
      holes.every((other) => other === hole || !insideRing(hole[0]!, other)),
  );
}

export type GridRing = ReturnType<typeof gridRing>;

/** What is wrong with the form of the rings; undefined when nothing is. */
export function flawOf(rings: readonly GridRing[]): PlaceRefusal | undefined {
  const grids = rings.map(({ grid }) => grid);
  const [shell, ...holes] = grids;
  if (!shell || grids.some((grid) => grid.length < 3)) return { code: "polygon_empty" };
  const crossing = crossesItself(grids);
  if (crossing) {
    return { code: "polygon_self_crossing", at: rings[crossing.ring]!.degrees[crossing.index]! };
  }
  return holesStandApart(shell, holes) ? undefined : { code: "polygon_invalid" };
}

/** Area in whole square decimetres: the shell less its holes. */
export const areaDm2Of = (rings: readonly GridRing[]): number =>
  Math.round(polygonArea(rings.map(({ grid }) => grid)) / 100);

function measured(rings: readonly GridRing[]): Decision<Area, PlaceRefusal> {
  const flaw = flawOf(rings);
  if (flaw) return refuse(flaw);
  const areaDm2 = areaDm2Of(rings);
  if (areaDm2 <= 0) return refuse({ code: "polygon_empty" });
  if (areaDm2 > maxPolygonKm2 * 1e8) {
    const areaKm2 = Math.round(areaDm2 / 1e6) / 100;
    return refuse({ code: "polygon_too_large", areaKm2, limitKm2: maxPolygonKm2 });
  }
  const [west, south, east, north] = boxOf(rings[0]!.degrees);
  const inMetres = ([x, y]: EastNorth): EastNorth => [x / 100, y / 100];
  return accept({
    geometry: { type: "Polygon", coordinates: rings.map(({ degrees }) => closed(degrees)) },
    planar: { type: "Polygon", coordinates: rings.map(({ grid }) => closed(grid.map(inMetres))) },
    dimension: 2,
    size: areaDm2,
    areaDm2,
    bbox: [west, south, east, north],
    centre: [(west + east) / 2, (south + north) / 2],
  });
}
