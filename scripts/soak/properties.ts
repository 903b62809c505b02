import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { PropertyRuns } from "../../test/harness/run-log.ts";
import { root } from "../step.ts";

/** One property over all rounds of a trial. */
export type PropertyFigures = {
  readonly file: string;
  readonly name: string;
  readonly runs: number;
  readonly ms: number;
  readonly failures: readonly string[];
};

export type PropertyOrder = {
  readonly runs: number;
  readonly withinMs?: number;
  /** A part of a path: only the properties of such files are tried. */
  readonly of?: string;
};

/** The first round: as often as the check tries them. */
const firstRuns = 1_000;

/** A round is long enough to be worth its start, and within what a test allows itself. */
const roundMs = 40_000;

/** Every test file with such a path that says how often its properties are tried. */
function propertyFiles(of: string): string[] {
  const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `src/${name}`)
    .filter((path) => path.includes(of))
    .filter((path) => readFileSync(join(root, path), "utf8").includes("harness/runs.ts"));
}

/**
 * Tries every property until each was tried so often, or the time is over. Each round draws from a
 * seed of its own; what the quick ones leave of the time is the slow ones'.
 */
export async function tryProperties(order: PropertyOrder): Promise<PropertyFigures[]> {
  const until = performance.now() + (order.withinMs ?? Number.POSITIVE_INFINITY);
  const first = await tryOnce(propertyFiles(order.of ?? ""), Math.min(firstRuns, order.runs));
  const slowest = (file: string): number =>
    Math.max(...first.filter((one) => one.file === file).map(({ ms }) => ms));
  const files = [...new Set(first.map(({ file }) => file))].sort((a, b) => slowest(a) - slowest(b));
  const all: PropertyFigures[] = [];
  for (const [index, file] of files.entries()) {
    const shareMs = (until - performance.now()) / (files.length - index);
    const inRound = Math.max(100, Math.floor((firstRuns * roundMs) / slowest(file)));
    const bounds = { runs: order.runs, inRound, until: performance.now() + shareMs };
    all.push(
      ...(await tryFile(
        first.filter((one) => one.file === file),
        bounds,
      )),
    );
  }
  return all.sort((a, b) => (a.file < b.file ? -1 : 1));
}

type Bounds = { readonly runs: number; readonly inRound: number; readonly until: number };

/** Goes on with the properties of one file after their first round, until one does not hold. */
async function tryFile(first: PropertyFigures[], bounds: Bounds): Promise<PropertyFigures[]> {
  let all = first;
  for (;;) {
    const left = bounds.runs - Math.min(...all.map(({ runs }) => runs));
    const isBroken = all.some(({ failures }) => failures.length > 0);
    if (left <= 0 || isBroken || performance.now() >= bounds.until) return all;
    const round = await tryOnce([first[0]?.file ?? ""], Math.min(bounds.inRound, left));
    all = all.map((one) => together(one, round));
  }
}

function together(earlier: PropertyFigures, round: readonly PropertyFigures[]): PropertyFigures {
  const one = round.find(({ name }) => name === earlier.name);
  if (!one) throw new Error(`${earlier.name} was not tried again`);
  return {
    ...earlier,
    runs: earlier.runs + one.runs,
    ms: earlier.ms + one.ms,
    failures: [...earlier.failures, ...one.failures],
  };
}

/** What vitest writes of a run, as far as it is read here. */
type Results = { readonly testResults: readonly { name: string; assertionResults: Assertion[] }[] };

type Assertion = {
  readonly fullName: string;
  readonly status: string;
  readonly duration?: number;
  readonly failureMessages?: readonly string[];
};

/** Tests that set no time of their own may take long when they try so often. */
const patience = "--testTimeout=3600000";

async function tryOnce(files: readonly string[], runs: number): Promise<PropertyFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-properties-"));
  const [log, told] = [join(folder, "runs.jsonl"), join(folder, "results.json")];
  const words = ["run", "--project", "unit", "--reporter=json", `--outputFile=${told}`];
  try {
    await runVitest([...words, patience, ...files], { FC_RUNS: String(runs), FC_LOG: log });
    const made = linesOf(log).map((line) => JSON.parse(line) as PropertyRuns);
    return figuresOf(JSON.parse(readFileSync(told, "utf8")) as Results, made);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A failed property ends vitest with an error, too: its results say which. */
const runVitest = (words: readonly string[], more: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...more } };
    execFile("node_modules/.bin/vitest", words, options, () => resolve());
  });

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];

/** The seed and the counterexample say where; a trace would tell whose machine it was. */
const withoutTrace = (message: string): string => message.split(/\n\s+at /)[0] ?? "";

/** Tests that tried something, and tests that failed before they could. */
function figuresOf({ testResults }: Results, made: readonly PropertyRuns[]): PropertyFigures[] {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.flatMap(({ fullName, status, duration = 0, failureMessages = [] }) => {
      const own = made.filter(
        (one) => one.file === file && one.test.replaceAll(" > ", " ") === fullName,
      );
      if (own.length === 0 && status === "passed") return [];
      const runs = Math.min(...own.map((one) => one.runs));
      const failures =
        status === "passed" ? [] : [failureMessages.map(withoutTrace).join(" ") || status];
      const where = { file: relative(root, file), name: fullName };
      return [{ ...where, runs: own.length > 0 ? runs : 0, ms: duration, failures }];
    }),
  );
}
