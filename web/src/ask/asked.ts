import type { AnswersBody, PlaceQuery } from "../../../src/policy/contract.ts";
import type { Question } from "../../../src/rules/contract.ts";
import { stateFact, type FactAt, type StatedFacts } from "./statement.ts";

export type Given = { at: FactAt; question: Question; value: unknown };

/** What has been asked and answered about a place so far. */
export type Asked = {
  readonly facts: StatedFacts;
  readonly skip: readonly string[];
  readonly given: readonly Given[];
  /** Groups of facts that the project does not touch; undefined until somebody has said. */
  readonly outside: string[] | undefined;
  /** How many questions may be asked in all; the asker may ask for more. */
  readonly atMost: number;
};

/** So many questions stand between a place and its report, and so many more at each wish. */
export const questionsAtOnce = 6;

export const nothingAsked: Asked = {
  facts: {},
  skip: [],
  given: [],
  outside: undefined,
  atMost: questionsAtOnce,
};

export const withAnswer = (asked: Asked, given: Given): Asked => ({
  ...asked,
  facts: stateFact(asked.facts, given.at, given.value),
  given: [...asked.given, given],
});

const isSame = (a: FactAt, b: FactAt): boolean => a.fact === b.fact && a.subject === b.subject;

export const withoutAnswer = (asked: Asked, { at }: Given): Asked => ({
  ...asked,
  facts: stateFact(asked.facts, at, undefined),
  given: asked.given.filter((one) => !isSame(one.at, at)),
});

/** What is sent: the place, what is stated of it, and what need not be asked. */
export const bodyOf = (place: PlaceQuery, { facts, skip, outside }: Asked): AnswersBody => ({
  place,
  facts,
  ...(skip.length > 0 && { skip: [...skip] }),
  ...(outside && outside.length > 0 && { outside }),
});
