import type { Bilingual } from "../../base/message.ts";
import type { LayerId } from "../contract.ts";
import { roundDegrees, toDegrees } from "../model/projection.ts";
import { areaDm2Of, doubleArea, type Point, type Ring } from "./plane.ts";

export type Shape =
  | { readonly type: "Point"; readonly coordinates: Coordinate }
  | { readonly type: "LineString"; readonly coordinates: readonly Coordinate[] }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Coordinate[])[] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly (readonly Coordinate[])[])[];
    };
type Coordinate = readonly [number, number];

export type CityFeature = {
  readonly id: string;
  readonly name: Bilingual;
  /** In degrees, CGCS2000, rounded to 1e-7. */
  readonly geometry: Shape;
  /** In metres, EPSG:4548, rounded to 0.01. */
  readonly planar: Shape;
  /** Of the planar polygon, in whole 0.01 m²; 0 for points and lines. */
  readonly areaDm2: number;
  readonly properties: Readonly<Record<string, unknown>>;
};

export type CityLayer = {
  readonly id: LayerId;
  /** Where the layer speaks; elsewhere it is silent, and what it would say is unknown. */
  readonly coverage: Pick<CityFeature, "geometry" | "planar">;
  readonly features: readonly CityFeature[];
};

const inMetres = ([x, y]: Point): Coordinate => [x / 100, y / 100];
const inDegrees = ([x, y]: Point): Coordinate => roundDegrees(toDegrees([x / 100, y / 100]));

function closedRing(ring: Ring): Ring {
  const turned = doubleArea(ring) < 0 ? [...ring].reverse() : ring;
  return [...turned, turned[0]!];
}

type Named = Pick<CityFeature, "id" | "name" | "properties">;

export function pointFeature(named: Named, point: Point): CityFeature {
  return {
    ...named,
    geometry: { type: "Point", coordinates: inDegrees(point) },
    planar: { type: "Point", coordinates: inMetres(point) },
    areaDm2: 0,
  };
}

export function lineFeature(named: Named, path: readonly Point[]): CityFeature {
  return {
    ...named,
    geometry: { type: "LineString", coordinates: path.map(inDegrees) },
    planar: { type: "LineString", coordinates: path.map(inMetres) },
    areaDm2: 0,
  };
}

export function areaShapes(ring: Ring): Pick<CityFeature, "geometry" | "planar"> {
  const points = closedRing(ring);
  return {
    geometry: { type: "Polygon", coordinates: [points.map(inDegrees)] },
    planar: { type: "Polygon", coordinates: [points.map(inMetres)] },
  };
}

export const areaFeature = (named: Named, ring: Ring): CityFeature => ({
  ...named,
  ...areaShapes(ring),
  areaDm2: areaDm2Of(ring),
});
