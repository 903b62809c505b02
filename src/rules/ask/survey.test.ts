import { describe, expect, test } from "vitest";
import { one } from "../../base/ratio.ts";
import { caseOf, effectIr, expressions, factIr, programOf, ruleIr } from "../evaluate/testing.ts";
import { survey } from "./survey.ts";

const asOf = "2026-01-01";
const facts = [
  factIr("a.one", "boolean"),
  factIr("a.two", "boolean"),
  factIr("a.site", "number", { step: one, max: 500 }),
];
const make = expressions(facts);
const { fact, and } = make;
const program = programOf({
  facts,
  rules: [
    ruleIr("m/1/award", facts, {
      condition: fact("a.one"),
      effects: [effectIr({ amount: fact("a.site") })],
    }),
    ruleIr("m/1/both", facts, { condition: and(fact("a.one"), fact("a.two")), effects: [] }),
  ],
});

const cases = [
  { ...caseOf(program, { "a.two": true, "a.site": 300 }), id: "north" },
  { ...caseOf(program, { "a.one": true, "a.two": true }), id: "south" },
  { ...caseOf(program, {}), id: "west" },
  { ...caseOf(program, { "a.one": false }), id: "east" },
];

describe("a survey over a library", () => {
  const { cases: count, lines } = survey(program, cases, asOf);
  const line = (id: string) => lines.find((one) => one.fact.id === id);

  test("counts what each fact settles by itself, and what waits for it beside others", () => {
    expect(count).toBe(4);
    expect(line("a.one")).toMatchObject({ settles: 2, waits: 4 });
    expect(line("a.two")).toMatchObject({ settles: 0, waits: 1 });
  });

  test("adds up the floor area that an answer would settle", () => {
    expect(line("a.one")).toMatchObject({ area: 300, boundless: 0 });
    expect(line("a.site")).toMatchObject({ settles: 1, area: 500 });
  });

  test("names the places, those first where it settles most", () => {
    expect(line("a.one")?.places.map((place) => place.case)).toEqual(["north", "west"]);
    expect(line("a.site")?.places.map((place) => place.case)).toEqual(["south", "west"]);
  });

  test("puts the facts that settle most first, and leaves out what nobody waits for", () => {
    expect(lines.map((one) => one.fact.id)).toEqual(["a.one", "a.site", "a.two"]);
    expect(lines.flatMap(({ places }) => places).some((place) => place.case === "east")).toBe(
      false,
    );
  });
});
