/** The plane of EPSG:4548 in whole centimetres: every point that is made lies on this grid. */

export type Point = readonly [x: number, y: number];
/** An open ring, counter-clockwise. */
export type Ring = readonly Point[];
/** The line through `at` along `along`; what lies to its left is its left half. */
export type Line = { readonly at: Point; readonly along: Point };

export const metres = (value: number): number => Math.round(value * 100);

export const plus = ([ax, ay]: Point, [bx, by]: Point): Point => [ax + bx, ay + by];
export const minus = ([ax, ay]: Point, [bx, by]: Point): Point => [ax - bx, ay - by];
export const cross = ([ax, ay]: Point, [bx, by]: Point): number => ax * by - ay * bx;
export const lengthOf = ([x, y]: Point): number => Math.sqrt(x * x + y * y);

export const lineThrough = (from: Point, to: Point): Line => ({ at: from, along: minus(to, from) });

/** How far to the left of the line the point lies, in centimetres times the line's length. */
const leftness = ({ at, along }: Line, point: Point): number => cross(along, minus(point, at));

/** The line moved to its left. */
export function moved({ at, along }: Line, left: number): Line {
  const share = left / lengthOf(along);
  return {
    at: [Math.round(at[0] - along[1] * share), Math.round(at[1] + along[0] * share)],
    along,
  };
}

export const reversed = ({ at, along }: Line): Line => ({ at, along: [-along[0], -along[1]] });

/** Where two lines that are not parallel meet, on the nearest grid point. */
export function meeting(a: Line, b: Line): Point {
  const share = cross(minus(b.at, a.at), b.along) / cross(a.along, b.along);
  return [Math.round(a.at[0] + a.along[0] * share), Math.round(a.at[1] + a.along[1] * share)];
}

/** The part of a convex ring on the left of the line; empty when nothing is. */
export function leftOf(ring: Ring, line: Line): Ring {
  const kept: Point[] = [];
  ring.forEach((point, index) => {
    const following = ring[(index + 1) % ring.length]!;
    const [here, there] = [leftness(line, point), leftness(line, following)];
    if (here >= 0) kept.push(point);
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      kept.push(meeting(line, lineThrough(point, following)));
    }
  });
  const distinct = kept.filter((point, index) => {
    const before = kept.at(index - 1)!;
    return point[0] !== before[0] || point[1] !== before[1];
  });
  return distinct.length < 3 ? [] : distinct;
}

/** The convex ring with every side moved inwards; `by` names the width for each side in order. */
export function shrunk(ring: Ring, by: number | readonly number[]): Ring {
  return ring.reduce<Ring>((rest, point, index) => {
    const side = lineThrough(point, ring[(index + 1) % ring.length]!);
    const width = typeof by === "number" ? by : (by[index] ?? 0);
    return rest.length === 0 ? rest : leftOf(rest, moved(side, width));
  }, ring);
}

/** Twice the area in square centimetres: a whole number. */
export function doubleArea(ring: Ring): number {
  const origin = ring[0] ?? [0, 0];
  return ring.reduce(
    (sum, point, index) =>
      sum + cross(minus(point, origin), minus(ring[(index + 1) % ring.length]!, origin)),
    0,
  );
}

/** Area in whole square decimetres, the nearest. */
export const areaDm2Of = (ring: Ring): number => Math.round(Math.abs(doubleArea(ring)) / 200);

export type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    west: Math.min(...xs),
    south: Math.min(...ys),
    east: Math.max(...xs),
    north: Math.max(...ys),
  };
}

export function middleOf(ring: Ring): Point {
  const { west, south, east, north } = boxOf(ring);
  return [Math.round((west + east) / 2), Math.round((south + north) / 2)];
}

export const distance = (a: Point, b: Point): number => lengthOf(minus(a, b));

/** The stretch of a line inside a convex ring; undefined where it passes outside. */
export function chord(ring: Ring, line: Line): readonly [Point, Point] | undefined {
  const points = ring.flatMap((point, index) => {
    const following = ring[(index + 1) % ring.length]!;
    const [here, there] = [leftness(line, point), leftness(line, following)];
    return here >= 0 === there >= 0 ? [] : [meeting(line, lineThrough(point, following))];
  });
  const [a, b] = points;
  if (!a || !b) return undefined;
  const forward = (b[0] - a[0]) * line.along[0] + (b[1] - a[1]) * line.along[1] > 0;
  return forward ? [a, b] : [b, a];
}
