import type { EastNorth } from "../projection.ts";
import { segmentsMeet, type Edge } from "../simple.ts";

/** In the unit of the points. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(points: readonly EastNorth[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** The border of the city, asked what meets it. */
export type OutlineIndex = {
  /** Whether a line that runs along the points shares any point with the border. */
  meets(course: readonly EastNorth[]): boolean;
};

/** Into so many bands from south to north the border is cut: near a place there are a few edges. */
const bands = 512;

const isBeside = (a: Edge, b: Edge): boolean =>
  Math.max(a.from[0], a.to[0]) < Math.min(b.from[0], b.to[0]) ||
  Math.min(a.from[0], a.to[0]) > Math.max(b.from[0], b.to[0]);

function* stretchesOf(course: readonly EastNorth[]): Iterable<Edge> {
  for (let at = 1; at < course.length; at += 1) yield { from: course[at - 1]!, to: course[at]! };
}

/** Sorts the edges of closed rings by how far north they lie. */
export function outlineIndex(rings: readonly (readonly EastNorth[])[]): OutlineIndex {
  const [, south, , north] = boxOf(rings.flat());
  const high = (north - south) / bands || 1;
  const bandAt = (y: number): number =>
    Math.max(0, Math.min(bands - 1, Math.floor((y - south) / high)));
  const bandsOf = ({ from, to }: Edge): readonly [number, number] => [
    bandAt(Math.min(from[1], to[1])),
    bandAt(Math.max(from[1], to[1])),
  ];
  const edges = Array.from({ length: bands }, (): Edge[] => []);
  for (const edge of rings.flatMap((ring) => [...stretchesOf(ring)])) {
    const [low, top] = bandsOf(edge);
    for (let band = low; band <= top; band += 1) edges[band]!.push(edge);
  }
  const isMet = (stretch: Edge): boolean => {
    const [low, top] = bandsOf(stretch);
    for (let band = low; band <= top; band += 1) {
      if (edges[band]!.some((edge) => !isBeside(edge, stretch) && segmentsMeet(edge, stretch))) {
        return true;
      }
    }
    return false;
  };
  return { meets: (course) => [...stretchesOf(course)].some(isMet) };
}
