import type { GridPoint } from "./decode.ts";

/** A directed edge, and how often each owner's rings run along it (−1 for each run against it). */
export type Edge = {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly runs: ReadonlyMap<string, number>;
};

type Segment = { from: GridPoint; to: GridPoint; runs: Map<string, number> };

const key = ([x, y]: GridPoint): string => `${x},${y}`;
const same = (a: GridPoint, b: GridPoint): boolean => a[0] === b[0] && a[1] === b[1];
const before = (a: GridPoint, b: GridPoint): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

const cross = (o: GridPoint, a: GridPoint, b: GridPoint): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Merges segments that lie on each other, so that every undirected edge exists once. */
function merge(segments: readonly Segment[]): Segment[] {
  const merged = new Map<string, Segment>();
  for (const { from, to, runs } of segments) {
    if (same(from, to)) continue;
    const forward = before(from, to);
    const [low, high] = forward ? [from, to] : [to, from];
    const id = `${key(low)} ${key(high)}`;
    const kept = merged.get(id) ?? { from: low, to: high, runs: new Map<string, number>() };
    for (const [owner, count] of runs) {
      kept.runs.set(owner, (kept.runs.get(owner) ?? 0) + (forward ? count : -count));
    }
    merged.set(id, kept);
  }
  return [...merged.values()];
}

/** Whether the point lies on the inside of the segment, within three quarters of a grid step. */
function touches(point: GridPoint, { from, to }: Segment): boolean {
  if (same(point, from) || same(point, to)) return false;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length2 = dx * dx + dy * dy;
  const along = (point[0] - from[0]) * dx + (point[1] - from[1]) * dy;
  if (along <= 0 || along >= length2) return false;
  return cross(from, to, point) ** 2 < 0.5625 * length2;
}

/** Where two segments properly cross, on the nearest grid point. */
function crossing(a: Segment, b: Segment): GridPoint | undefined {
  const [p, q] = [cross(a.from, a.to, b.from), cross(a.from, a.to, b.to)];
  const [r, s] = [cross(b.from, b.to, a.from), cross(b.from, b.to, a.to)];
  if (Math.sign(p) * Math.sign(q) >= 0 || Math.sign(r) * Math.sign(s) >= 0) return undefined;
  const share = r / (r - s);
  return [
    Math.round(a.from[0] + share * (a.to[0] - a.from[0])),
    Math.round(a.from[1] + share * (a.to[1] - a.from[1])),
  ];
}

/** The cells of a coarse grid that a segment's box lies in. */
function cellsOf({ from, to }: Segment, cellSize: number): string[] {
  const span = (axis: 0 | 1): number[] => {
    const [low, high] = [Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis])];
    const first = Math.floor(low / cellSize);
    return Array.from(
      { length: Math.floor(high / cellSize) - first + 1 },
      (_, step) => first + step,
    );
  };
  return span(0).flatMap((x) => span(1).map((y) => `${x},${y}`));
}

/** Pairs of segments whose boxes share a cell of the coarse grid, each pair once or more often. */
function* neighbours(segments: readonly Segment[], cellSize: number): Iterable<[number, number]> {
  const cells = new Map<string, number[]>();
  for (const [index, segment] of segments.entries()) {
    const homes = cellsOf(segment, cellSize);
    for (const other of homes.flatMap((id) => cells.get(id) ?? [])) yield [other, index];
    for (const id of homes) cells.set(id, [...(cells.get(id) ?? []), index]);
  }
}

/** Where two segments must be cut so that they meet at their ends only. */
function cutsBetween(a: Segment, b: Segment): { ofA: GridPoint[]; ofB: GridPoint[] } {
  const point = crossing(a, b);
  const common = point ? [point] : [];
  return {
    ofA: [...[b.from, b.to].filter((end) => touches(end, a)), ...common],
    ofB: [...[a.from, a.to].filter((end) => touches(end, b)), ...common],
  };
}

function cutsOf(segments: readonly Segment[], cellSize: number): Map<number, GridPoint[]> {
  const cuts = new Map<number, GridPoint[]>();
  const cut = (index: number, points: readonly GridPoint[]): void => {
    const { from, to } = segments[index]!;
    const inner = points.filter((point) => !same(point, from) && !same(point, to));
    if (inner.length > 0) cuts.set(index, [...(cuts.get(index) ?? []), ...inner]);
  };
  for (const [left, right] of neighbours(segments, cellSize)) {
    const { ofA, ofB } = cutsBetween(segments[left]!, segments[right]!);
    cut(left, ofA);
    cut(right, ofB);
  }
  return cuts;
}

function divide(segment: Segment, points: readonly GridPoint[]): Segment[] {
  const { from, to, runs } = segment;
  const along = (point: GridPoint): number =>
    (point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1]);
  const stops = [from, ...[...points].sort((a, b) => along(a) - along(b)), to];
  return stops
    .slice(1)
    .map((stop, index) => ({ from: stops[index]!, to: stop, runs: new Map(runs) }));
}

/** Splits all rings at every crossing and touch, until the edges meet at their ends only. */
export function nodeRings(
  rings: readonly { owner: string; points: readonly GridPoint[] }[],
  cellSize: number,
): Edge[] {
  let segments = merge(
    rings.flatMap(({ owner, points }) =>
      points
        .slice(1)
        .map((to, index) => ({ from: points[index]!, to, runs: new Map([[owner, 1]]) })),
    ),
  );
  for (let round = 0; round < 50; round++) {
    const cuts = cutsOf(segments, cellSize);
    if (cuts.size === 0) return segments;
    segments = merge(segments.flatMap((segment, index) => divide(segment, cuts.get(index) ?? [])));
  }
  throw new Error("the rings did not settle into edges that meet at their ends only");
}
