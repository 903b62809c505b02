import { insideRing } from "../planar.ts";
import type { EastNorth } from "../projection.ts";

/** A district as evidence: its code, its names, its polygons in metres. */
export type DistrictOutline = {
  readonly adcode: string;
  readonly name: string;
  readonly polygons: readonly (readonly (readonly EastNorth[])[])[];
};

type Box = readonly [west: number, south: number, east: number, north: number];
type Boxed = DistrictOutline & { readonly box: Box };

/** The districts of the city, asked where points lie. */
export type CityOutline = {
  readonly districts: readonly DistrictOutline[];
  /** The code of the district that a point lies in. */
  districtAt(point: EastNorth): string | undefined;
  /** The code of the district that a word names. */
  districtNamed(word: string): string | undefined;
  /** How far a point is from the border of a district, in metres. */
  borderDistance(point: EastNorth, adcode: string): number;
};

function boxOf(points: readonly EastNorth[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

function isWithin({ box, polygons }: Boxed, point: EastNorth): boolean {
  const [west, south, east, north] = box;
  if (point[0] < west || point[0] > east || point[1] < south || point[1] > north) return false;
  return polygons.some(
    ([shell, ...holes]) =>
      shell !== undefined &&
      insideRing(point, shell) &&
      !holes.some((hole) => insideRing(point, hole)),
  );
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
  return {
    districts,
    districtAt: (point) => boxed.find((each) => isWithin(each, point))?.adcode,
    districtNamed: (word) => codes.get(word.trim()),
    borderDistance: (point, adcode) =>
      Math.min(...(byCode.get(adcode)?.polygons ?? []).flat().map((ring) => toRing(point, ring))),
  };
}
