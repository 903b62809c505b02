import { polygonOf, type LngLat } from "./geometry.ts";

/** What is being drawn: the points set, and where the pointer is. */
export type Sketch = { readonly points: readonly LngLat[]; readonly pointer?: LngLat };

export const emptySketch: Sketch = { points: [] };

type Drawn = {
  type: "Feature";
  properties: Record<string, never>;
  geometry:
    | { type: "Point"; coordinates: number[] }
    | { type: "LineString"; coordinates: number[][] }
    | { type: "Polygon"; coordinates: number[][][] };
};

const feature = (geometry: Drawn["geometry"]): Drawn => ({
  type: "Feature",
  properties: {},
  geometry,
});

/**
 * The sketch as features: its points, the line through them to the pointer, and the area they
 * enclose.
 */
export function sketchFeatures({ points, pointer }: Sketch): Drawn[] {
  const path = pointer && points.length > 0 ? [...points, pointer] : points;
  const line = path.map((point) => [...point]);
  return [
    ...(path.length > 2 ? [feature(polygonOf(path))] : []),
    ...(path.length > 1 ? [feature({ type: "LineString", coordinates: line })] : []),
    ...points.map((point) => feature({ type: "Point", coordinates: [...point] })),
  ];
}

/** As many corners as the address of a drawn area can hold. */
export const mostPoints = 300;

/**
 * Sets a point, while there is room. A second click on the same spot (of a double click) sets none.
 */
export function withPoint(sketch: Sketch, point: LngLat): Sketch {
  if (sketch.points.length >= mostPoints) return sketch;
  const last = sketch.points.at(-1);
  const isSame = last && last[0] === point[0] && last[1] === point[1];
  return isSame ? sketch : { points: [...sketch.points, point] };
}

export const withoutLast = (sketch: Sketch): Sketch => ({ points: sketch.points.slice(0, -1) });

export const canClose = (sketch: Sketch): boolean => sketch.points.length >= 3;
