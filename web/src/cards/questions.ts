import type { FactRow } from "../../../src/policy/contract.ts";
import type { FactDefinition, FactGroup, Question } from "../../../src/rules/contract.ts";
import { stateFact, type StatedFacts } from "../ask/statement.ts";

type Groups = ReadonlyMap<string, FactGroup>;

/** A fact of the dictionary as a question that can be put to somebody. */
export function questionOf({ id, label, question, hint, type, unit, options }: FactDefinition) {
  const asked: Question = {
    fact: id,
    label,
    question: question ?? label,
    ...(hint && { hint }),
    type,
    ...(unit !== undefined && { unit }),
    ...(options && { options }),
    waiting: 0,
    rules: [],
    answers: [],
  };
  return asked;
}

/** A fact that only a card asks for is one of the project. */
const levelOf = (groups: Groups, fact: string) =>
  groups.get(fact.split(".")[0] ?? "")?.level ?? "project";

export const withFact = (
  facts: StatedFacts,
  { fact, value, subject }: { fact: string; value: unknown; subject?: string },
  groups: Groups,
): StatedFacts => stateFact(facts, { fact, subject, level: levelOf(groups, fact) }, value);

/** The rows of a report that say something of the facts asked for. */
export const saidIn = (
  rows: readonly FactRow[],
  facts: readonly Pick<FactDefinition, "id">[],
): FactRow[] =>
  rows.filter(
    ({ fact, state }) =>
      facts.some(({ id }) => id === fact) && (state === "known" || state === "estimate"),
  );

/** What a row of a report says, in the form in which a case states it. */
export const valueOf = ({ state, value, min, max }: FactRow): unknown =>
  state === "estimate" ? { estimate: [min, max] } : value;
