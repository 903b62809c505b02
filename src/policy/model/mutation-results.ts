import type { Judgement, MutationRun } from "../../rules/index.ts";

/** Slips of one program, and how its cases stand to them. */
export type MutationResult = { readonly run: MutationRun; readonly judgement: Judgement };

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

/** The slips of several programs together: an excuse is needed where one of them needs it. */
export function together(runs: readonly MutationResult[]): MutationResult {
  const judgements = runs.map(({ judgement }) => judgement);
  const [first] = judgements;
  const run = {
    total: sum(runs.map((one) => one.run.total)),
    killed: sum(runs.map((one) => one.run.killed)),
    same: runs.flatMap((one) => one.run.same),
    survivors: runs.flatMap((one) => one.run.survivors),
  };
  const excused = judgements.flatMap((one) => one.excused);
  const possible = run.total - run.same.length - excused.length;
  const judgement = {
    left: judgements.flatMap((one) => one.left),
    refuted: judgements.flatMap((one) => one.refuted),
    unneeded: (first?.unneeded ?? []).filter((excuse) =>
      judgements.every(({ unneeded }) => unneeded.includes(excuse)),
    ),
    excused,
    score: possible === 0 ? 1 : run.killed / possible,
  };
  return { run, judgement };
}
