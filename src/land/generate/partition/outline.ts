import { insideRing } from "../../model/planar.ts";
import { cross, doubleArea, minus, type Point, type Ring } from "../plane.ts";

const keyOf = ([x, y]: Point): string => `${x} ${y}`;

type Way = { readonly from: Point; readonly to: Point };
const wayKey = ({ from, to }: Way): string => `${keyOf(from)} ${keyOf(to)}`;

/** The edges that one ring walks and no neighbour walks back. */
function outerEdges(rings: readonly Ring[]): Map<string, Way> {
  const edges = new Map<string, Way>();
  for (const ring of rings) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length]!;
      const back = `${keyOf(to)} ${keyOf(from)}`;
      if (!edges.delete(back)) edges.set(`${keyOf(from)} ${keyOf(to)}`, { from, to });
    });
  }
  return edges;
}

/** How far left the way out turns from the way in: the sharpest keeps apart rings that touch. */
function turnOf(into: Way, out: Way): number {
  const [a, b] = [minus(into.to, into.from), minus(out.to, out.from)];
  return Math.atan2(cross(a, b), a[0] * b[0] + a[1] * b[1]);
}

const sharpest = (into: Way, ways: readonly Way[]): Way =>
  ways.reduce((a, b) => (turnOf(into, b) > turnOf(into, a) ? b : a));

/** A shell and its holes. */
export type Outline = readonly Ring[];

/** The outline of rings that share their borders point by point: shells with their holes. */
export function outlinesOf(rings: readonly Ring[]): Outline[] {
  const left = outerEdges(rings);
  const starts = new Map<string, Way[]>();
  for (const way of left.values()) {
    starts.set(keyOf(way.from), [...(starts.get(keyOf(way.from)) ?? []), way]);
  }
  const next = (way: Way): Way => {
    const open = (starts.get(keyOf(way.to)) ?? []).filter((each) => left.has(wayKey(each)));
    return sharpest(way, open);
  };
  const found: Ring[] = [];
  for (const [key, first] of left)
    if (left.has(key)) found.push(...loopsOf(follow(first, next, left)));
  return shellsOf(found);
}

/** A way that passes a point twice, as several that pass each of theirs once. */
function loopsOf(points: Ring): Ring[] {
  const loops: Ring[] = [];
  const open: Point[] = [];
  const places = new Map<string, number>();
  for (const point of points) {
    const before = places.get(keyOf(point)) ?? Infinity;
    if (before < open.length && keyOf(open[before]!) === keyOf(point)) {
      loops.push(open.splice(before));
    }
    places.set(keyOf(point), open.length);
    open.push(point);
  }
  return [...loops, open];
}

/** Walks from edge to edge until it is back where it began; what was walked is left no more. */
function follow(first: Way, next: (way: Way) => Way, left: Map<string, Way>): Ring {
  const points: Point[] = [];
  for (let way = first; ; way = next(way)) {
    left.delete(wayKey(way));
    points.push(way.from);
    if (keyOf(way.to) === keyOf(first.from)) return points;
  }
}

function shellsOf(rings: readonly Ring[]): Outline[] {
  const shells = rings.filter((ring) => doubleArea(ring) > 0).map((ring): Ring[] => [ring]);
  for (const hole of rings.filter((ring) => doubleArea(ring) < 0)) {
    const home = shells.find(([shell]) => {
      const inside = hole.filter((point) => insideRing(point, shell!));
      return inside.length * 2 > hole.length;
    });
    home?.push(hole);
  }
  return shells;
}
