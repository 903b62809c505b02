import { drawsOf } from "./draw.ts";
import { columnLine, columns, type Extent } from "./extent.ts";
import {
  leftOf,
  lengthOf,
  lineThrough,
  meeting,
  metres,
  minus,
  moved,
  reversed,
  type Line,
  type Point,
  type Ring,
} from "./plane.ts";

/**
 * From the middle of the canal: to the water's edge, to the blue line, to the end of the green
 * bank, to the first plots.
 */
const waterMetres = 17;
const blueMetres = 28;
const bankMetres = 42;
const corridorMetres = 66;

const samples = 20;

export type Canal = {
  readonly middle: readonly Point[];
  readonly water: Ring;
  readonly blueLine: Ring;
  readonly banks: readonly Ring[];
  /** The straight axis through each column, along which land is kept free. */
  readonly axes: readonly Line[];
};

/** A smooth curve through the stops, one stretch for each pair (cubic Hermite). */
function curveThrough(stops: readonly Point[]): Point[] {
  const slope = (index: number): Point => {
    const [before, after] = [
      stops[Math.max(0, index - 1)]!,
      stops[Math.min(stops.length - 1, index + 1)]!,
    ];
    const steps = Math.min(stops.length - 1, index + 1) - Math.max(0, index - 1);
    return [(after[0] - before[0]) / steps, (after[1] - before[1]) / steps];
  };
  const points = stops.slice(1).flatMap((to, index) => {
    const [from, leave, arrive] = [stops[index]!, slope(index), slope(index + 1)];
    return Array.from({ length: samples }, (_, step): Point => {
      const t = step / samples;
      const weights = [
        2 * t ** 3 - 3 * t ** 2 + 1,
        t ** 3 - 2 * t ** 2 + t,
        3 * t ** 2 - 2 * t ** 3,
        t ** 3 - t ** 2,
      ];
      const at = (axis: 0 | 1): number =>
        Math.round(
          from[axis] * weights[0]! +
            leave[axis] * weights[1]! +
            to[axis] * weights[2]! +
            arrive[axis] * weights[3]!,
        );
      return [at(0), at(1)];
    });
  });
  return [...points, stops.at(-1)!];
}

/** The path moved sideways, to its left. */
export function beside(path: readonly Point[], left: number): Point[] {
  return path.map((point, index) => {
    const [x, y] = minus(
      path[Math.min(index + 1, path.length - 1)]!,
      path[Math.max(index - 1, 0)]!,
    );
    const share = left / lengthOf([x, y]);
    return [Math.round(point[0] - y * share), Math.round(point[1] + x * share)];
  });
}

/** The strip between two distances to the left of a path. */
export const strip = (path: readonly Point[], from: number, to: number): Ring => [
  ...beside(path, from),
  ...beside(path, to).reverse(),
];

/** Leads a canal from the western to the eastern edge, through the north of both blocks. */
export function digCanal(extent: Extent, seed: string): Canal {
  const draws = drawsOf(seed, "canal", "middle");
  const stops = Array.from({ length: columns + 1 }, (_, i) => {
    const level = draws.whole(205, 285);
    return meeting(columnLine(extent, i), moved(extent.rowLines[2]!, -metres(level)));
  });
  const middle = curveThrough(stops);
  const [water, blue, bank] = [metres(waterMetres), metres(blueMetres), metres(bankMetres)];
  return {
    middle,
    water: strip(middle, -water, water),
    blueLine: strip(middle, -blue, blue),
    banks: [strip(middle, water, bank), strip(middle, -bank, -water)],
    axes: stops.slice(1).map((to, index) => lineThrough(stops[index]!, to)),
  };
}

/** What of the land lies north and south of the canal's corridor in a column. */
export function shores(land: Ring, axis: Line): { north: Ring; south: Ring } {
  const half = metres(corridorMetres);
  return {
    north: leftOf(land, moved(axis, half)),
    south: leftOf(land, reversed(moved(axis, -half))),
  };
}
