import type { EastNorth } from "./projection.ts";

/** A ring as a list of points; closed when its last point repeats its first. */
export type PlanarRing = readonly EastNorth[];

/**
 * Signed area of a ring, open or closed; counter-clockwise is positive. Taken about the first
 * point, so that digits are not lost.
 */
export function signedArea(ring: PlanarRing): number {
  const [left, low] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let index = 0; index < ring.length; index++) {
    const [x, y] = ring[index]!;
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    sum += (x - left) * (nextY - low) - (nextX - left) * (y - low);
  }
  return sum / 2;
}

/** Whether the point lies inside the ring; a point on the border counts as inside or outside. */
export function insideRing([x, y]: EastNorth, ring: PlanarRing): boolean {
  let inside = false;
  for (let index = 0; index < ring.length; index++) {
    const [ax, ay] = ring[index]!;
    const [bx, by] = ring[(index + 1) % ring.length]!;
    if (ay > y === by > y) continue;
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Area of a polygon: its shell less its holes. */
export const polygonArea = (rings: readonly PlanarRing[]): number =>
  rings.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);
