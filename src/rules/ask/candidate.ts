import { dictionaryOf, factAt } from "../case/dictionary.ts";
import { isListed, type Case } from "../case/model.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import type { Variable } from "../evaluate/scope.ts";
import { variableKey } from "../evaluate/scope.ts";
import type { FactIr, Program } from "../ir.ts";

/** A fact of one subject that open rules wait for. */
export type Candidate = {
  readonly variable: Variable;
  readonly fact: FactIr;
  /** The verdicts that wait for it. */
  readonly waiting: readonly RuleVerdict[];
};

export type Wanted = {
  /** A rule or a measure by its id: only what it waits for is asked. */
  readonly goal?: string;
  /** Facts that are not asked, by id. */
  readonly skip?: readonly string[];
};

/** A fact that somebody can be asked: it has a question, and people may state it. */
export const isAskable = ({ definition: { question, source, derived } }: FactIr): boolean =>
  question !== undefined &&
  derived === undefined &&
  (source.includes("asked") || source.includes("reported"));

const isGoal = ({ rule, measure }: RuleVerdict, goal: string | undefined): boolean =>
  goal === undefined || rule === goal || measure === goal;

/** What can be asked and open rules wait for, in the order in which the rules read it. */
export function candidates(
  program: Program,
  { facts, report }: { readonly facts: Case; readonly report: Report },
  { goal, skip = [] }: Wanted,
): readonly Candidate[] {
  const open = report.verdicts.filter(
    (verdict) => verdict.verdict === "undecided" && isGoal(verdict, goal),
  );
  const waits = open.flatMap((verdict) =>
    verdict.missing
      .filter(({ kind, id }) => kind === "fact" && !skip.includes(id))
      .map(({ id, subject }) => ({
        verdict,
        variable: variableNamed(program, facts, { id, subject }),
      })),
  );
  const found = new Map<string, Found>();
  for (const { verdict, variable } of waits) {
    if (variable) addTo(found, { program, verdict, variable });
  }
  return [...found.values()];
}

type Wait = {
  readonly program: Program;
  readonly verdict: RuleVerdict;
  readonly variable: Variable;
};

function addTo(found: Map<string, Found>, { program, verdict, variable }: Wait): void {
  const fact = factAt(program, variable.fact);
  if (!isAskable(fact)) return;
  const key = variableKey(variable);
  const known = found.get(key) ?? { variable, fact, waiting: [] };
  known.waiting.push(verdict);
  found.set(key, known);
}

type Found = {
  variable: Variable;
  fact: FactIr;
  waiting: RuleVerdict[];
};

type Named = { readonly id: string; readonly subject: string | undefined };

function variableNamed(
  program: Program,
  facts: Case,
  { id, subject }: Named,
): Variable | undefined {
  const fact = dictionaryOf(program).indexById.get(id);
  if (fact === undefined) return undefined;
  const { level } = factAt(program, fact);
  const index = isListed(level) ? facts.subjects[level].findIndex((one) => one.id === subject) : 0;
  return index < 0 ? undefined : { fact, level, subject: index };
}
