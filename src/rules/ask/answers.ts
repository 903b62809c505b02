import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Case, Known } from "../case/model.ts";
import { writeValue } from "../case/write.ts";
import { knownOf, reachOf } from "../explain/change/flip-compare.ts";
import { statedText } from "../explain/expression.ts";
import { changed } from "../explain/change/plan.ts";
import type { FactIr, Program } from "../ir.ts";
import type { Candidate } from "./candidate.ts";
import { countSettled } from "./settled.ts";
import { turningsOf, type Turning } from "./turning.ts";

export type Asking = {
  readonly program: Program;
  readonly facts: Case;
  readonly asOf: string;
};

type Answer = { readonly value: Known; readonly label: Bilingual };

export type Settling = {
  readonly answer: unknown;
  readonly label: Bilingual;
  readonly settles: number;
};

/** What each possible answer would settle, by answering it and evaluating again. */
export const answersTo = (asking: Asking, candidate: Candidate): readonly Settling[] =>
  possibleAnswers(asking, candidate).map(({ value, label }) => ({
    answer: writeValue(candidate.fact, value),
    label,
    settles: settled(asking, candidate, value),
  }));

/** The answers that can make a difference: of a quantity, one for each stretch between figures. */
export function possibleAnswers(asking: Asking, candidate: Candidate): readonly Answer[] {
  const { fact } = candidate;
  switch (fact.type.kind) {
    case "boolean":
      return [true, false].map((value) => plain(fact, value));
    case "enumeration":
      return fact.type.options.map((value) => plain(fact, value));
    case "list":
      return (fact.type.options ?? []).map((option) => plain(fact, [option]));
    case "number":
    case "date":
      return stretches(fact, turningsOf(asking.program, asking, candidate));
    case "text":
      return [];
  }
}

const plain = (fact: FactIr, value: Known): Answer => ({
  value,
  label: statedText(fact, { state: "known", value }),
});

function settled({ program, facts, asOf }: Asking, candidate: Candidate, to: Known): number {
  const { variable, waiting } = candidate;
  const answered = changed(facts, [{ variable, to, quanta: 0 }]);
  return countSettled({ program, facts: answered, asOf, waiting });
}

/** The stretches between the figures at which something turns, each tried at its figure. */
function stretches(fact: FactIr, turnings: readonly Turning[]): readonly Answer[] {
  const { min } = reachOf(fact, { state: "unknown" });
  const text = (quanta: number) =>
    statedText(fact, { state: "known", value: knownOf(fact, quanta) });
  const [first] = turnings;
  if (!first) return [anyFigure(fact, Math.max(min, 1))];
  const below = text(first.at);
  const least: Answer = {
    value: knownOf(fact, first.at - 1),
    label: withNote(
      first.at - 1 === min ? text(min) : bilingual(`不到 ${below.zh}`, `less than ${below.en}`),
      first.below,
    ),
  };
  const others = turnings.map(({ at, from }, index): Answer => {
    const next = turnings[index + 1];
    const [here, there] = [text(at), next && text(next.at)];
    const label = there
      ? bilingual(`${here.zh} 起，不到 ${there.zh}`, `from ${here.en} to less than ${there.en}`)
      : bilingual(`至少 ${here.zh}`, `at least ${here.en}`);
    return { value: knownOf(fact, at), label: withNote(label, from) };
  });
  return [least, ...others];
}

const anyFigure = (fact: FactIr, quanta: number): Answer => ({
  value: knownOf(fact, quanta),
  label: bilingual("任意数值", "any figure"),
});

const withNote = (label: Bilingual, note: Bilingual | undefined): Bilingual =>
  note ? bilingual(`${label.zh}：${note.zh}`, `${label.en}: ${note.en}`) : label;
