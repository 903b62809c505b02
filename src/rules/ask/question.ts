import { isListed, type Case } from "../case/model.ts";
import type { Question, Report } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { subjectAt } from "../evaluate/scope.ts";
import type { Program } from "../ir.ts";
import { answersTo, type Asking, type Settling } from "./answers.ts";
import { candidates, isTied, type Candidate, type Wanted } from "./candidate.ts";

export type AskOptions = Wanted & {
  /** The law date, "YYYY-MM-DD". */
  readonly asOf: string;
  /** The report on the case, where the caller has it already. */
  readonly report?: Report;
};

/** The question whose answer most open rules wait for; null where nothing can be asked. */
export function nextQuestion(program: Program, facts: Case, options: AskOptions): Question | null {
  return plan(program, facts, { ...options, max: 1 })[0] ?? null;
}

/** The next questions in their order, as long as nobody answers: "2 …, 3 …". */
export function plan(
  program: Program,
  facts: Case,
  options: AskOptions & { readonly max: number },
): readonly Question[] {
  const { asOf, max, report = evaluate(program, facts, { asOf }) } = options;
  const asking = { program, facts, asOf };
  const ranked = candidates(program, { facts, report }, options);
  const questions: Question[] = [];
  let rest = ranked;
  while (questions.length < max && rest.length > 0) {
    const [first] = rest;
    const tied = rest.filter((one) => first && isTied(one, first));
    rest = rest.slice(tied.length);
    questions.push(...settlingFirst(asking, tied, max - questions.length));
  }
  return questions.slice(0, max);
}

/** So many more than are wanted are tried at a tie; beyond them the dictionary's order decides. */
const triedMax = 12;

/**
 * Of facts that as many rules wait for, the one whose answers settle more on average comes first.
 */
function settlingFirst(
  asking: Asking,
  tied: readonly Candidate[],
  wanted: number,
): readonly Question[] {
  const tried = tied.slice(0, wanted + triedMax).map((candidate, index) => ({
    candidate,
    answers: answersTo(asking, candidate),
    index,
  }));
  tried.sort((a, b) => {
    const more = meanTimes(b.answers, a.answers) - meanTimes(a.answers, b.answers);
    return more || a.index - b.index;
  });
  return tried.map(({ candidate, answers }) => questionOf(asking.facts, candidate, answers));
}

/** The sum of one's answers times the number of the other's: compares means without dividing. */
function meanTimes(answers: readonly Settling[], others: readonly Settling[]): number {
  const sum = answers.reduce((total, { settles }) => total + settles, 0);
  return answers.length === 0 ? 0 : sum * Math.max(1, others.length);
}

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
