import { dictionaryOf, factAt } from "../case/dictionary.ts";
import { isListed, type Case } from "../case/model.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import type { Variable } from "../evaluate/scope.ts";
import { variableKey } from "../evaluate/scope.ts";
import type { FactIr, Program } from "../ir.ts";
import { readsFact } from "./reading.ts";

/** A fact of one subject that open rules wait for. */
export type Candidate = {
  readonly variable: Variable;
  readonly fact: FactIr;
  /** The verdicts that wait for it. */
  readonly waiting: readonly RuleVerdict[];
  /** Those of them that wait for it first: an amount can wait until its condition is met. */
  readonly pressing: readonly RuleVerdict[];
};

export type Wanted = {
  /** A rule or a measure by its id: only what it waits for is asked. */
  readonly goal?: string;
  /** Facts that are not asked, by id. */
  readonly skip?: readonly string[];
};

/** A fact that somebody can be asked: it has a question, and people may state it. */
const isAskable = ({ definition: { question, source, derived } }: FactIr): boolean =>
  question !== undefined &&
  derived === undefined &&
  (source.includes("asked") || source.includes("reported"));

const isGoal = ({ rule, measure }: RuleVerdict, goal: string | undefined): boolean =>
  goal === undefined || rule === goal || measure === goal;

/**
 * What can be asked, the fact that most open rules wait for first; rules in force go before others.
 */
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
  return [...found.values()].sort(byWeight);
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
  const known = found.get(key) ?? { variable, fact, waiting: [], pressing: [] };
  known.waiting.push(verdict);
  if (isPressing(program, verdict, variable.fact)) known.pressing.push(verdict);
  found.set(key, known);
}

type Found = {
  variable: Variable;
  fact: FactIr;
  waiting: RuleVerdict[];
  pressing: RuleVerdict[];
};

function isPressing(program: Program, { rule, condition }: RuleVerdict, fact: number): boolean {
  if (condition !== "open") return true;
  const node = program.rules[program.ruleById.get(rule) ?? -1]?.condition;
  return node !== undefined && readsFact(node, fact);
}

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

const inForce = (verdicts: readonly RuleVerdict[]): number =>
  verdicts.filter((verdict) => verdict.in_force).length;

function weightOf({ pressing, waiting }: Candidate): readonly number[] {
  return [inForce(pressing), pressing.length, inForce(waiting), waiting.length];
}

/** Whether two candidates weigh the same, so that what their answers settle decides. */
export const isTied = (a: Candidate, b: Candidate): boolean =>
  weightOf(a).every((weight, index) => weight === weightOf(b)[index]);

function byWeight(a: Candidate, b: Candidate): number {
  const [first, second] = [weightOf(a), weightOf(b)];
  const differing = first.findIndex((weight, index) => weight !== second[index]);
  if (differing >= 0) return (second[differing] ?? 0) - (first[differing] ?? 0);
  return a.variable.fact - b.variable.fact || a.variable.subject - b.variable.subject;
}
