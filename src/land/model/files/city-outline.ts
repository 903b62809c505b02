import { insideRing } from "../planar.ts";
import type { EastNorth } from "../projection.ts";
import { outlineIndex, boxOf, type OutlineIndex, type Box } from "./city-border.ts";
import { coursesOf, polygonsOf } from "./shape.ts";
import type { FileShape } from "./table.ts";

/** A district as evidence: its code, its names, its polygons in metres. */
export type DistrictOutline = {
  readonly adcode: string;
  readonly name: string;
  readonly polygons: readonly (readonly (readonly EastNorth[])[])[];
};

type Boxed = DistrictOutline & { readonly box: Box };

/** The districts of the city, asked where points lie. */
export type CityOutline = {
  readonly districts: readonly DistrictOutline[];
  /** The code of the district that a point lies in. */
  districtAt(point: EastNorth): string | undefined;
  /** The code of the district that a word names. */
  districtNamed(word: string): string | undefined;
  /** Whether a shape in metres shares any ground with the city; to touch its border is enough. */
  meets(shape: FileShape): boolean;
  /** How far a point is from the border of a district, in metres. */
  borderDistance(point: EastNorth, adcode: string): number;
};

const insidePolygon = (
  point: EastNorth,
  [shell, ...holes]: readonly (readonly EastNorth[])[],
): boolean =>
  shell !== undefined && insideRing(point, shell) && !holes.some((hole) => insideRing(point, hole));

function isWithin({ box, polygons }: Boxed, point: EastNorth): boolean {
  const [west, south, east, north] = box;
  if (point[0] < west || point[0] > east || point[1] < south || point[1] > north) return false;
  return polygons.some((polygon) => insidePolygon(point, polygon));
}

function toSegment([x, y]: EastNorth, [ax, ay]: EastNorth, [bx, by]: EastNorth): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

const toRing = (point: EastNorth, ring: readonly EastNorth[]): number => {
  let least = Infinity;
  for (let at = 1; at < ring.length; at += 1) {
    least = Math.min(least, toSegment(point, ring[at - 1]!, ring[at]!));
  }
  return least;
};

export function cityOutline(districts: readonly DistrictOutline[]): CityOutline {
  const boxed = districts.map((each): Boxed => ({ ...each, box: boxOf(each.polygons.flat(2)) }));
  const byCode = new Map(districts.map((each) => [each.adcode, each]));
  const codes = new Map(
    districts.flatMap(({ adcode, name }) => [[adcode, adcode] as const, [name, adcode] as const]),
  );
  const districtAt = (point: EastNorth): string | undefined =>
    boxed.find((each) => isWithin(each, point))?.adcode;
  const grounds = districts.flatMap(({ polygons }) => polygons);
  let border: OutlineIndex | undefined;
  /** A course that begins outside and meets no border stays outside, however long it is. */
  const runsIn = (course: readonly EastNorth[]): boolean => {
    const [first] = course;
    if (!first) return false;
    border ??= outlineIndex(grounds.flat());
    return districtAt(first) !== undefined || border.meets(course);
  };
  /** Where borders do not meet, a ground lies in a polygon as a whole or not at all. */
  const holds = (polygon: readonly (readonly EastNorth[])[]): boolean =>
    grounds.some(([shell]) => shell !== undefined && insidePolygon(shell[0]!, polygon));
  return {
    districts,
    districtAt,
    meets: (shape) => coursesOf(shape).some(runsIn) || polygonsOf(shape).some(holds),
    districtNamed: (word) => codes.get(word.trim()),
    borderDistance: (point, adcode) =>
      Math.min(...(byCode.get(adcode)?.polygons ?? []).flat().map((ring) => toRing(point, ring))),
  };
}
