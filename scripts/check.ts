import { pathToFileURL } from "node:url";
import { runSteps, type Step, type StepResult } from "./step.ts";
import { clearTally, testStep } from "./tally.ts";

const bin = (name: string): string => `node_modules/.bin/${name}`;
const cache = "node_modules/.cache/zhibu";

/** Everything that needs no database: the longest first, so that two cores end together. */
function steps(update: boolean): readonly Step[] {
  return [
    testStep("unit", ...(update ? ["--update"] : [])),
    { name: "slips", command: ["node", "bin/zhibu.mjs", "pack", "mutate"] },
    { name: "sources", command: [bin("tsx"), "scripts/sources.ts"] },
    {
      name: "format",
      command: [bin("prettier"), ".", "--check", "--cache", "--cache-location", `${cache}/format`],
    },
    { name: "dead", command: [bin("knip")] },
    { name: "packs", command: ["node", "bin/zhibu.mjs", "pack", "test"] },
    { name: "boundaries", command: ["node", "bin/zhibu.mjs", "pack", "boundaries"] },
  ];
}

/** Runs the check and returns how each step ended. `update` rewrites the golden files. */
export async function check(update = false): Promise<readonly StepResult[]> {
  clearTally("unit");
  return runSteps(steps(update));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = performance.now();
  const results = await check(process.argv.includes("--update"));
  const failed = results.filter((result) => !result.passed).map((result) => result.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    failed.length
      ? `check failed: ${failed.join(", ")} (${seconds} s)`
      : `check passed (${seconds} s)`,
  );
  process.exitCode = failed.length ? 1 : 0;
}
