import { useState } from "react";
import type { PlaceQuery } from "../../../src/policy/contract.ts";
import type { Question } from "../../../src/rules/contract.ts";
import { useAnswers, useDictionary } from "../api/policy.ts";
import {
  bodyOf,
  nothingAsked,
  questionsAtOnce,
  withAnswer,
  withoutAnswer,
  type Given,
} from "./asked.ts";
import type { FactAt } from "./statement.ts";

/** Asks about a place, answer by answer. What was answered stays until it is changed. */
export function useAsking(place: PlaceQuery) {
  const [asked, setAsked] = useState(nothingAsked);
  const dictionary = useDictionary();
  const body = bodyOf(place, asked);
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
      setAsked((before) => withAnswer(before, { at, question, value }));
    },
    skip: ({ fact }: Question) =>
      setAsked((before) => ({ ...before, skip: [...before.skip, fact] })),
    takeBack: (given: Given) => setAsked((before) => withoutAnswer(before, given)),
    outside: asked.outside,
    /** Says which groups the project does not touch; undefined takes the answer back. */
    leaveOut: (outside: string[] | undefined) => setAsked((before) => ({ ...before, outside })),
    atMost: asked.atMost,
    askMore: () => setAsked((before) => ({ ...before, atMost: before.atMost + questionsAtOnce })),
    askSkippedAgain: () => setAsked((before) => ({ ...before, skip: [] })),
  };
}

export type Asking = ReturnType<typeof useAsking>;
