import { checkAll, checkOutside } from "./check.ts";
import { runSteps, type StepResult } from "./step.ts";
import { clearTally, cureOf, readTally, testStep, type Skip, type Tally } from "./tally.ts";

const projects = ["unit", "outside", "database", "journeys"] as const;

async function runProject(project: string): Promise<StepResult[]> {
  clearTally(project);
  return [...(await runSteps([testStep(project)]))];
}

/** Lists the skips by what would cure them. */
function explainSkips(skips: readonly Skip[]): void {
  for (const cure of new Set(skips.map(cureOf))) {
    const rows = skips.filter((skip) => cureOf(skip) === cure);
    console.log(`\nskipped ${rows.length}: to run them, ${cure}`);
    for (const { name } of rows) console.log(`    ${name}`);
  }
}

const isTestRun = ({ name }: StepResult): boolean => projects.some((project) => project === name);

/** Format, types, lint and the like count as one each; so does a test run that died uncounted. */
function countSteps(steps: readonly StepResult[], tallies: readonly Tally[]) {
  const plain = steps.filter((step) => !isTestRun(step));
  const died = steps.filter(
    (step) =>
      isTestRun(step) &&
      !step.passed &&
      tallies[projects.findIndex((project) => project === step.name)]?.failed === 0,
  );
  const passed = plain.filter((step) => step.passed).length;
  return { passed, failed: plain.length - passed + died.length };
}

/** What each kind of test, and each database, came to. */
function tellParts(tallies: readonly Tally[]): void {
  for (const [index, { passed, failed, skipped, byEngine }] of tallies.entries()) {
    const engines = Object.entries(byEngine).map(([name, count]) => `${name} ${count}`);
    const asked = engines.length > 0 ? ` (of the passed: ${engines.join(", ")})` : "";
    const counts = `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
    console.log(`${projects[index]}: ${counts}${asked}`);
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);

// Built first: a command starts from what is built with a third of the work.
const steps = [...(await runSteps([{ name: "build", command: ["node", "scripts/build.mjs"] }]))];
steps.push(...(await checkAll()), ...(await checkOutside()));
steps.push(...(await runProject("database")));
steps.push(...(await runProject("journeys")));

const tallies = projects.map(readTally);
const counted = countSteps(steps, tallies);
const allSkips = tallies.flatMap((tally) => tally.skipped);
const skips = allSkips.filter((skip) => cureOf(skip) !== undefined);
const owed = allSkips.filter((skip) => cureOf(skip) === undefined);
explainSkips(skips);
for (const { name } of owed) {
  console.log(`\nFAILED: skipped, and does not say how to have it run: ${name}`);
}

console.log("");
tellParts(tallies);
const passed = counted.passed + sum(tallies.map((tally) => tally.passed));
const failed = counted.failed + sum(tallies.map((tally) => tally.failed)) + owed.length;
console.log(`\n${passed} passed, ${failed} failed, ${skips.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
