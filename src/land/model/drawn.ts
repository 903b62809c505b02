import { accept, refuse, type Decision } from "../../base/decision.ts";
import { maxLineKm, maxPolygonKm2, maxPolygonPoints } from "../contract.ts";
import type { Drawing } from "./layer.ts";
import {
  areaDm2Of,
  boxOf,
  closed,
  flawOf,
  gridRing,
  isLonLat,
  isPoint,
  onGrid,
  type Area,
  type DrawingRings,
  type GridRing,
  type PlaceRefusal,
} from "./place.ts";
import { insideRing } from "./planar.ts";
import type { EastNorth, LonLat } from "./projection.ts";
import { crossesItself } from "./simple.ts";

/** A family of geometries that is measured in one way, with its parts. */
type Parts =
  | { readonly kind: "polygon"; readonly parts: readonly DrawingRings[] }
  | { readonly kind: "line"; readonly parts: DrawingRings }
  | { readonly kind: "point"; readonly parts: readonly LonLat[] };

const isDrawn = (value: unknown): value is number[][][] =>
  Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isPoint));

const lonLats = (points: readonly number[][]): LonLat[] =>
  points.map(([lon, lat]): LonLat => [lon!, lat!]);

function polygonsOf(coordinates: readonly unknown[]): Parts | undefined {
  if (!coordinates.every(isDrawn)) return undefined;
  return { kind: "polygon", parts: coordinates.map((rings) => rings.map(lonLats)) };
}

const linesOf = (coordinates: unknown): Parts | undefined =>
  isDrawn(coordinates) ? { kind: "line", parts: coordinates.map(lonLats) } : undefined;

function pointsOf(coordinates: readonly unknown[]): Parts | undefined {
  return coordinates.every(isPoint)
    ? { kind: "point", parts: lonLats(coordinates.map((point) => [...point])) }
    : undefined;
}

/** One geometry that is no collection; undefined when it is none. */
function partsOf(type: unknown, coordinates: readonly unknown[]): Parts | undefined {
  switch (type) {
    case "Polygon":
      return polygonsOf([coordinates]);
    case "MultiPolygon":
      return polygonsOf(coordinates);
    case "LineString":
      return linesOf([coordinates]);
    case "MultiLineString":
      return linesOf(coordinates);
    case "Point":
      return pointsOf([coordinates]);
    case "MultiPoint":
      return pointsOf(coordinates);
    default:
      return undefined;
  }
}

/** How deep collections may stand in each other: deeper is no drawing. */
const deepest = 4;

/** The geometries of a geometry, a feature or a collection; undefined where any is none. */
function gather(value: unknown, depth = 0): Parts[] | undefined {
  if (typeof value !== "object" || value === null || depth > deepest) return undefined;
  const { type, coordinates, geometry, geometries, features } = value as Record<string, unknown>;
  if (type === "Feature") return gather(geometry, depth + 1);
  const members = type === "FeatureCollection" ? features : geometries;
  if (type === "FeatureCollection" || type === "GeometryCollection") {
    if (!Array.isArray(members)) return undefined;
    const gathered = members.map((member) => gather(member, depth + 1));
    return gathered.some((each) => each === undefined)
      ? undefined
      : gathered.flatMap((each) => each!);
  }
  const parts = Array.isArray(coordinates) ? partsOf(type, coordinates) : undefined;
  return parts && [parts];
}

const positions = ({ kind, parts }: Parts): readonly LonLat[] =>
  kind === "polygon" ? parts.flat(2) : kind === "line" ? parts.flat() : parts;

type Measure = Decision<Area, PlaceRefusal>;

/** What every geometry has beside its form and size. */
function framed(
  points: readonly LonLat[],
  shape: Omit<Area, "bbox" | "centre" | "areaDm2">,
): Measure {
  const [west, south, east, north] = boxOf(points);
  return accept({
    ...shape,
    areaDm2: shape.dimension === 2 ? shape.size : 0,
    bbox: [west, south, east, north],
    centre: [(west + east) / 2, (south + north) / 2],
  });
}

const metres = ([x, y]: EastNorth): EastNorth => [x / 100, y / 100];

/** One part is a Polygon or a LineString, several are many of them. */
const single = <T>(parts: readonly T[]): T | undefined =>
  parts.length === 1 ? parts[0] : undefined;

function surface(polygons: readonly (readonly (readonly EastNorth[])[])[]): Drawing {
  const one = single(polygons);
  return one
    ? { type: "Polygon", coordinates: one }
    : { type: "MultiPolygon", coordinates: polygons };
}

/** No part begins inside another: their borders are known not to touch. */
const partsStandApart = (parts: readonly GridRing[][]): boolean =>
  parts.every(([shell], at) =>
    parts.every(
      (other, place) =>
        place === at ||
        !insideRing(shell!.grid[0]!, other[0]!.grid) ||
        other.slice(1).some(({ grid }) => insideRing(shell!.grid[0]!, grid)),
    ),
  );

