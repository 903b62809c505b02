import type { GridPoint } from "./decode.ts";
import type { Edge } from "./noding.ts";

/** Half-edges of a planar graph: 2i runs along edge i, 2i + 1 against it. */
export type Faces = {
  readonly edges: readonly Edge[];
  /** The half-edge that follows, with the same face on its left. */
  readonly next: readonly number[];
  /** The face on the left of each half-edge. */
  readonly faceOf: readonly number[];
  /** One half-edge of each face. */
  readonly startOf: readonly number[];
  /** The face outside everything. */
  readonly outside: number;
};

export const twin = (half: number): number => half ^ 1;

export function originOf(edges: readonly Edge[], half: number): GridPoint {
  const edge = edges[half >> 1]!;
  return (half & 1) === 0 ? edge.from : edge.to;
}

const angleOf = (edges: readonly Edge[], half: number): number => {
  const [from, to] = [originOf(edges, half), originOf(edges, twin(half))];
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
};

/** After arriving at a vertex, the next half-edge is the first one clockwise from the way back. */
function successors(edges: readonly Edge[]): number[] {
  const leaving = new Map<string, number[]>();
  for (let half = 0; half < edges.length * 2; half++) {
    const at = originOf(edges, half).join();
    leaving.set(at, [...(leaving.get(at) ?? []), half]);
  }
  const next: number[] = [];
  for (const halves of leaving.values()) {
    const turned = halves.sort((a, b) => angleOf(edges, a) - angleOf(edges, b));
    turned.forEach((half, index) => {
      next[twin(half)] = turned.at(index - 1)!;
    });
  }
  return next;
}

/** The ring of points that the half-edges pass, from `start` until it returns. */
export function walk(start: number, step: (half: number) => number): number[] {
  const halves = [start];
  for (let half = step(start); half !== start; half = step(half)) halves.push(half);
  return halves;
}

/** Twice the signed area of a ring that need not repeat its first point. */
export function doubleArea(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Finds the faces that the edges enclose. @throws Error when the edges do not hang together. */
export function findFaces(edges: readonly Edge[]): Faces {
  const next = successors(edges);
  const faceOf = new Array<number>(next.length).fill(-1);
  const startOf: number[] = [];
  const outer: number[] = [];
  for (let half = 0; half < next.length; half++) {
    if (faceOf[half] !== -1) continue;
    const halves = walk(half, (from) => next[from]!);
    for (const each of halves) faceOf[each] = startOf.length;
    if (doubleArea(halves.map((each) => originOf(edges, each))) <= 0) outer.push(startOf.length);
    startOf.push(half);
  }
  const [outside] = outer;
  if (outside === undefined || outer.length !== 1) {
    throw new Error(`expected one connected graph of borders, found ${outer.length}`);
  }
  return { edges, next, faceOf, startOf, outside };
}

/**
 * For each face, the owners whose rings wind around it: found by crossing edges from the outside.
 */
export function ownersOf({ edges, next, faceOf, startOf, outside }: Faces): Set<string>[] {
  const winding: (Map<string, number> | undefined)[] = startOf.map(() => undefined);
  winding[outside] = new Map();
  const queue = [outside];
  for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
    const here = winding[face];
    const halves = walk(startOf[face]!, (from) => next[from]!);
    for (const half of halves.filter((each) => !winding[faceOf[twin(each)]!])) {
      const over = faceOf[twin(half)]!;
      winding[over] = crossEdge(new Map(here), edges[half >> 1]!, half);
      queue.push(over);
    }
  }
  return winding.map(
    (turns) =>
      new Set([...(turns ?? [])].filter(([, count]) => count !== 0).map(([owner]) => owner)),
  );
}

/** The turns beyond an edge: its left lies one turn further inside a ring that runs along it. */
function crossEdge(turns: Map<string, number>, { runs }: Edge, half: number): Map<string, number> {
  const sign = (half & 1) === 0 ? -1 : 1;
  for (const [owner, count] of runs) turns.set(owner, (turns.get(owner) ?? 0) + sign * count);
  return turns;
}
