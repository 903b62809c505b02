import { pathToFileURL } from "node:url";
import { runSteps, type Step, type StepResult } from "./step.ts";
import { forgetStamps } from "./sources/kept.ts";
import { clearTally, testStep } from "./tally.ts";

const bin = (name: string): string => `node_modules/.bin/${name}`;

/** Between two changes a property is tried a hundred times at most; the whole test, as it says. */
const seldom = { FC_MOST: process.env.FC_MOST ?? "50" };

/** What needs no database and waits for nothing: the longest first, so that cores end together. */
const quick = (units: Step): readonly Step[] => [
  units,
  { name: "sources", command: [bin("tsx"), "scripts/sources.ts"] },
  { name: "packs", command: ["node", "bin/zhibu.mjs", "pack", "test"] },
  { name: "format", command: [bin("oxfmt"), "--check", "."] },
];

/** Runs the check and returns how each step ended: what stands as it passed is not run again. */
export const check = (): Promise<readonly StepResult[]> =>
  runSteps(quick({ name: "unit", command: [bin("tsx"), "scripts/units.ts"], environment: seldom }));

/** The same with every test, each as thorough as it says. */
export async function checkAll(): Promise<readonly StepResult[]> {
  clearTally("unit");
  forgetStamps("sources");
  return runSteps(quick(testStep("unit")));
}

/** What the whole test asks beside it: other programs over the sources and the packs. */
export async function checkOutside(): Promise<readonly StepResult[]> {
  clearTally("outside");
  return runSteps([
    testStep("outside"),
    // The compiler that editors and the walls use, beside the faster one that the check asks.
    { name: "types", command: [bin("tsc"), "--noEmit"] },
    { name: "dead", command: [bin("knip")] },
    { name: "slips", command: ["node", "bin/zhibu.mjs", "pack", "mutate"] },
    { name: "boundaries", command: ["node", "bin/zhibu.mjs", "pack", "boundaries"] },
    { name: "lint", command: ["node", "bin/zhibu.mjs", "pack", "lint"] },
  ]);
}

/** Rewrites the golden files and the pages that print what commands say. */
const update = (): Promise<readonly StepResult[]> =>
  runSteps([testStep("unit", "--update"), testStep("outside", "--update")]);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = performance.now();
  const results = await (process.argv.includes("--update") ? update() : check());
  const failed = results.filter((result) => !result.passed).map((result) => result.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    failed.length
      ? `check failed: ${failed.join(", ")} (${seconds} s)`
      : `check passed (${seconds} s)`,
  );
  process.exitCode = failed.length ? 1 : 0;
}
