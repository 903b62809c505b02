import type { Point, Ring } from "../plane.ts";

/**
 * The borders of a partition. An edge that one neighbour cuts is cut for the other, too: both pass
 * through the very same grid point, so that nothing opens or overlaps between them.
 */
export type Borders = {
  readonly cut: (from: Point, to: Point, at: Point) => void;
  /** The ring with every point that has been cut into its edges since. */
  readonly through: (ring: Ring) => Ring;
};

export const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** One name for an edge, whichever way it is walked. */
export function edgeKey(a: Point, b: Point): string {
  const [low, high] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
  return `${low[0]} ${low[1]} ${high[0]} ${high[1]}`;
}

export function makeBorders(): Borders {
  const cuts = new Map<string, Point>();
  const append = (from: Point, to: Point, points: Point[]): void => {
    const at = cuts.get(edgeKey(from, to));
    if (at === undefined) {
      points.push(from);
      return;
    }
    append(from, at, points);
    append(at, to, points);
  };
  return {
    cut: (from, to, at) => {
      if (isSame(from, at) || isSame(to, at)) return;
      cuts.set(edgeKey(from, to), at);
    },
    through: (ring) => {
      const points: Point[] = [];
      ring.forEach((from, index) => append(from, ring[(index + 1) % ring.length]!, points));
      return points;
    },
  };
}
