import type { Draws } from "./draw.ts";
import type { Street } from "./extent.ts";
import {
  areaDm2Of,
  boxOf,
  chord,
  leftOf,
  lengthOf,
  metres,
  minus,
  moved,
  reversed,
  type Line,
  type Point,
  type Ring,
} from "./plane.ts";

/** A piece of land with streets on all sides. */
export type Cell = { readonly id: string; readonly block: string | null; readonly ring: Ring };

const hectare = 1_000_000;
/** Streets grow narrower the deeper the cut. */
const widths = [22, 16, 12, 9] as const;

function cutLine(ring: Ring, upward: boolean, draws: Draws): Line {
  const { west, south, east, north } = boxOf(ring);
  const share = draws.whole(440, 560) / 1000;
  const tilt = draws.whole(-12, 12);
  return upward
    ? {
        at: [Math.round(west + (east - west) * share), Math.round((south + north) / 2)],
        along: [tilt, 1000],
      }
    : {
        at: [Math.round((west + east) / 2), Math.round(south + (north - south) * share)],
        along: [1000, tilt],
      };
}

/**
 * The street's middle line, drawn out at both ends to meet the middle of the street it comes from.
 */
function streetPath(ring: Ring, line: Line): readonly Point[] {
  const ends = chord(ring, line);
  if (!ends) return [];
  const [from, to] = ends;
  const [x, y] = minus(to, from);
  const share = metres(10) / lengthOf([x, y]);
  const [dx, dy] = [Math.round(x * share), Math.round(y * share)];
  return [
    [from[0] - dx, from[1] - dy],
    [to[0] + dx, to[1] + dy],
  ];
}

export type Division = { cells: Cell[]; streets: Street[] };

type Task = {
  readonly cell: Cell;
  readonly depth: number;
  readonly keep: (cell: Cell, depth: number) => boolean;
};

/** Cuts a cell in two across its longer side, until `keep` or the wanted size says stop. */
export function divideLand({ cell, depth, keep }: Task, drawsFor: (id: string) => Draws): Division {
  const draws = drawsFor(cell.id);
  const { west, south, east, north } = boxOf(cell.ring);
  const wanted = draws.whole(260, 430) * (hectare / 100);
  if (keep(cell, depth) || areaDm2Of(cell.ring) <= wanted) return { cells: [cell], streets: [] };

  const upward = (east - west) * 10 > (north - south) * 12;
  const line = cutLine(cell.ring, upward, draws);
  const widthMetres = widths[Math.min(depth, widths.length - 1)]!;
  const half = metres(widthMetres / 2);
  const sides = [
    leftOf(cell.ring, moved(line, half)),
    leftOf(cell.ring, reversed(moved(line, -half))),
  ];
  const parts = sides.map((ring, index) =>
    divideLand(
      {
        cell: { id: `${cell.id}${index === 0 ? "a" : "b"}`, block: cell.block, ring },
        depth: depth + 1,
        keep,
      },
      drawsFor,
    ),
  );
  const street: Street = {
    id: `street-${cell.id}`,
    path: streetPath(cell.ring, line),
    widthMetres,
    rank: depth === 0 ? "secondary" : "local",
    runs: upward ? "north" : "east",
  };
  return {
    cells: parts.flatMap((part) => part.cells),
    streets: [street, ...parts.flatMap((part) => part.streets)],
  };
}
