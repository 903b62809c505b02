import { invariant } from "../../base/invariant.ts";
import type { Draft } from "./build.ts";
import { shuffled } from "./draw.ts";
import type { Quarter, UsedCell } from "./quarter.ts";
import type { Standing } from "./register.ts";

type Candidate = Draft & { readonly cell: UsedCell };

/** Ids in the order of their numbers, whatever the language of the machine. */
const sortKey = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
const byId = (a: { id: string }, b: { id: string }): number =>
  sortKey(a.id) < sortKey(b.id) ? -1 : 1;

/**
 * What is left out first when there are too many: some small houses anywhere, then the last yards
 * of each lane.
 */
function dispensable(candidates: readonly Candidate[], seed: string): Candidate[] {
  const small = candidates.filter(
    ({ archetype }) => archetype === "service" || archetype === "shop",
  );
  const some = shuffled(small, ({ id }) => id, seed).slice(0, Math.floor(small.length / 2));
  const seen = new Map<string, number>();
  const ranked = candidates
    .filter(({ archetype }) => archetype === "courtyard")
    .sort(byId)
    .reverse()
    .map((candidate) => {
      const rank = seen.get(candidate.parcel) ?? 0;
      seen.set(candidate.parcel, rank + 1);
      return { candidate, rank };
    });
  const yards = ranked.sort((a, b) => a.rank - b.rank || byId(b.candidate, a.candidate));
  return [...some, ...yards.map(({ candidate }) => candidate)];
}

function numbered(candidates: readonly Candidate[]): Standing[] {
  const counts = new Map<string, number>();
  return [...candidates].sort(byId).map((candidate) => {
    const series = `${candidate.cell.id} ${candidate.archetype}`;
    const number = (counts.get(series) ?? 0) + 1;
    counts.set(series, number);
    return { ...candidate, number };
  });
}

/** Chooses exactly as many buildings of the blocks as are declared, in the order of their ids. */
export function chooseBuildings({ built }: Quarter, buildings: number, seed: string): Standing[] {
  const candidates = built.flatMap(({ cell, drafts }) =>
    cell.block ? drafts.map((draft) => ({ ...draft, cell })) : [],
  );
  const surplus = candidates.length - buildings;
  const spare = dispensable(candidates, seed);
  invariant(surplus >= 0 && surplus <= spare.length, "the surplus can be left out");
  const left = new Set(spare.slice(0, surplus).map(({ id }) => id));
  return numbered(candidates.filter(({ id }) => !left.has(id)));
}
