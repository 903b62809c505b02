import { toPlane } from "../model/projection.ts";
import { drawsOf } from "./draw.ts";
import { lineThrough, meeting, metres, shrunk, type Line, type Point, type Ring } from "./plane.ts";

/** Where the quarter stands: inside Chaoyang, between the Fourth and the Fifth Ring. */
const centreDegrees = [116.512, 39.921] as const;

/**
 * Columns and rows of main streets, in metres from the centre; the outermost lines are the edge of
 * the picture.
 */
const columnMetres = [-1400, -1000, 0, 1000, 1400] as const;
const rowMetres = [-900, -500, 500, 900] as const;

/** Widths of the main streets, in metres; the outermost lines are no streets. */
const columnWidths = [0, 36, 44, 36, 0] as const;
const rowWidths = [0, 40, 34, 0] as const;

export const columns = columnMetres.length - 1;
export const rows = rowMetres.length - 1;

export type Extent = {
  readonly columnLines: readonly Line[];
  readonly rowLines: readonly Line[];
  /** Where column line i and row line j cross. */
  readonly node: (i: number, j: number) => Point;
  /** The quadrangle of column i and row j, up to the middle of its streets. */
  readonly quad: (i: number, j: number) => Ring;
  /** The same without its streets. */
  readonly land: (i: number, j: number) => Ring;
  readonly ring: Ring;
};

/** Lays the main streets: nearly straight, nearly square, as the seed tilts them. */
export function layExtent(seed: string): Extent {
  const [east, north] = toPlane(centreDegrees);
  const centre: Point = [metres(east), metres(north)];
  const draws = drawsOf(seed, "extent", "main streets");
  const columnLines = columnMetres.map((offset): Line => ({
    at: [centre[0] + metres(offset), centre[1]],
    along: [draws.whole(-14, 14), 1000],
  }));
  const rowLines = rowMetres.map((offset): Line => ({
    at: [centre[0], centre[1] + metres(offset)],
    along: [1000, draws.whole(-12, 12)],
  }));
  const node = (i: number, j: number): Point => meeting(columnLines[i]!, rowLines[j]!);
  const quad = (i: number, j: number): Ring => [
    node(i, j),
    node(i + 1, j),
    node(i + 1, j + 1),
    node(i, j + 1),
  ];
  const land = (i: number, j: number): Ring =>
    shrunk(quad(i, j), [
      metres(rowWidths[j]! / 2),
      metres(columnWidths[i + 1]! / 2),
      metres(rowWidths[j + 1]! / 2),
      metres(columnWidths[i]! / 2),
    ]);
  const ring = [node(0, 0), node(columns, 0), node(columns, rows), node(0, rows)];
  return { columnLines, rowLines, node, quad, land, ring };
}

export type Street = {
  readonly id: string;
  readonly path: readonly Point[];
  readonly widthMetres: number;
  readonly rank: "arterial" | "secondary" | "local";
  readonly runs: "east" | "north";
};

/** The main streets as lines, from edge to edge. */
export function mainStreets({ node }: Extent): Street[] {
  const inner = (widths: readonly number[]): [number, number][] =>
    widths.flatMap((width, index): [number, number][] => (width > 0 ? [[index, width]] : []));
  const upward = inner(columnWidths).map(([i, widthMetres]): Street => ({
    id: `street-v${i}`,
    path: [node(i, 0), node(i, rows)],
    widthMetres,
    rank: "arterial",
    runs: "north",
  }));
  const across = inner(rowWidths).map(([j, widthMetres]): Street => ({
    id: `street-h${j}`,
    path: [node(0, j), node(columns, j)],
    widthMetres,
    rank: "arterial",
    runs: "east",
  }));
  return [...upward, ...across];
}

/** The middle line of a column's main street. */
export const columnLine = ({ node }: Extent, i: number): Line =>
  lineThrough(node(i, 0), node(i, rows));
