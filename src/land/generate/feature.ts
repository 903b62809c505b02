import type { Coordinate, MapFeature } from "../model/layer.ts";
import { roundDegrees, toDegrees } from "../model/projection.ts";
import { areaDm2Of, doubleArea, type Point, type Ring } from "./plane.ts";

const inMetres = ([x, y]: Point): Coordinate => [x / 100, y / 100];
const inDegrees = ([x, y]: Point): Coordinate => roundDegrees(toDegrees([x / 100, y / 100]));

function closedRing(ring: Ring): Ring {
  const turned = doubleArea(ring) < 0 ? [...ring].reverse() : ring;
  return [...turned, turned[0]!];
}

export type Named = Pick<MapFeature, "id" | "name" | "properties">;

export function pointFeature(named: Named, point: Point): MapFeature {
  return {
    ...named,
    geometry: { type: "Point", coordinates: inDegrees(point) },
    planar: { type: "Point", coordinates: inMetres(point) },
    areaDm2: 0,
  };
}

export function lineFeature(named: Named, path: readonly Point[]): MapFeature {
  return {
    ...named,
    geometry: { type: "LineString", coordinates: path.map(inDegrees) },
    planar: { type: "LineString", coordinates: path.map(inMetres) },
    areaDm2: 0,
  };
}

export function areaShapes(ring: Ring): Pick<MapFeature, "geometry" | "planar"> {
  const points = closedRing(ring);
  return {
    geometry: { type: "Polygon", coordinates: [points.map(inDegrees)] },
    planar: { type: "Polygon", coordinates: [points.map(inMetres)] },
  };
}

export const areaFeature = (named: Named, ring: Ring): MapFeature => ({
  ...named,
  ...areaShapes(ring),
  areaDm2: areaDm2Of(ring),
});

/** Shells with their holes, in the order that GeoJSON asks for. */
export function outlineShapes(
  outlines: readonly (readonly Ring[])[],
): Pick<MapFeature, "geometry" | "planar"> {
  const polygons = outlines.map((rings) =>
    rings.map((ring, index) => {
      const points = closedRing(ring);
      return index === 0 ? points : [...points].reverse();
    }),
  );
  const drawn = (draw: (point: Point) => Coordinate) =>
    ({
      type: "MultiPolygon",
      coordinates: polygons.map((rings) => rings.map((points) => points.map(draw))),
    }) as const;
  return { geometry: drawn(inDegrees), planar: drawn(inMetres) };
}

/** An area of several parts, or with holes. */
export const outlineFeature = (
  named: Named,
  outlines: readonly (readonly Ring[])[],
): MapFeature => ({
  ...named,
  ...outlineShapes(outlines),
  areaDm2: outlines.reduce(
    (sum, [shell, ...holes]) =>
      sum + areaDm2Of(shell ?? []) - holes.reduce((all, hole) => all + areaDm2Of(hole), 0),
    0,
  ),
});
