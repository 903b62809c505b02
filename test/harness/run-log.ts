import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";

/** What a long trial learns of one property: where it stands, and how often it was tried. */
export type PropertyRuns = { readonly file: string; readonly test: string; readonly runs: number };

/** Writes down how often a property was tried; where it failed, the test fails as ever. */
function record<Values>(log: string, details: fc.RunDetails<Values>): void {
  const { testPath = "", currentTestName = "" } = expect.getState();
  const made: PropertyRuns = { file: testPath, test: currentTestName, runs: details.numRuns };
  appendFileSync(log, `${JSON.stringify(made)}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details));
}

const { FC_LOG: log } = process.env;
if (log) fc.configureGlobal({ reporter: (details) => record(log, details) });
