import type { EastNorth } from "./projection.ts";

/** A straight piece of a ring or a line. */
export type Edge = { readonly from: EastNorth; readonly to: EastNorth };

type Segment = Edge & {
  readonly ring: number;
  readonly index: number;
  readonly size: number;
  readonly west: number;
  readonly east: number;
};

const cross = (o: EastNorth, a: EastNorth, b: EastNorth): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

const within = (a: EastNorth, b: EastNorth, p: EastNorth): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

/** Whether two segments share any point. Exact where the coordinates are whole numbers. */
export function segmentsMeet(a: Edge, b: Edge): boolean {
  const signs = [
    Math.sign(cross(a.from, a.to, b.from)),
    Math.sign(cross(a.from, a.to, b.to)),
    Math.sign(cross(b.from, b.to, a.from)),
    Math.sign(cross(b.from, b.to, a.to)),
  ] as const;
  if (signs[0] !== signs[1] && signs[2] !== signs[3]) {
    if (signs[0] * signs[1] <= 0 && signs[2] * signs[3] <= 0) return true;
  }
  return (
    (signs[0] === 0 && within(a.from, a.to, b.from)) ||
    (signs[1] === 0 && within(a.from, a.to, b.to)) ||
    (signs[2] === 0 && within(b.from, b.to, a.from)) ||
    (signs[3] === 0 && within(b.from, b.to, a.to))
  );
}

/** Neighbours in a ring share their common end, and may share nothing else. */
function wrong(a: Segment, b: Segment): boolean {
  if (a.ring !== b.ring) return segmentsMeet(a, b);
  const follows = (a.index + 1) % a.size === b.index;
  const leads = (b.index + 1) % b.size === a.index;
  if (!follows && !leads) return segmentsMeet(a, b);
  const [first, second] = follows ? [a, b] : [b, a];
  const turnsBack =
    cross(first.from, first.to, second.to) === 0 &&
    (within(first.from, first.to, second.to) || within(second.from, second.to, first.from));
  return turnsBack;
}

/** Whether a segment is wrong with a later one that begins west of where it ends. */
function isWrongAmong(a: Segment, sorted: readonly Segment[], from: number): boolean {
  for (let next = from; next < sorted.length && sorted[next]!.west <= a.east; next++) {
    if (wrong(a, sorted[next]!)) return true;
  }
  return false;
}

/**
 * Finds a place where open rings of whole-number points cross or touch themselves or each other:
 * the start of a segment that does. Sorted by west, so that only near segments are compared.
 */
export function crossesItself(
  rings: readonly (readonly EastNorth[])[],
): { ring: number; index: number } | undefined {
  const segments = rings.flatMap((points, ring) =>
    points.map((from, index): Segment => {
      const to = points[(index + 1) % points.length]!;
      const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
      return { from, to, ring, index, size: points.length, west, east };
    }),
  );
  segments.sort((a, b) => a.west - b.west);
  const found = segments.find((a, place) => isWrongAmong(a, segments, place + 1));
  return found && { ring: found.ring, index: found.index };
}
