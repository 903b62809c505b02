import { BrokenPromise } from "../../../base/invariant.ts";
import { buildCell, type Built, type Draft } from "../build.ts";
import { divideLand, type Cell, type Division } from "../cells.ts";
import { drawsOf } from "../draw.ts";
import type { Street } from "../extent.ts";
import { parted } from "../partition/room.ts";
import {
  areaDm2Of,
  chord,
  distance,
  metres,
  middleOf,
  type Line,
  type Point,
  type Ring,
} from "../plane.ts";
import type { UsedCell } from "../quarter.ts";
import { sizeOf, type Sized, type Standing } from "../register.ts";
import { characterOf, nextUse } from "./block-uses.ts";
import type { Block } from "./land.ts";

/** Land of a block that nothing stands on. */
export type OpenLand = { readonly id: string; readonly ring: Ring };

export type BlockPlan = {
  readonly block: Block;
  readonly streets: readonly Street[];
  readonly built: readonly (Built & { readonly cell: UsedCell })[];
  readonly standing: readonly (Standing & { readonly size: Sized })[];
  readonly open: readonly OpenLand[];
};

/** From the room of a block to the middle of the street around it. */
const setback = metres(16);
const half = metres(8);

type Site = { settled: Ring; readonly open: OpenLand[]; readonly streets: Street[] };

/** Cuts one side off the settled land: what lies beyond a street is open. */
function cutSide(site: Site, id: string, { line, runs }: Side): void {
  const ends = chord(site.settled, line);
  if (!ends) return;
  const [inside, outside] = parted(site.settled, line);
  const [kept] = parted(inside, shifted(line, half));
  const [, beyond] = parted(outside, shifted(line, -half));
  if (kept.length === 0) return;
  site.settled = kept;
  if (beyond.length > 2) site.open.push({ id, ring: beyond });
  const path = drawnOut(ends, setback);
  site.streets.push({ id: `street-${id}`, path, widthMetres: 16, rank: "secondary", runs });
}

type Side = { readonly line: Line; readonly runs: Street["runs"] };

const shifted = ({ at, along: [x, y] }: Line, left: number): Line => ({
  at: [at[0] - Math.sign(y) * left, at[1] + Math.sign(x) * left],
  along: [x, y],
});

/** A path drawn out at both ends, so that it meets the street that it comes from. */
function drawnOut([from, to]: readonly [Point, Point], by: number): readonly Point[] {
  const share = by / distance(from, to);
  const [dx, dy] = [Math.round((to[0] - from[0]) * share), Math.round((to[1] - from[1]) * share)];
  return [
    [from[0] - dx, from[1] - dy],
    [to[0] + dx, to[1] + dy],
  ];
}

/** The settled middle of a block: as much land as its buildings take, the rest open around it. */
function siteOf({ id, room, buildings, zone }: Block, stretch: number): Site {
  const site: Site = { settled: room, open: [], streets: [] };
  const wantedM2 = buildings * characterOf(zone).landM2 * stretch;
  if (areaDm2Of(site.settled) <= wantedM2 * 130) return site;
  const reach = metres(Math.sqrt(wantedM2) / 2);
  const [x, y] = middleOf(site.settled);
  const sides: readonly Side[] = [
    { line: { at: [x - reach, y], along: [0, -1000] }, runs: "north" },
    { line: { at: [x + reach, y], along: [0, 1000] }, runs: "north" },
    { line: { at: [x, y - reach], along: [1000, 0] }, runs: "east" },
    { line: { at: [x, y + reach], along: [-1000, 0] }, runs: "east" },
  ];
  sides.forEach((side, index) => cutSide(site, `${id}-o${index + 1}`, side));
  return site;
}

/** Low houses are built where at least this many are due: a lane, not a lonely house. */
const fewest = 12;

/** How many times a block is laid out anew before it counts as full. */
const attempts = 24;

