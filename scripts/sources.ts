/** Asks for types and lint of the sources that are not known to be clean as things stand. */
import { spawnSync } from "node:child_process";
import { faultyAmong, tell, type Told } from "./sources/findings.ts";
import { keepStamps, readStamps } from "./sources/kept.ts";
import { commonTo, listedPaths, sourcesAmong } from "./sources/listed.ts";
import { stampsOf } from "./sources/stamps.ts";
import { root } from "./step.ts";

/** One program reads the sources, and gives both what the compiler and what the linter finds. */
function ask(paths: readonly string[]): Told {
  const words = ["--type-aware", "--type-check", "--report-unused-disable-directives"];
  const { stdout, stderr, error } = spawnSync(
    "node_modules/.bin/oxlint",
    [...words, "--format=json", ...paths],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (error) throw error;
  if (!stdout.startsWith("{")) throw new Error(`the linter did not answer: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Told;
}

const paths = listedPaths();
const stamps = stampsOf(sourcesAmong(paths), commonTo(paths));
const clean = readStamps("sources");
const fresh = [...stamps.keys()].filter((path) => clean[path] !== stamps.get(path));
const told = fresh.length > 0 ? ask(fresh) : { diagnostics: [], number_of_files: 0 };
const faulty = faultyAmong(fresh, told);
keepStamps(
  "sources",
  [...stamps].filter(([path]) => !faulty.has(path)),
);
const findings = tell(fresh, told);
for (const finding of findings) console.log(finding);
console.log(`note: ${fresh.length} of ${stamps.size} sources are new or stand on new ones`);
process.exitCode = findings.length > 0 ? 1 : 0;
