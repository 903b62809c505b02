import { pathToFileURL } from "node:url";
import { runSteps, type Step, type StepResult } from "./step.ts";
import { clearTally, testStep } from "./tally.ts";

const bin = (name: string): string => `node_modules/.bin/${name}`;
const cache = "node_modules/.cache/zhibu";

/** What needs no database and waits for nothing: the longest first, so that cores end together. */
const quick: readonly Step[] = [
  testStep("unit"),
  { name: "sources", command: [bin("tsx"), "scripts/sources.ts"] },
  {
    name: "format",
    command: [bin("prettier"), ".", "--check", "--cache", "--cache-location", `${cache}/format`],
  },
  { name: "packs", command: ["node", "bin/zhibu.mjs", "pack", "test"] },
];

/** Runs the check and returns how each step ended. */
export async function check(): Promise<readonly StepResult[]> {
  clearTally("unit");
  return runSteps(quick);
}

/** What the whole test asks beside it: other programs over the sources and the packs. */
export async function checkOutside(): Promise<readonly StepResult[]> {
  clearTally("outside");
  return runSteps([
    testStep("outside"),
    { name: "dead", command: [bin("knip")] },
    { name: "slips", command: ["node", "bin/zhibu.mjs", "pack", "mutate"] },
    { name: "boundaries", command: ["node", "bin/zhibu.mjs", "pack", "boundaries"] },
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
