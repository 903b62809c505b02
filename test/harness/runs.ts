/** How often a property is tried: as its test says, or as FC_RUNS says for a long trial. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Number(process.env["FC_RUNS"] ?? usual),
});
