import { factAt } from "../case/dictionary.ts";
import { isListed, type Case } from "../case/model.ts";
import type { Question, Report } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { subjectAt, type Variable } from "../evaluate/scope.ts";
import type { Program } from "../ir.ts";
import { answersTo, type Asking, type Settling } from "./answers.ts";
import { candidates, isAskable, type Candidate, type Wanted } from "./candidate.ts";
import { gainsOf } from "./gain.ts";

export type AskOptions = Wanted & {
  /** The law date, "YYYY-MM-DD". */
  readonly asOf: string;
  /** The report on the case, where the caller has it already. */
  readonly report?: Report;
};

/** The question whose answer settles most; null where nothing can be asked. */
export function nextQuestion(program: Program, facts: Case, options: AskOptions): Question | null {
  return plan(program, facts, { ...options, max: 1 })[0] ?? null;
}

/** The next questions in their order, as long as nobody answers: "2 …, 3 …". */
export function plan(
  program: Program,
  facts: Case,
  options: AskOptions & { readonly max: number },
): readonly Question[] {
  const { asOf, max } = options;
  const asking = { program, facts, asOf };
  return ranked(asking, options)
    .slice(0, max)
    .map((candidate) => questionOf(facts, candidate, answersTo(asking, candidate)));
}

/** What can be asked, that which shortens the way to all open verdicts most first. */
export function ranked(asking: Asking, options: AskOptions): readonly Candidate[] {
  const { program, facts, asOf } = asking;
  const { skip = [], report = evaluate(program, facts, { asOf }) } = options;
  const found = candidates(program, { facts, report }, options);
  const canAsk = (index: number) => {
    const fact = factAt(program, index);
    return isAskable(fact) && !skip.includes(fact.id);
  };
  const gains = gainsOf(asking, found, canAsk);
  const gain = (candidate: Candidate) => gains.get(candidate) ?? 0;
  return [...found].sort((a, b) => gain(b) - gain(a) || byDictionary(a.variable, b.variable));
}

const byDictionary = (a: Variable, b: Variable): number => a.fact - b.fact || a.subject - b.subject;

function questionOf(facts: Case, candidate: Candidate, answers: readonly Settling[]): Question {
  const { fact, variable, waiting } = candidate;
  const { definition } = fact;
  const rules = [...new Set(waiting.map(({ rule }) => rule))];
  const { id } = subjectAt(facts, variable.level, variable.subject);
  return {
    fact: fact.id,
    ...(isListed(variable.level) && { subject: id }),
    label: definition.label,
    question: definition.question ?? definition.label,
    ...(definition.hint && { hint: definition.hint }),
    type: definition.type,
    ...(definition.unit !== undefined && { unit: definition.unit }),
    ...(definition.options && { options: definition.options }),
    waiting: rules.length,
    rules,
    answers: [...answers],
  };
}
