import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/rules/contract.ts";
import { bodyOf, nothingAsked, withAnswer, withoutAnswer, type Given } from "./asked.ts";

const text = { zh: "问", en: "ask" };
const question: Question = {
  fact: "contribution.site_area",
  label: text,
  question: text,
  type: "quantity",
  waiting: 1,
  rules: [],
  answers: [],
};
const given: Given = {
  at: { fact: question.fact, subject: "project", level: "project" },
  question,
  value: 500,
};

describe("what has been asked", () => {
  test("is sent with the place, and says nothing that nobody said", () => {
    const place = { building: "b-1" };
    expect(bodyOf(place, nothingAsked)).toEqual({ place, facts: {} });
    const asked = { ...withAnswer(nothingAsked, given), skip: ["a.b"], outside: ["venue"] };
    expect(bodyOf(place, asked)).toEqual({
      place,
      facts: { contribution: { site_area: 500 } },
      skip: ["a.b"],
      outside: ["venue"],
    });
  });

  test("forgets an answer that is taken back", () => {
    const asked = withAnswer(nothingAsked, given);
    expect(withoutAnswer(asked, given)).toEqual(nothingAsked);
  });
});
