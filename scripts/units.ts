/** Runs the unit tests that are not known to pass as things stand. */
import { execFileSync } from "node:child_process";
import { relative } from "node:path";
import { keepStamps, readStamps } from "./sources/kept.ts";
import {
  commonTo,
  hashOfBeside,
  hashOfFiles,
  listedPaths,
  sourcesAmong,
} from "./sources/listed.ts";
import { hash } from "./sources/stamps.ts";
import { testStampsOf } from "./sources/tests.ts";
import { root, runStep } from "./step.ts";
import { clearTally, readTally, testStep } from "./tally.ts";

/** The test files of the project, as vitest itself finds them. */
function unitTests(): readonly string[] {
  const words = ["list", "--filesOnly", "--json", "--project=unit"];
  const told = execFileSync("node_modules/.bin/vitest", words, { cwd: root, encoding: "utf8" });
  const files = JSON.parse(told) as readonly { readonly file: string }[];
  return files.map(({ file }) => relative(root, file)).sort();
}

/** What tests are told by their surroundings: the zone, how often to try, what must be there. */
const surroundings = (): string =>
  Object.entries(process.env)
    .filter(([name]) => /^(TZ$|LANG$|LC_|FC_|ZHIBU_)/.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("\n");

function currentStamps(tests: readonly string[]): ReadonlyMap<string, string> {
  const paths = listedPaths();
  const files = hashOfFiles(paths);
  const found = { texts: sourcesAmong(paths), files, beside: hashOfBeside() };
  return testStampsOf(tests, found, hash([commonTo(paths), surroundings()]));
}

/** Runs some test files, and returns those of which everything passed. */
async function run(files: readonly string[]): Promise<readonly string[]> {
  clearTally("unit");
  const { passed, output } = await runStep(testStep("unit", ...files));
  const { failed, sound } = readTally("unit");
  if (passed && failed === 0) return sound;
  console.log(output);
  process.exitCode = 1;
  return sound;
}

const tests = unitTests();
const stamps = currentStamps(tests);
const known = readStamps("tests");
const fresh = tests.filter((test) => known[test] !== stamps.get(test));
const sound = new Set(fresh.length > 0 ? await run(fresh) : []);
const isKept = (test: string): boolean => sound.has(test) || known[test] === stamps.get(test);
keepStamps(
  "tests",
  [...stamps].filter(([test]) => isKept(test)),
);
const standing = tests.length - fresh.length;
console.log(`note: ${fresh.length} test files ran, ${standing} stand as they passed`);
