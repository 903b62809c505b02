import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { root, type Step } from "./step.ts";

export type Skip = { readonly name: string; readonly note: string };
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skip[];
  /** Passed tests by the database they asked, where they name one. */
  readonly byEngine: Readonly<Record<string, number>>;
  /** The files in which something ran and everything passed, by their path from the root. */
  readonly sound: readonly string[];
};

const engine = /\((pglite|postgresql)\)/;

function countByEngine(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const found = engine.exec(name)?.[1];
    if (found) counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
}

/** A test that cannot run says in its name or note how to have it: "…: to run, <cure>". */
export const cureOf = ({ note, name }: Skip): string | undefined =>
  /\bto run, (.+?)(?: > |$)/.exec(note || name)?.[1];

const variable = "ZHIBU_TALLY";
const tallyPath = (project: string): string =>
  join(root, "node_modules/.cache/zhibu", `tally-${project}.json`);

/** The step that runs one vitest project and leaves its tally; `--update` writes golden files. */
export const testStep = (project: string, ...more: readonly string[]): Step => ({
  name: project,
  command: [
    "node_modules/.bin/vitest",
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--silent=passed-only",
    "--reporter=./scripts/tally.ts",
    ...more,
  ],
  environment: {
    [variable]: tallyPath(project),
    ...(more.includes("--update") && { UPDATE_GOLDEN: "1" }),
  },
});

/** Reads what a run left. A run that left nothing, or ran nothing, is a failure. */
export function readTally(project: string): Tally {
  const tally = JSON.parse(readFileSync(tallyPath(project), "utf8")) as Tally;
  const seen = tally.passed + tally.failed + tally.skipped.length;
  return seen > 0 ? tally : { ...tally, failed: 1 };
}

const died: Tally = { passed: 0, failed: 1, skipped: [], byEngine: {}, sound: [] };

/** Forgets an earlier run, so that a run that dies cannot pass with old figures. */
export function clearTally(project: string): void {
  mkdirSync(dirname(tallyPath(project)), { recursive: true });
  writeFileSync(tallyPath(project), JSON.stringify(died));
}

/** The files of which nothing failed and nothing was left out. */
function soundAmong(modules: readonly TestModule[]): string[] {
  const isSound = (module: TestModule): boolean => {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const isWhole = states.length > 0 && states.every((state) => state === "passed");
    return isWhole && module.state() === "passed" && module.errors().length === 0;
  };
  return modules.filter(isSound).map(({ moduleId }) => relative(root, moduleId));
}

function count(modules: readonly TestModule[], stray: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const states = tests.map((test) => ({ name: test.fullName, result: test.result() }));
  const broken = modules.flatMap((module) => module.errors()).length;
  const skipped = states.flatMap(({ name, result }): Skip[] =>
    result.state === "skipped" ? [{ name, note: result.note ?? "" }] : [],
  );
  const passing = states.filter(({ result }) => result.state === "passed");
  const passed = passing.length;
  const failed = stray + broken + states.length - passed - skipped.length;
  const byEngine = countByEngine(passing.map(({ name }) => name));
  // An error that belongs to no file may be of any.
  return { passed, failed, skipped, byEngine, sound: stray > 0 ? [] : soundAmong(modules) };
}

/** A vitest reporter that counts, and keeps the reason of each skip. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const path = process.env[variable];
    if (path) writeFileSync(path, JSON.stringify(count(modules, errors.length)));
  }
}
