import type { Bilingual } from "../../../../src/base/message.ts";
import {
  dayOf,
  evaluate,
  explain,
  readCase,
  trialsOf,
  writeCase,
  type Case,
  type Explanation,
  type Measure,
  type Program,
  type RuleVerdict,
  type Trial,
} from "../../../../src/rules/index.ts";
import { stateFact, type StatedFacts } from "../../ask/statement.ts";
import { fieldsOf, type FactField, type StatedChange } from "./fields.ts";

/** Which case is run: one of the measure's own, or an empty one; and what is changed in it. */
export type Chosen = {
  readonly place: number | "empty";
  readonly changes: readonly StatedChange[];
};

export type RuleAnswer = { readonly verdict: RuleVerdict; readonly explanation: Explanation };

export type Run = {
  readonly asOf: string;
  readonly fields: readonly FactField[];
  readonly answers: readonly RuleAnswer[];
  /** Why the facts cannot be read: nothing was run then. */
  readonly refusals: readonly Bilingual[];
};

/** More subjects than a reader looks at are not shown. */
const mostAnswers = 12;

/** The program with one measure's cases only. */
export const alone = (program: Program, measure: Measure): Program => ({
  ...program,
  measures: new Map([[measure.id, measure]]),
  combinations: [],
});

/** A case in which nothing is known, and which asks for every rule. */
const emptyOf = (measure: Measure): Measure => ({
  ...measure,
  cases: [
    {
      name: "empty",
      facts: {},
      expect: Object.fromEntries((measure.rules ?? []).map(({ id }) => [id, {}])),
    },
  ],
});

function trialAt(program: Program, measure: Measure, place: Chosen["place"]): Trial | undefined {
  if (place === "empty") return trialsOf(alone(program, emptyOf(measure)))[0];
  return trialsOf(alone(program, measure))[place] ?? trialAt(program, measure, "empty");
}

/** The names of a measure's cases, one for each run: a case with `each` stands for several. */
export const caseNames = (program: Program, measure: Measure): string[] =>
  trialsOf(alone(program, measure)).map(({ policyCase }) => policyCase.name);

/** Runs the chosen case over a draft: its facts, and what each rule comes to, with the reason. */
export function runChosen(program: Program, measure: Measure, chosen: Chosen): Run | undefined {
  const trial = trialAt(program, measure, chosen.place);
  if (!trial) return undefined;
  const asOf = dayOf(program, trial);
  const first = readCase(program, trial.policyCase.facts, { id: trial.policyCase.name });
  if (!first.ok) return refused(asOf, first.refusal);
  const written: StatedFacts = writeCase(program, first.value).facts;
  const stated = chosen.changes.reduce(
    (facts, { value, ...at }) => stateFact(facts, at, value),
    written,
  );
  const fields = fieldsOf(trial, first.value, chosen.changes);
  const read = readCase(program, stated, { id: trial.policyCase.name });
  if (!read.ok) return { ...refused(asOf, read.refusal), fields };
  return { asOf, fields, answers: answersOf(trial, read.value, asOf), refusals: [] };
}

const refused = (asOf: string, refusals: readonly { readonly message: Bilingual }[]): Run => ({
  asOf,
  fields: [],
  answers: [],
  refusals: refusals.map(({ message }) => message),
});

function answersOf({ part, rules }: Trial, facts: Case, asOf: string): RuleAnswer[] {
  const { verdicts } = evaluate(part, facts, { asOf });
  const wanted = verdicts.filter(({ rule }) => rules.includes(rule)).slice(0, mostAnswers);
  return wanted.map((verdict) => {
    const { rule, subject } = verdict;
    return { verdict, explanation: explain(part, facts, { rule, subject, asOf }) };
  });
}