type Attempt = {
  readonly seed: string;
  readonly number: number;
  /** Of those that are left, how many low houses may be built before their time, in per cent. */
  readonly lead: number;
};

type Filling = Pick<BlockPlan, "built" | "standing"> & { readonly areaDm2: number };

/** Builds on the cells from the middle outwards until all buildings of the block stand. */
function fill(cells: readonly Cell[], block: Block, { seed, number, lead }: Attempt): Filling {
  const built: Filling["built"][number][] = [];
  const standing: BlockPlan["standing"][number][] = [];
  let areaDm2 = 0;
  cells.forEach((cell, rank) => {
    const left = block.buildings - standing.length;
    const due = Math.ceil((areaDm2 * block.buildings) / block.floorAreaDm2) - standing.length;
    const isBehind = due <= fewest;
    const draws = drawsOf(seed, `use ${number}`, cell.id);
    const use = left > 0 ? nextUse({ rank, zone: block.zone, isBehind }, draws) : "reserve";
    const used: UsedCell = { ...cell, use };
    const made = buildCell(used, use, (id) => drawsOf(seed, "build", id));
    const room = isBehind ? left : Math.min(left, due + Math.floor((left * lead) / 100));
    const drafts = made.drafts.slice(0, room);
    const stands = numbered(drafts).map((draft) => ({ ...draft, cell: used }));
    const sized = stands.map((draft) => ({ ...draft, size: sizeOf(draft, seed) }));
    areaDm2 += sized.reduce((sum, { size }) => sum + size.footprintDm2 * size.floors, 0);
    standing.push(...sized);
    built.push({ ...made, drafts, cell: used });
  });
  return { built, standing, areaDm2 };
}

/** Each with its number among those of its archetype in a cell. */
function numbered(drafts: readonly Draft[]): (Draft & { readonly number: number })[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const number = (counts.get(draft.archetype) ?? 0) + 1;
    counts.set(draft.archetype, number);
    return { ...draft, number };
  });
}

/** Cells and lanes of the settled land, the cells from the middle outwards. */
function cellsOf({ settled }: Site, block: Block, seed: string): Division {
  const middle = middleOf(settled);
  const { cells, streets } = divideLand(
    {
      cell: { id: `${block.id}-c`, block: block.id, ring: settled },
      depth: 1,
      keep: () => false,
    },
    (id) => drawsOf(seed, "cell", id),
  );
  const reach = (cell: Cell): number => distance(middleOf(cell.ring), middle);
  const ranked = [...cells].sort((a, b) => reach(a) - reach(b) || (a.id < b.id ? -1 : 1));
  return { cells: ranked, streets };
}

/** Storeys make up for this much of the area that is missing, in per cent of what is wanted. */
const nearlyEnough = 94;

/** In what order more and fewer low houses are tried before their time. */
const leads = [25, 45, 70, 90, 5] as const;

function attempt(block: Block, number: number, seed: string): BlockPlan & { areaDm2: number } {
  const site = siteOf(block, 1.5 ** number);
  const { cells, streets } = cellsOf(site, block, seed);
  const filling = fill(cells, block, { seed, number, lead: leads[number % leads.length]! });
  return { block, streets: [...site.streets, ...streets], open: site.open, ...filling };
}

/**
 * Lays out a block; tries anew, with more land, where its buildings do not find room. Of attempts
 * that all leave area missing, the one that leaves least is taken.
 */
export function planBlock(block: Block, seed: string): BlockPlan {
  let best: (BlockPlan & { areaDm2: number }) | undefined;
  for (let number = 0; number < attempts; number++) {
    const plan = attempt(block, number, seed);
    if (plan.standing.length < block.buildings) continue;
    if (plan.areaDm2 * 100 >= block.floorAreaDm2 * nearlyEnough) return plan;
    if (plan.areaDm2 > (best?.areaDm2 ?? 0)) best = plan;
  }
  if (best) return best;
  throw new BrokenPromise(`block ${block.id} has room for its buildings`);
}
