import type { Equivalent } from "../contract/pack.ts";
import type { Program } from "../ir.ts";
import type { MutationRun, Survivor } from "./run-mutants.ts";
import { witnessOf, type Witness } from "./witness.ts";

/** A survivor, and a case that would notice it where one was found. */
export type Told = { readonly survivor: Survivor; readonly witness: Witness | undefined };

/** What is to be done about a run: nothing, where all three lists are empty. */
export type Judgement = {
  readonly left: readonly Told[];
  /** Excused as unnoticeable, and yet a case notices it. */
  readonly refuted: readonly Told[];
  /** Excuses that no survivor needs. */
  readonly unneeded: readonly Equivalent[];
  readonly excused: readonly Survivor[];
  /** Killed, of all that can be; from 0 to 1. */
  readonly score: number;
};

/** Witnesses are looked for this often: whoever has more survivors begins with the first ones. */
const mostWitnesses = 20;

/** Holds the survivors of a run against the reasons written down for them. */
export function judge(
  program: Program,
  run: MutationRun,
  equivalents: readonly Equivalent[],
): Judgement {
  const { survivors, total, killed, same } = run;
  const ids = new Set(equivalents.map(({ id }) => id));
  const claimed = survivors.filter(({ id }) => ids.has(id));
  const checked = claimed.map((survivor) => told(program, survivor));
  const excused = checked.filter(({ witness }) => !witness).map(({ survivor }) => survivor);
  const left = survivors.filter(({ id }) => !ids.has(id));
  const possible = total - same.length - excused.length;
  return {
    left: left.map((survivor, at) =>
      at < mostWitnesses ? told(program, survivor) : { survivor, witness: undefined },
    ),
    refuted: checked.filter(({ witness }) => witness),
    unneeded: equivalents.filter(({ id }) => !survivors.some((survivor) => survivor.id === id)),
    excused,
    score: possible === 0 ? 1 : killed / possible,
  };
}

const told = (program: Program, survivor: Survivor): Told => ({
  survivor,
  witness: witnessOf(program, survivor),
});