function measurePolygons(parts: readonly DrawingRings[]): Measure {
  const rings = parts.map((part) => part.map(gridRing));
  const flaw = rings.map(flawOf).find((each) => each !== undefined);
  if (flaw) return refuse(flaw);
  const crossing = crossingOf(rings);
  if (crossing) return refuse(crossing);
  const size = rings.reduce((sum, part) => sum + areaDm2Of(part), 0);
  if (size <= 0) return refuse({ code: "polygon_empty" });
  if (size > maxPolygonKm2 * 1e8) {
    const areaKm2 = Math.round(size / 1e6) / 100;
    return refuse({ code: "polygon_too_large", areaKm2, limitKm2: maxPolygonKm2 });
  }
  return framed(parts.flat(2), {
    dimension: 2,
    size,
    geometry: surface(rings.map((part) => part.map(({ degrees }) => closed(degrees)))),
    planar: surface(rings.map((part) => part.map(({ grid }) => closed(grid.map(metres))))),
  });
}

/** Parts that cross, touch or cover each other. */
function crossingOf(rings: readonly GridRing[][]): PlaceRefusal | undefined {
  if (rings.length < 2) return undefined;
  const flat = rings.flat();
  const crossing = crossesItself(flat.map(({ grid }) => grid));
  if (crossing) {
    return { code: "polygon_self_crossing", at: flat[crossing.ring]!.degrees[crossing.index]! };
  }
  return partsStandApart(rings) ? undefined : { code: "polygon_invalid" };
}

/** The points of a line on the grid, without repeated neighbours. */
function gridLine(line: readonly LonLat[]): EastNorth[] {
  const grid = line.map(onGrid);
  return grid.filter(([x, y], index) => {
    const before = grid[index - 1];
    return !before || x !== before[0] || y !== before[1];
  });
}

const lengthCm = (line: readonly EastNorth[]): number =>
  line.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = line[index]!;
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);

function lines(each: readonly (readonly EastNorth[])[]): Drawing {
  const one = single(each);
  return one
    ? { type: "LineString", coordinates: one }
    : { type: "MultiLineString", coordinates: each };
}

function measureLines(parts: DrawingRings): Measure {
  const grids = parts.map(gridLine);
  if (grids.length === 0 || grids.some((grid) => grid.length < 2)) {
    return refuse({ code: "geometry_empty" });
  }
  const size = Math.round(grids.reduce((sum, grid) => sum + lengthCm(grid), 0));
  if (size > maxLineKm * 1e5) {
    const lengthKm = Math.round(size / 1e3) / 100;
    return refuse({ code: "line_too_long", lengthKm, limitKm: maxLineKm });
  }
  return framed(parts.flat(), {
    dimension: 1,
    size,
    geometry: lines(parts.map((part) => [...part])),
    planar: lines(grids.map((grid) => grid.map(metres))),
  });
}

function points(each: readonly EastNorth[]): Drawing {
  const one = single(each);
  return one ? { type: "Point", coordinates: one } : { type: "MultiPoint", coordinates: each };
}

function measurePoints(parts: readonly LonLat[]): Measure {
  const grid = new Map(parts.map((part) => [onGrid(part).join(), part]));
  const kept = [...grid.values()];
  if (kept.length === 0) return refuse({ code: "geometry_empty" });
  return framed(kept, {
    dimension: 0,
    size: kept.length,
    geometry: points(kept),
    planar: points(kept.map((part) => metres(onGrid(part)))),
  });
}

/** Pieces of one family as one; undefined where they are of several. */
function joined(pieces: readonly Parts[]): Parts | undefined {
  const polygons = pieces.flatMap((piece) => (piece.kind === "polygon" ? piece.parts : []));
  const drawn = pieces.flatMap((piece) => (piece.kind === "line" ? piece.parts : []));
  const dots = pieces.flatMap((piece) => (piece.kind === "point" ? piece.parts : []));
  const [first, ...others] = new Set(pieces.map(({ kind }) => kind));
  if (others.length > 0) return undefined;
  if (first === "line") return { kind: "line", parts: drawn };
  return first === "point" ? { kind: "point", parts: dots } : { kind: "polygon", parts: polygons };
}

/**
 * Reads a drawing of any kind: a geometry, a feature, or a collection of one family. Parts may
 * neither cross nor touch each other.
 */
export function readGeometry(value: unknown): Measure {
  const pieces = gather(value);
  if (!pieces) return refuse({ code: "geometry_invalid" });
  const drawn = joined(pieces);
  if (!drawn) {
    return refuse({ code: "geometry_mixed", kinds: [...new Set(pieces.map(({ kind }) => kind))] });
  }
  const all = positions(drawn);
  if (all.length === 0) return refuse({ code: "geometry_empty" });
  if (all.length > maxPolygonPoints) {
    const { length } = all;
    return refuse({ code: "polygon_too_many_points", points: length, limit: maxPolygonPoints });
  }
  const stray = all.find((point) => !isLonLat(point));
  if (stray) return refuse({ code: "coordinates_not_lonlat", point: stray });
  if (drawn.kind === "polygon") return measurePolygons(drawn.parts);
  return drawn.kind === "line" ? measureLines(drawn.parts) : measurePoints(drawn.parts);
}
