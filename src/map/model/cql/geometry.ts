import type { Position } from "../grid.ts";
import type { Geometry } from "../shape.ts";

type Depth = 0 | 1 | 2 | 3;

/** How deep the coordinates of each kind of geometry are nested. */
const depths: Readonly<Record<string, Depth>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const mostPositions = 5_000;

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  (value.length === 2 || value.length === 3) &&
  value.every(Number.isFinite);

const isClosed = (ring: readonly Position[]): boolean =>
  ring.length >= 4 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1];

function hasDepth(value: unknown, depth: Depth): boolean {
  if (depth === 0) return isPosition(value);
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => hasDepth(part, (depth - 1) as Depth))
  );
}

/** Lines need two points and rings have to be closed: the database would fail at them. */
function isDrawable(type: string, coordinates: unknown): boolean {
  const list = coordinates as readonly unknown[];
  switch (type) {
    case "LineString":
      return list.length >= 2;
    case "MultiLineString":
      return list.every((line) => isDrawable("LineString", line));
    case "Polygon":
      return list.every((ring) => isClosed(ring as readonly Position[]));
    case "MultiPolygon":
      return list.every((polygon) => isDrawable("Polygon", polygon));
    default:
      return true;
  }
}

/** Metres beyond the size of the earth are no place, and no projection takes them. */
const farthest = 40_000_000;

/** A geometry of a filter that the database can take; undefined for anything else. */
export function geometryOf(value: unknown): Geometry | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (typeof type !== "string" || !Object.hasOwn(depths, type)) return undefined;
  if (!hasDepth(coordinates, depths[type]!) || !isDrawable(type, coordinates)) return undefined;
  const numbers = [coordinates].flat(depths[type]! + 1) as number[];
  if (numbers.some((number) => Math.abs(number) > farthest)) return undefined;
  const positions = (coordinates as readonly unknown[]).flat(depths[type]!).length;
  return positions > mostPositions ? undefined : { type, coordinates };
}

/** A box as a polygon: west, south, east, north. */
export function boxGeometry(box: readonly number[]): Geometry | undefined {
  const [west, south, east, north] = box.length === 6 ? [box[0], box[1], box[3], box[4]] : box;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return geometryOf({ type: "Polygon", coordinates: [corners] });
}

/** The kinds of geometry by their names in WKT. */
export const wktKinds: ReadonlyMap<string, string> = new Map(
  Object.keys(depths).map((type) => [type.toUpperCase(), type]),
);
