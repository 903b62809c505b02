import { cross, doubleArea, lengthOf, lineThrough, meeting, minus } from "../plane.ts";
import type { Line, Point, Ring } from "../plane.ts";
import { isSame } from "./borders.ts";

/** Where a line meets the border of a ring: on which edge, and how far along the line. */
export type Crossing = { readonly edge: number; readonly at: Point; readonly along: number };

/** A stretch of a line inside a ring, and the two rings that it makes of it. */
export type Cut = {
  readonly from: Crossing;
  readonly to: Crossing;
  readonly left: Ring;
  readonly right: Ring;
};

export function crossingsOf(ring: Ring, line: Line): Crossing[] {
  const found: Crossing[] = [];
  const isLeft = ring.map((point) => cross(line.along, minus(point, line.at)) >= 0);
  ring.forEach((point, edge) => {
    const next = (edge + 1) % ring.length;
    if (isLeft[edge] === isLeft[next]) return;
    const at = meeting(line, lineThrough(point, ring[next]!));
    const [x, y] = minus(at, line.at);
    found.push({ edge, at, along: x * line.along[0] + y * line.along[1] });
  });
  return found.sort((a, b) => a.along - b.along);
}

/** The border from one crossing to another, counter-clockwise, both ends included. */
export function walk(ring: Ring, from: Crossing, to: Crossing): Point[] {
  const steps = (to.edge - from.edge + ring.length) % ring.length;
  const points = Array.from({ length: steps }, (_, step): Point => {
    return ring[(from.edge + 1 + step) % ring.length]!;
  });
  return [from.at, ...points, to.at].filter(
    (point, index, all) => index === 0 || !isSame(point, all[index - 1]!),
  );
}

const closed = (points: readonly Point[]): Ring =>
  isSame(points[0]!, points.at(-1)!) ? points.slice(1) : points;

const nearestCm = 5;

/** Whether no other corner lies so near the stretch that rounding could bring them together. */
function isClear(ring: Ring, from: Point, to: Point): boolean {
  const [x, y] = minus(to, from);
  const length = lengthOf([x, y]);
  return ring.every((point) => {
    if (isSame(point, from) || isSame(point, to)) return true;
    const [dx, dy] = minus(point, from);
    const along = (dx * x + dy * y) / length;
    return along < 0 || along > length || Math.abs(cross([x, y], [dx, dy])) > nearestCm * length;
  });
}

/** Every way in which the line cuts the ring into two, each along one stretch inside it. */
export function cutsOf(ring: Ring, line: Line): Cut[] {
  const crossings = crossingsOf(ring, line);
  const cuts: Cut[] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from, to] = [crossings[index]!, crossings[index + 1]!];
    const left = closed(walk(ring, to, from));
    const right = closed(walk(ring, from, to));
    if (left.length < 3 || right.length < 3) continue;
    if (isClear(ring, from.at, to.at)) cuts.push({ from, to, left, right });
  }
  return cuts;
}

const halvings = 44;

/** Twice the area on the left of a line, without drawing it: for whoever tries many lines. */
function doubleAreaLeft(ring: Ring, { at, along }: Line): number {
  const [ox, oy] = at;
  const [dx, dy] = along;
  let double = 0;
  let [px, py] = [ring.at(-1)![0] - ox, ring.at(-1)![1] - oy];
  let before = dx * py - dy * px;
  for (const [x, y] of ring) {
    const [qx, qy] = [x - ox, y - oy];
    const here = dx * qy - dy * qx;
    // About a point of the line, what runs along the line adds nothing.
    if (before >= 0 && here >= 0) double += px * qy - qx * py;
    else if (before >= 0 !== here >= 0) {
      const share = before / (before - here);
      const [mx, my] = [px + (qx - px) * share, py + (qy - py) * share];
      double += before >= 0 ? px * my - mx * py : mx * qy - qx * my;
    }
    [px, py, before] = [qx, qy, here];
  }
  return double;
}

/** The line of this direction that has the wanted share of the ring's area on its left. */
export function lineWithLeft(ring: Ring, along: Point, share: number): Line {
  const length = lengthOf(along);
  const normal: Point = [-along[1] / length, along[0] / length];
  const heights = ring.map(([x, y]) => x * normal[0] + y * normal[1]);
  let [low, high] = [Math.min(...heights), Math.max(...heights)];
  const base = heights[0]!;
  const lineAt = (height: number): Line => ({
    at: [
      Math.round(ring[0]![0] + normal[0] * (height - base)),
      Math.round(ring[0]![1] + normal[1] * (height - base)),
    ],
    along,
  });
  const wanted = doubleArea(ring) * share;
  for (let step = 0; step < halvings && high - low > 0.25; step++) {
    const middle = (low + high) / 2;
    if (doubleAreaLeft(ring, lineAt(middle)) > wanted) low = middle;
    else high = middle;
  }
  return lineAt((low + high) / 2);
}
