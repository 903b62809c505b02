import {
  boxOf,
  cross,
  leftOf,
  lengthOf,
  minus,
  moved,
  plus,
  reversed,
  type Line,
  type Point,
  type Ring,
} from "../plane.ts";
import { insideRing } from "../../model/planar.ts";

/** The point of a segment that is nearest to another point, on the grid. */
function nearestOf(point: Point, from: Point, to: Point): Point {
  const [x, y] = minus(to, from);
  const [dx, dy] = minus(point, from);
  const share = Math.min(1, Math.max(0, (dx * x + dy * y) / (x * x + y * y)));
  return plus(from, [Math.round(x * share), Math.round(y * share)]);
}

const steps = 9;

/** A point well inside a ring: of a lattice, the one farthest from the border. */
export function deepestPoint(ring: Ring): Point {
  const { west, south, east, north } = boxOf(ring);
  let best: { point: Point; depth: number } = { point: ring[0]!, depth: -1 };
  for (let place = 0; place < steps * steps; place++) {
    const [column, row] = [place % steps, Math.floor(place / steps)];
    const point: Point = [
      Math.round(west + ((east - west) * (column + 0.5)) / steps),
      Math.round(south + ((north - south) * (row + 0.5)) / steps),
    ];
    if (!insideRing(point, ring)) continue;
    const depth = Math.min(
      ...ring.map((from, index) => {
        const near = nearestOf(point, from, ring[(index + 1) % ring.length]!);
        return lengthOf(minus(near, point));
      }),
    );
    if (depth > best.depth) best = { point, depth };
  }
  return best.point;
}

/** Whether a segment has a stretch strictly inside a convex ring. */
function enters(from: Point, to: Point, ring: Ring): boolean {
  let [low, high] = [0, 1];
  const along = minus(to, from);
  for (let index = 0; index < ring.length; index++) {
    const corner = ring[index]!;
    const side = minus(ring[(index + 1) % ring.length]!, corner);
    const start = cross(side, minus(from, corner));
    const slope = cross(side, along);
    if (slope === 0 && start <= 0) return false;
    if (slope > 0) low = Math.max(low, -start / slope);
    if (slope < 0) high = Math.min(high, -start / slope);
  }
  return low < high;
}

/**
 * A convex ring inside any ring, at least `setback` from its border and around a point of it: the
 * plane, cut back edge by edge, the nearest first.
 */
export function convexRoom(ring: Ring, centre: Point, setback: number): Ring {
  const { west, south, east, north } = boxOf(ring);
  let room: Ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const edges = ring
    .map((from, index) => {
      const to = ring[(index + 1) % ring.length]!;
      const near = nearestOf(centre, from, to);
      return { from, to, near, depth: lengthOf(minus(near, centre)), index };
    })
    .sort((a, b) => a.depth - b.depth || a.index - b.index);
  for (const { from, to, near } of edges) {
    if (room.length === 0 || !enters(from, to, room)) continue;
    const [x, y] = minus(near, centre);
    const line: Line = { at: near, along: [-y, x] };
    room = leftOf(room, line);
  }
  return sturdy(shrunkBy(room, setback));
}

/** Every side moved inwards, clockwise or not. */
function shrunkBy(room: Ring, setback: number): Ring {
  return room.reduce<Ring>((rest, point, index) => {
    const along = minus(room[(index + 1) % room.length]!, point);
    if (lengthOf(along) < shortest || rest.length === 0) return rest;
    return leftOf(rest, moved({ at: point, along }, setback));
  }, room);
}

/** Sides below two metres are rounding more than direction: their corners are left out. */
const shortest = 200;

function sturdy(ring: Ring): Ring {
  const kept = ring.filter((point, index) => {
    return lengthOf(minus(ring[(index + 1) % ring.length]!, point)) >= shortest;
  });
  return kept.length < 3 ? [] : kept;
}

/** A convex ring parted into what lies left and right of a line. */
export const parted = (ring: Ring, line: Line): readonly [Ring, Ring] => [
  leftOf(ring, line),
  leftOf(ring, reversed(line)),
];
