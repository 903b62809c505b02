import { invariant } from "../../../src/base/invariant.ts";
import {
  conditions,
  evaluate,
  evaluateAll,
  libraryOf,
  type Report,
} from "../../../src/rules/index.ts";
import { counted, type Answers, type Contest, type Contestant } from "../contestant.ts";
import { asOf } from "../pack.ts";

const met = conditions.indexOf("met");

const metIn = ({ verdicts }: Report): Answers =>
  verdicts.map(({ condition }) => condition === "met");

function countMet({ verdicts }: Report): void {
  for (const { condition } of verdicts) if (condition === "met") counted.met += 1;
}

function countCodes(codes: Uint8Array): void {
  for (let at = 0; at < codes.length; at++) if (codes[at] === met) counted.met += 1;
}

/** A full report on each project: what was read, with every verdict. */
export function ownReports({ subset: { program }, projects }: Contest): Contestant {
  const reportOn = (at: number): Report => evaluate(program, projects[at]!.facts, { asOf });
  return {
    name: "zhibu, reports",
    isTraced: true,
    answersFor: (at) => metIn(reportOn(at)),
    run: () => {
      for (let at = 0; at < projects.length; at++) countMet(reportOn(at));
      return projects.length;
    },
  };
}

/** Plain verdicts over a library: columns in, columns out. */
export function ownVerdicts({ subset: { program }, projects }: Contest): Contestant {
  const library = libraryOf(
    program,
    projects.map(({ facts }) => facts),
  );
  const whole = () => evaluateAll(program, library, { asOf }).rules;
  return {
    name: "zhibu, verdicts",
    isTraced: false,
    answersFor: (at) => whole().map(({ condition }) => condition[at] === met),
    answersAll: () => {
      const rules = whole();
      return projects.map((_, at) => rules.map(({ condition }) => condition[at] === met));
    },
    run: () => {
      const rules = whole();
      invariant(rules.length === program.rules.length, "every rule is answered");
      for (const { condition } of rules) countCodes(condition);
      return projects.length;
    },
  };
}
