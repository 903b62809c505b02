import type { LngLat } from "../sketch/geometry.ts";

/** One run of points: a point alone, a line, or a ring without its repeated last point. */
export type Path = {
  readonly points: readonly LngLat[];
  readonly isClosed: boolean;
  /** Which part of a geometry of many it belongs to. */
  readonly part: number;
};

/** What can be changed of a feature's geometry: its points, run by run. */
export type Outline = { readonly kind: OutlineKind; readonly paths: readonly Path[] };
export type OutlineKind = "point" | "line" | "polygon";

/** One point of an outline. */
export type Spot = { readonly path: number; readonly point: number };

type Ring = readonly (readonly number[])[];
type Coordinates = readonly unknown[];
export type Geometry = { readonly type: string; readonly coordinates: Coordinates };

const positionOf = (at: readonly number[]): LngLat => [at[0] ?? 0, at[1] ?? 0];

function pathOf(positions: Ring, isClosed: boolean, part: number): Path {
  const points = positions.map(positionOf);
  return { points: isClosed ? points.slice(0, -1) : points, isClosed, part };
}

const polygonPaths = (rings: readonly Ring[], part: number): Path[] =>
  rings.map((ring) => pathOf(ring, true, part));

/** The outline of a geometry; undefined of one that is not drawn by points. */
export function outlineOf({ type, coordinates }: Geometry): Outline | undefined {
  const rings = coordinates as unknown as readonly Ring[];
  switch (type) {
    case "Point":
      return { kind: "point", paths: [pathOf([coordinates as number[]], false, 0)] };
    case "MultiPoint":
      return {
        kind: "point",
        paths: (coordinates as Ring).map((at, part) => pathOf([at], false, part)),
      };
    case "LineString":
      return { kind: "line", paths: [pathOf(coordinates as Ring, false, 0)] };
    case "MultiLineString":
      return { kind: "line", paths: rings.map((line, part) => pathOf(line, false, part)) };
    case "Polygon":
      return { kind: "polygon", paths: polygonPaths(rings, 0) };
    case "MultiPolygon":
      return {
        kind: "polygon",
        paths: (coordinates as unknown as readonly Ring[][]).flatMap(polygonPaths),
      };
  }
  return undefined;
}

const rounded = ([lng, lat]: LngLat): number[] =>
  [lng, lat].map((degrees) => Math.round(degrees * 1e7) / 1e7);

const positionsOf = ({ points, isClosed }: Path): number[][] =>
  (isClosed ? [...points, ...points.slice(0, 1)] : points).map(rounded);

const partsOf = (paths: readonly Path[]): number[][][][] => {
  const parts = [...new Set(paths.map(({ part }) => part))];
  return parts.map((part) => paths.filter((path) => path.part === part).map(positionsOf));
};

/** The outline as GeoJSON again, no finer than a centimetre. */
export function geometryOf({ kind, paths }: Outline): Geometry {
  const parts = partsOf(paths);
  const [first = []] = parts;
  const isOne = parts.length === 1;
  const lines = parts.flat();
  switch (kind) {
    case "point":
      return isOne
        ? { type: "Point", coordinates: first[0]?.[0] ?? [] }
        : { type: "MultiPoint", coordinates: lines.flat() };
    case "line":
      return isOne
        ? { type: "LineString", coordinates: first[0] ?? [] }
        : { type: "MultiLineString", coordinates: lines };
    case "polygon":
      return isOne
        ? { type: "Polygon", coordinates: first }
        : { type: "MultiPolygon", coordinates: parts };
  }
}

/** Fewer points than these make no such shape. */
const leastPoints: Readonly<Record<OutlineKind, number>> = { point: 1, line: 2, polygon: 3 };

export const isWhole = ({ kind, paths }: Outline): boolean =>
  paths.length > 0 && paths.every(({ points }) => points.length >= leastPoints[kind]);

export const spotsOf = ({ paths }: Outline): Spot[] =>
  paths.flatMap(({ points }, path) => points.map((_at, point) => ({ path, point })));

export const atSpot = ({ paths }: Outline, { path, point }: Spot): LngLat | undefined =>
  paths[path]?.points[point];

function withPoints(
  outline: Outline,
  place: number,
  change: (points: readonly LngLat[]) => readonly LngLat[],
): Outline {
  const paths = outline.paths.map((path, index) =>
    index === place ? { ...path, points: change(path.points) } : path,
  );
  return { ...outline, paths };
}

export const moved = (outline: Outline, { path, point }: Spot, to: LngLat): Outline =>
  withPoints(outline, path, (points) => points.with(point, to));

/** Sets a point behind a spot. */
export const inserted = (outline: Outline, { path, point }: Spot, at: LngLat): Outline =>
  withPoints(outline, path, (points) => points.toSpliced(point + 1, 0, at));

/** Takes a point away, unless too few would be left. */
export function removed(outline: Outline, { path, point }: Spot): Outline {
  const count = outline.paths[path]?.points.length ?? 0;
  if (count <= leastPoints[outline.kind]) return outline;
  return withPoints(outline, path, (points) => points.toSpliced(point, 1));
}

export const begun = (kind: OutlineKind): Outline => ({
  kind,
  paths: [{ points: [], isClosed: kind === "polygon", part: 0 }],
});

/** Sets the next point of an outline that is being drawn; a point is simply put elsewhere. */
export const appended = (outline: Outline, at: LngLat): Outline =>
  withPoints(outline, 0, (points) => (outline.kind === "point" ? [at] : [...points, at]));

const between = (from: LngLat, to: LngLat): LngLat => [
  (from[0] + to[0]) / 2,
  (from[1] + to[1]) / 2,
];

/** The middle of the side behind a spot; undefined behind the last point of a line. */
export function middleAfter(outline: Outline, { path, point }: Spot): LngLat | undefined {
  const { points, isClosed } = outline.paths[path] ?? { points: [], isClosed: false };
  const from = points[point];
  const to = points[point + 1] ?? (isClosed ? points[0] : undefined);
  return from && to && from !== to ? between(from, to) : undefined;
}

const perDegree = 111_320;

/** A spot's point, moved by metres to the east and to the north. */
export function nudged(outline: Outline, spot: Spot, [east, north]: LngLat): Outline {
  const at = atSpot(outline, spot);
  if (!at) return outline;
  const perLng = perDegree * Math.cos((at[1] * Math.PI) / 180);
  return moved(outline, spot, [at[0] + east / perLng, at[1] + north / perDegree]);
}
