import { doubleArea, originOf, ownersOf, twin, walk, type Faces } from "./faces.ts";
import type { GridPoint } from "./decode.ts";

export type Assignment = {
  /** The one owner of each face; undefined outside. */
  readonly ownerOf: readonly (string | undefined)[];
  /** Faces that two owners claimed, and faces that none did. */
  readonly overlaps: readonly number[];
  readonly gaps: readonly number[];
};

const halvesOf = ({ startOf, next }: Faces, face: number): number[] =>
  walk(startOf[face]!, (half) => next[half]!);

/** The points around a face, on the grid. */
export const pointsOf = (faces: Faces, face: number): GridPoint[] =>
  halvesOf(faces, face).map((half) => originOf(faces.edges, half));

function lengthOf({ edges }: Faces, half: number): number {
  const [from, to] = [originOf(edges, half), originOf(edges, twin(half))];
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

/** The candidate with the longest border along the face; of equals, the lower code. */
function longestNeighbour(
  faces: Faces,
  face: number,
  owned: { ownerOf: readonly (string | undefined)[]; claims: ReadonlySet<string> },
): string | undefined {
  const borders = new Map<string, number>();
  for (const half of halvesOf(faces, face)) {
    const owner = owned.ownerOf[faces.faceOf[twin(half)]!];
    if (owner === undefined) continue;
    if (owned.claims.size > 0 && !owned.claims.has(owner)) continue;
    borders.set(owner, (borders.get(owner) ?? 0) + lengthOf(faces, half));
  }
  const ranked = [...borders].sort(([a, long], [b, longer]) => longer - long || (a < b ? -1 : 1));
  return ranked[0]?.[0];
}

/**
 * Gives every face inside the city to one owner. @throws Error when a face has no neighbour at all.
 */
export function assignFaces(faces: Faces): Assignment {
  const claims = ownersOf(faces);
  const ownerOf = claims.map((owners) => (owners.size === 1 ? [...owners][0] : undefined));
  const open = claims.flatMap((owners, face) =>
    owners.size !== 1 && face !== faces.outside ? [face] : [],
  );
  let waiting = open;
  while (waiting.length > 0) {
    const settled = waiting.map((face) => ({
      face,
      owner: longestNeighbour(faces, face, { ownerOf, claims: claims[face]! }),
    }));
    for (const { face, owner } of settled) ownerOf[face] = owner;
    const left = waiting.filter((face) => ownerOf[face] === undefined);
    if (left.length === waiting.length) throw new Error(`no neighbour may take face ${left[0]}`);
    waiting = left;
  }
  return {
    ownerOf,
    overlaps: open.filter((face) => claims[face]!.size > 1),
    gaps: open.filter((face) => claims[face]!.size === 0),
  };
}

/** Cuts a ring where it passes a point twice: each piece is closed and passes every point once. */
function simpleRings(points: readonly GridPoint[]): GridPoint[][] {
  const rings: GridPoint[][] = [];
  const open: GridPoint[] = [];
  for (const point of points) {
    const before = open.findIndex(([x, y]) => x === point[0] && y === point[1]);
    if (before >= 0) rings.push([...open.splice(before), point]);
    open.push(point);
  }
  rings.push([...open, open[0]!]);
  return rings;
}

/**
 * The closed rings around all faces of one owner: shells run counter-clockwise, holes clockwise.
 */
export function ringsOf(faces: Faces, { ownerOf }: Assignment, owner: string): GridPoint[][] {
  const inside = (half: number): boolean => ownerOf[faces.faceOf[half]!] === owner;
  const isBorder = (half: number): boolean => inside(half) && !inside(twin(half));
  const along = (half: number): number => {
    let following = faces.next[half]!;
    while (!isBorder(following)) following = faces.next[twin(following)]!;
    return following;
  };
  const seen = new Set<number>();
  const rings: GridPoint[][] = [];
  for (let half = 0; half < faces.next.length; half++) {
    if (seen.has(half) || !isBorder(half)) continue;
    const halves = walk(half, along);
    for (const each of halves) seen.add(each);
    rings.push(...simpleRings(halves.map((each) => originOf(faces.edges, each))));
  }
  return rings.sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)));
}
