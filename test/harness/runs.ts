import type { Parameters } from "fast-check";

/** How often a property is tried: as its test says, or as FC_RUNS says for all of them. */
export const runs = <Values>(usual: number): Parameters<Values> => ({
  numRuns: Number(process.env["FC_RUNS"] ?? usual),
});
