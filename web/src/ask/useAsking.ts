import { useState } from "react";
import type { AnswersBody, PlaceQuery } from "../../../src/policy/contract.ts";
import type { Question } from "../../../src/rules/contract.ts";
import { useAnswers, useDictionary } from "../api/policy.ts";
import { stateFact, type FactAt, type StatedFacts } from "./statement.ts";

export type Given = { at: FactAt; question: Question; value: unknown };

type Asked = { facts: StatedFacts; skip: string[]; given: Given[] };

const nothing: Asked = { facts: {}, skip: [], given: [] };

/** Asks about a place, answer by answer. What was answered stays until it is changed. */
export function useAsking(place: PlaceQuery) {
  const [asked, setAsked] = useState<Asked>(nothing);
  const dictionary = useDictionary();
  const body: AnswersBody = {
    place,
    facts: asked.facts,
    ...(asked.skip.length > 0 && { skip: asked.skip }),
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
      setAsked(({ facts, skip, given }) => ({
        facts: stateFact(facts, at, value),
        skip,
        given: [...given, { at, question, value }],
      }));
    },
    skip: ({ fact }: Question) =>
      setAsked((before) => ({ ...before, skip: [...before.skip, fact] })),
    takeBack: ({ at }: Given) =>
      setAsked(({ facts, skip, given }) => ({
        facts: stateFact(facts, at, undefined),
        skip,
        given: given.filter((one) => one.at.fact !== at.fact || one.at.subject !== at.subject),
      })),
    askSkippedAgain: () => setAsked((before) => ({ ...before, skip: [] })),
  };
}

export type Asking = ReturnType<typeof useAsking>;
