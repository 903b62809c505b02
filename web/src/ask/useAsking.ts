import { useState } from "react";
import type { AnswersBody, PlaceQuery } from "../../../src/policy/contract.ts";
import type { Question } from "../../../src/rules/contract.ts";
import { useAnswers, useDictionary } from "../api/policy.ts";
import { stateFact, type FactAt, type StatedFacts } from "./statement.ts";

export type Given = { at: FactAt; question: Question; value: unknown };

type Asked = {
  facts: StatedFacts;
  skip: string[];
  given: Given[];
  /** Groups of facts that the project does not touch; undefined until somebody has said. */
  outside: string[] | undefined;
};

const nothing: Asked = { facts: {}, skip: [], given: [], outside: undefined };

/** Asks about a place, answer by answer. What was answered stays until it is changed. */
export function useAsking(place: PlaceQuery) {
  const [asked, setAsked] = useState<Asked>(nothing);
  const dictionary = useDictionary();
  const body: AnswersBody = {
    place,
    facts: asked.facts,
    ...(asked.skip.length > 0 && { skip: asked.skip }),
    ...(asked.outside && asked.outside.length > 0 && { outside: asked.outside }),
  };
  const answers = useAnswers(body);
  // A refused answer leaves the last good verdicts on screen, so that it can be taken back.
  const [last, setLast] = useState(answers.data);
  if (answers.data && answers.data !== last) setLast(answers.data);

  const placeOf = (question: Question): FactAt => ({
    fact: question.fact,
    subject: question.subject,
    level: dictionary.groups.get(question.fact.split(".")[0] ?? "")?.level ?? "project",
  });
  return {
    body,
    answers,
    shown: answers.data ?? last,
    given: asked.given,
    skipped: asked.skip.length,
    answer: (question: Question, value: unknown) => {
      const at = placeOf(question);
      setAsked((before) => ({
        ...before,
        facts: stateFact(before.facts, at, value),
        given: [...before.given, { at, question, value }],
      }));
    },
    skip: ({ fact }: Question) =>
      setAsked((before) => ({ ...before, skip: [...before.skip, fact] })),
    takeBack: ({ at }: Given) =>
      setAsked((before) => ({
        ...before,
        facts: stateFact(before.facts, at, undefined),
        given: before.given.filter(
          (one) => one.at.fact !== at.fact || one.at.subject !== at.subject,
        ),
      })),
    outside: asked.outside,
    /** Says which groups the project does not touch; undefined takes the answer back. */
    leaveOut: (outside: string[] | undefined) => setAsked((before) => ({ ...before, outside })),
    askSkippedAgain: () => setAsked((before) => ({ ...before, skip: [] })),
  };
}

export type Asking = ReturnType<typeof useAsking>;
