import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** One command of a check: what it is called, and the words to run. */
export type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

export type StepResult = {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
};

/** A step makes much that it soon lets go: with room for it, collecting costs a fifth less. */
const nodeOptions = [process.env.NODE_OPTIONS, "--max-semi-space-size=128"].join(" ").trim();

/** Runs one step to its end; what it prints is kept, and shown only if it fails. */
export function runStep({ name, command, environment }: Step): Promise<StepResult> {
  const started = performance.now();
  const [first = "", ...words] = command;
  const child = spawn(first, words, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: nodeOptions, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      const output = Buffer.concat(printed).toString("utf8");
      settle({ name, passed: code === 0, seconds, output });
    });
  });
}

/** Runs all steps, as many at once as there are cores, and says how each one ended. */
export async function runSteps(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      console.log(lineOf(result));
      if (!result.passed) console.log(indent(withoutPasses(result.output)));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return results;
}

/** How a step ended, and what it noted of itself. */
function lineOf({ name, passed, seconds, output }: StepResult): string {
  const note = /^note: (.+)$/m.exec(output)?.[1];
  const word = passed ? "ok    " : "FAILED";
  const line = `${word} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`;
  return note === undefined ? line : `${line}  ${note}`;
}

/** What a failed step printed, less the tests that passed: the reason stands near the top. */
const withoutPasses = (text: string): string => text.replace(/^\s*✓.*\n/gm, "");

const indent = (text: string): string => text.trimEnd().replace(/^/gm, "    ");
