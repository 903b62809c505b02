import type { Coordinate, MapFeature } from "../model/layer.ts";
import { roundDegrees, toDegrees } from "../model/projection.ts";
import { areaDm2Of, doubleArea, type Point, type Ring } from "./plane.ts";

const inMetres = ([x, y]: Point): Coordinate => [x / 100, y / 100];
const inDegrees = ([x, y]: Point): Coordinate => roundDegrees(toDegrees([x / 100, y / 100]));

function closedRing(ring: Ring): Ring {
  const turned = doubleArea(ring) < 0 ? [...ring].reverse() : ring;
  return [...turned, turned[0]!];
}

type Named = Pick<MapFeature, "id" | "name" | "properties">;

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
