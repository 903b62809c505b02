import type { Draws } from "../draw.ts";
import type { Use } from "../uses.ts";

type Mix = Readonly<Partial<Record<Use, number>>>;

/** Of what a ring is built: low houses, many on little land, and dense ones; all assumed. */
export type Character = {
  readonly low: Mix;
  readonly dense: Mix;
  /** Beside dwellings and work, by the rank of the cell from the middle of the block. */
  readonly common: Readonly<Record<number, Mix>>;
  /** Land that a building takes with its share of streets and greens, in m². */
  readonly landM2: number;
};

/** What every block has beside dwellings and work. */
const usual: Character["common"] = {
  1: { park: 1 },
  3: { school: 1 },
  6: { library: 1, hospital: 1, school: 1, hotel: 1 },
  11: { reserve: 1, park: 2 },
  17: { park: 1, school: 1 },
  23: { reserve: 1, hospital: 1 },
};

const old: Character = {
  common: { 1: { park: 1 }, 4: { school: 2, library: 1, hospital: 1 } },
  low: { yards: 1 },
  dense: { old_slabs: 6, mid_slabs: 6, new_slabs: 3, towers: 4, offices: 5, hotel: 1, mall: 1 },
  landM2: 5000,
};
const inner: Character = {
  common: usual,
  low: { yards: 7, market: 2 },
  dense: { old_slabs: 4, mid_slabs: 6, new_slabs: 4, towers: 6, offices: 4, mall: 1, works: 2 },
  landM2: 2400,
};
const outer: Character = {
  common: usual,
  low: { yards: 8, market: 2 },
  dense: { old_slabs: 2, mid_slabs: 6, new_slabs: 7, towers: 4, offices: 1, works: 4, mall: 1 },
  landM2: 2200,
};
const valley: Character = {
  common: usual,
  low: { yards: 9, market: 1 },
  dense: { old_slabs: 3, mid_slabs: 7, new_slabs: 5, works: 3, hotel: 1 },
  landM2: 1700,
};

const characters: Readonly<Record<string, Character>> = {
  core: old,
  central: inner,
  "sub-centre": inner,
  "new-towns": outer,
  ecological: valley,
};

/** The character of a ring; one that the list does not know is built like a new town. */
export const characterOf = (zone: string): Character => characters[zone] ?? outer;

/** Chooses the use of the next cell, so that area and number of buildings grow in step. */
export function nextUse(
  { rank, zone, isBehind }: { rank: number; zone: string; isBehind: boolean },
  draws: Draws,
): Use {
  const { low, dense, common } = characterOf(zone);
  const mix = common[rank] ?? (isBehind ? dense : low);
  return draws.weigh(mix as Record<Use, number>);
}
