import { check } from "./check.ts";
import { runSteps, type StepResult } from "./step.ts";
import { clearTally, readTally, testStep, type Skip, type Tally } from "./tally.ts";

const projects = ["unit", "database", "journeys"] as const;

/** What a test may need beside Node, and the line that brings it. */
const cures: Readonly<Record<string, string>> = {
  postgres: "apt-get install postgresql-15 postgresql-15-postgis-3",
  chromium: "apt-get install chromium, or set CHROMIUM_PATH to the one that you have",
  gdal: "apt-get install gdal-bin",
  shared: "put the shared source documents and test data in ../shared, beside this folder",
};

const needOf = ({ note, name }: Skip): string | undefined =>
  Object.keys(cures).find((need) => new RegExp(`\\bneeds ${need}\\b`).test(`${note} ${name}`));

const required = new Set((process.env["ZHIBU_REQUIRE"] ?? "").split(",").filter(Boolean));

async function runProject(project: string): Promise<StepResult[]> {
  clearTally(project);
  return [...(await runSteps([testStep(project)]))];
}

/** Lists the skips by what would cure them. */
function explainSkips(skips: readonly Skip[]): void {
  const needs = new Set(skips.map(needOf));
  for (const need of needs) {
    const rows = skips.filter((skip) => needOf(skip) === need);
    const cure = need === undefined ? "no cure is known: give the skip a note" : cures[need];
    console.log(`\nskipped ${rows.length}, needs ${need ?? "?"} · ${cure}`);
    for (const { name, note } of rows) console.log(`    ${name}${note ? ` (${note})` : ""}`);
  }
}

/** A step that is no test run (format, types, lint …) counts as one; a skip that is required fails. */
function total(steps: readonly StepResult[], tallies: readonly Tally[]) {
  const plain = steps.filter(({ name }) => !projects.some((project) => project === name));
  const crashed = steps.filter(({ name, passed }) => {
    const place = projects.findIndex((project) => project === name);
    return place >= 0 && !passed && tallies[place]?.failed === 0;
  });
  const skips = tallies.flatMap((tally) => tally.skipped);
  const owed = skips.filter((skip) => {
    const need = needOf(skip);
    return need === undefined || required.has(need);
  });
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((all, one) => all + pick(one), 0);
  return {
    passed: sum((tally) => tally.passed) + plain.filter((step) => step.passed).length,
    failed:
      sum((tally) => tally.failed) +
      plain.filter((step) => !step.passed).length +
      crashed.length +
      owed.length,
    skips: skips.filter((skip) => !owed.includes(skip)),
    owed,
  };
}

const steps = [...(await check())];
for (const project of projects.slice(1)) steps.push(...(await runProject(project)));

const { passed, failed, skips, owed } = total(steps, projects.map(readTally));
explainSkips(skips);
for (const { name, note } of owed) console.log(`\nFAILED because skipped: ${name} (${note})`);
console.log(`\n${passed} passed, ${failed} failed, ${skips.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
