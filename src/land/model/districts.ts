import { Type, type Static } from "typebox";
import { insideRing, polygonArea } from "./planar.ts";
import { toPlane, type EastNorth } from "./projection.ts";

const Point = Type.Tuple([Type.Number(), Type.Number()]);

/** The file of district boundaries. */
export const DistrictFile = Type.Object({
  type: Type.Literal("FeatureCollection"),
  features: Type.Array(
    Type.Object({
      type: Type.Literal("Feature"),
      id: Type.String(),
      properties: Type.Object({
        adcode: Type.String(),
        name: Type.String(),
        synthetic: Type.Boolean(),
      }),
      geometry: Type.Object({
        type: Type.Literal("MultiPolygon"),
        coordinates: Type.Array(Type.Array(Type.Array(Point))),
      }),
    }),
  ),
});
export type DistrictFile = Static<typeof DistrictFile>;
export type DistrictFeature = DistrictFile["features"][number];

/** The polygons of a district in metres, rounded to 0.01. */
export function planePolygons({ geometry }: DistrictFeature): EastNorth[][][] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return geometry.coordinates.map((rings) =>
    rings.map((ring) =>
      ring.map((point): EastNorth => {
        const [east, north] = toPlane(point as [number, number]);
        return [round(east), round(north)];
      }),
    ),
  );
}

/** Area of a district in whole square decimetres. */
export const districtAreaDm2 = (polygons: readonly EastNorth[][][]): number =>
  Math.round(polygons.reduce((sum, rings) => sum + polygonArea(rings), 0) * 100);

/** Whether a point of the plane lies in one of the polygons, holes taken out. */
export const insidePolygons = (point: EastNorth, polygons: readonly EastNorth[][][]): boolean =>
  polygons.some(([shell, ...holes]) =>
    shell ? insideRing(point, shell) && !holes.some((hole) => insideRing(point, hole)) : false,
  );
