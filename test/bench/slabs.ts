import type { EastNorth } from "../../src/land/model/projection.ts";

/** A polygon, or several parts of one: its rings in any direction, holes among them. */
export type Rings = readonly (readonly EastNorth[])[];

type Edge = {
  readonly left: EastNorth;
  readonly right: EastNorth;
  /** Which surface it bounds: 0 the place, the others what lies over it. */
  readonly owner: number;
};

function edgesOf(rings: Rings, owner: number): Edge[] {
  return rings.flatMap((ring) =>
    ring.flatMap((from, at): Edge[] => {
      const to = ring[(at + 1) % ring.length]!;
      if (from[0] === to[0]) return [];
      return [
        from[0] < to[0] ? { left: from, right: to, owner } : { left: to, right: from, owner },
      ];
    }),
  );
}

const heightAt = ({ left, right }: Edge, x: number): number =>
  left[1] + ((right[1] - left[1]) * (x - left[0])) / (right[0] - left[0]);

/** Where two edges cross between their ends; undefined where they do not. */
function crossing(a: Edge, b: Edge): number | undefined {
  const [west, east] = [Math.max(a.left[0], b.left[0]), Math.min(a.right[0], b.right[0])];
  if (west >= east) return undefined;
  const [before, after] = [
    heightAt(a, west) - heightAt(b, west),
    heightAt(a, east) - heightAt(b, east),
  ];
  if (before === 0 || after === 0 || before > 0 === after > 0) return undefined;
  return west + ((east - west) * before) / (before - after);
}

function cutsOf(edges: readonly Edge[]): number[] {
  const xs = edges.flatMap(({ left, right }) => [left[0], right[0]]);
  edges.forEach((edge, at) => {
    for (const other of edges.slice(at + 1)) {
      const x = crossing(edge, other);
      if (x !== undefined) xs.push(x);
    }
  });
  return [...new Set(xs)].sort((a, b) => a - b);
}

/** The area between two cuts where the place lies under any surface: no edges cross there. */
function slabArea(edges: readonly Edge[], west: number, east: number): number {
  const middle = (west + east) / 2;
  const across = edges
    .filter(({ left, right }) => left[0] <= west && right[0] >= east)
    .map((edge) => ({ edge, y: heightAt(edge, middle) }))
    .sort((a, b) => a.y - b.y);
  const inside = new Set<number>();
  let sum = 0;
  across.forEach(({ edge, y }, at) => {
    if (!inside.delete(edge.owner)) inside.add(edge.owner);
    const next = across[at + 1];
    if (next && inside.has(0) && inside.size > 1) sum += (next.y - y) * (east - west);
  });
  return sum;
}

/**
 * How much of a place lies under any of the surfaces, in square metres: cut into slabs in which no
 * borders cross, and added up. Shares no line with the engine of the database.
 */
export function coveredBySlabs(place: Rings, surfaces: readonly Rings[]): number {
  const edges = [place, ...surfaces].flatMap(edgesOf);
  const cuts = cutsOf(edges);
  return cuts.slice(1).reduce((sum, east, at) => sum + slabArea(edges, cuts[at]!, east), 0);
}
