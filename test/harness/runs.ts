import type { Parameters } from "fast-check";

/**
 * How often a property is tried: as its test says, at most FC_MOST times where that is set, and as
 * often as FC_RUNS says in a long trial.
 */
export function runs<Values>(usual: number): Parameters<Values> {
  const { FC_RUNS, FC_MOST = usual } = process.env;
  return { numRuns: Number(FC_RUNS ?? Math.min(usual, Number(FC_MOST))) };
}
