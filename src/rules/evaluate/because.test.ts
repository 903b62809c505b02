import { describe, expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { caseOf, expressions, factIr, programOf, ruleIr } from "./testing.ts";

const facts = [factIr("project.new_floor_area", "number")];
const { fact } = expressions(facts);
const text = { zh: "新增 {project.new_floor_area}", en: "Added: {project.new_floor_area}" };
const hole = {
  name: "project.new_floor_area",
  node: fact("project.new_floor_area"),
  unit: "m2",
} as const;
const program = programOf({
  facts,
  rules: [ruleIr("toolbox/01/city-share", facts, { because: { text, holes: [hole] } })],
});
const sentenceFor = (states: Parameters<typeof caseOf>[1]) =>
  evaluate(program, caseOf(program, states), { asOf: "2026-11-21" }).verdicts[0]?.because;

describe("the sentence of a rule", () => {
  test("gives a known figure in its unit", () => {
    expect(sentenceFor({ "project.new_floor_area": 1_000_000 })).toEqual({
      zh: "新增 10,000 m²",
      en: "Added: 10,000 m²",
    });
  });

  test("says that a fact is unknown, and never prints the whole domain", () => {
    expect(sentenceFor({})).toEqual({ zh: "新增 （未知）", en: "Added: (unknown)" });
  });
});
