import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { add, one, ratio, subtract, type Ratio } from "../../base/ratio.ts";
import { evaluateAll, type LibraryVerdicts } from "../columns/evaluate-all.ts";
import { libraryOf } from "../columns/library.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  perCent,
  programOf,
  ruleIr,
} from "../evaluate/testing.ts";
import { facts as forestFacts, forest } from "../evaluate/forest.testing.ts";
import { cases, caseFrom, programWith, rules, type Veil } from "../evaluate/trees.testing.ts";
import type { Program } from "../ir.ts";
import { measure, threshold, type Goal } from "./goal.ts";
import { solveFor, type Range } from "./solve.ts";
import { withValue } from "./with-figure.ts";

const asOf = "2026-01-01";
const facts = [
  factIr("contribution.site_area", "number"),
  factIr("contribution.award_wanted", "number"),
  factIr("project.approved_floor_area", "number"),
];
const { fact, parameter, calculate, compare } = expressions(facts);
const make = expressions(forestFacts);

const award = ruleIr("m/4/award", facts, {
  effects: [
    effectIr({
      amount: fact("contribution.site_area"),
      wish: 1,
      account: "district_pool",
      bounds: [
        {
          id: "cap",
          direction: "at_most",
          limit: calculate(fact("project.approved_floor_area"), "multiply", parameter(0)),
          force: "must",
          title: undefined,
        },
      ],
    }),
  ],
});
const small = ruleIr("m/4/small", facts, {
  condition: compare(
    fact("contribution.site_area"),
    "<",
    calculate(fact("project.approved_floor_area"), "multiply", parameter(0)),
  ),
});

const exclusive: Program["combinations"][number] = {
  id: "either",
  members: [0, 1],
  stack: "exclusive",
  because: { zh: "二者取一", en: "one of the two" },
  cap: undefined,
};

const program = programOf({
  facts,
  rules: [award, small],
  parameters: [parameterIr("cap", perCent(20))],
});

/** Quanta are hundredths of a square metre: site, wanted, approved. */
const areas = [
  [500_000, 400_000, 1_300_000],
  [90_000, 80_000, 700_000],
  [10_000, 20_000, 90_001],
] as const;

const library = libraryOf(
  program,
  areas.map(([site, wanted, approved], at) => ({
    ...caseOf(program, {
      "contribution.site_area": site,
      "contribution.award_wanted": wanted,
      "project.approved_floor_area": approved,
    }),
    id: `case-${at}`,
  })),
);
const base = evaluateAll(program, library, { asOf });
const range: Range = { parameter: 0, from: perCent(1), to: one };

describe("the figure at which something flips", () => {
  test("is what one project asks for against what was approved", () => {
    const goal: Goal = { kind: "bound", spot: { rule: 0, at: 0 }, bound: "cap", is: "within" };
    expect(solveFor(base, range, goal)).toEqual({
      ok: true,
      value: {
        at: ratio(4, 13),
        isReachedBelow: false,
        isReachedAt: true,
        isReachedAbove: true,
      },
    });
  });

  test("leaves out the figure itself where a rule asks for more than it", () => {
    const goal: Goal = { kind: "verdict", spot: { rule: 1, at: 2 }, is: "applies" };
    expect(solveFor(base, range, goal)).toMatchObject({
      value: { at: ratio(10_000, 90_001), isReachedAt: false, isReachedAbove: true },
    });
  });

  test("is that of the project which makes up the number", () => {
    const goal: Goal = { kind: "count", rule: 1, is: "applies", atLeast: 2 };
    expect(solveFor(base, range, goal)).toMatchObject({ value: { at: ratio(9, 70) } });
  });

  test("is where a total of rounded amounts first reaches the sum", () => {
    const goal: Goal = { kind: "total", account: "district_pool", atLeast: ratio(5_000) };
    const solved = solveFor(base, range, goal);
    // The first project's award alone still grows by then: 500,000 steps less the other two.
    expect(solved).toMatchObject({ value: { at: ratio(400_000, 1_300_000), isReachedAt: true } });
  });

  test("is not there where both ends come to the same", () => {
    const goal: Goal = { kind: "count", rule: 1, is: "applies", atLeast: 4 };
    expect(solveFor(base, range, goal)).toEqual({ ok: false, refusal: "no_flip" });
  });

  test("is not told of a total that rules share", () => {
    const both = programOf({
      facts,
      rules: [award, { ...award, id: "m/4/again" }],
      parameters: [...program.parameters],
      combinations: [exclusive],
    });
    const shared = evaluateAll(both, libraryOf(both, library.cases), { asOf });
    const goal: Goal = { kind: "total", account: "district_pool", atLeast: ratio(5_000) };
    expect(solveFor(shared, range, goal)).toEqual({ ok: false, refusal: "shared_total" });
  });

  test("is not told of a figure that moves dates, or that stands in a square", () => {
    const square = calculate(parameter(0), "multiply", parameter(0));
    const bent = ruleIr("m/4/bent", facts, {
      condition: compare(fact("contribution.site_area"), "<", square),
    });
    const odd = programOf({ facts, rules: [bent], parameters: [...program.parameters] });
    const all = evaluateAll(odd, libraryOf(odd, library.cases), { asOf });
    const goal: Goal = { kind: "verdict", spot: { rule: 0, at: 2 }, is: "applies" };
    const wide = { parameter: 0, from: ratio(0), to: ratio(1_000) };
    expect(solveFor(all, wide, goal)).toEqual({ ok: false, refusal: "not_a_line" });
  });
});

const veils: readonly Veil[] = ["known", "known", "known", "unknown", "estimate"];

/** An area that is most often known. */
const area = fc.constant(make.fact("a.area"));

/** A slope that no fact can take away. */
const steep = fc.integer({ min: 1, max: 9 }).map((count) => make.number(ratio(count)));

/** A rule whose condition holds a random number against a random line in the second figure. */
const leaning = fc
  .tuple(rules, fc.oneof(forest.number, area), fc.oneof(forest.number, steep), forest.number)
  .map(([rule, number, slope, rest]) => {
    const line = make.calculate(make.calculate(make.parameter(1), "multiply", slope), "add", rest);
    return { ...rule, condition: make.compare(number, "<", line) };
  });

describe("whatever the rules and the case, a figure that is found", () => {
  const isReached = (of: LibraryVerdicts, goal: Goal, value: Ratio): boolean => {
    const moved = withValue(of.program, 1, value);
    return measure(evaluateAll(moved, of.library, { asOf }), goal) >= threshold(of, goal);
  };

  test("divides what reaches the goal from what does not", () => {
    let found = 0;
    fc.assert(
      fc.property(leaning, fc.array(rules, { maxLength: 1 }), cases(veils), (lead, law, one) => {
        const made = [lead, ...law].map((rule, at) => ({ ...rule, id: `m/1/rule-${at}` }));
        const random = programWith(made);
        const given = evaluateAll(random, libraryOf(random, [caseFrom(random, one)]), { asOf });
        if (given.rules[0]!.verdict.length === 0) return;
        const goal: Goal = { kind: "verdict", spot: { rule: 0, at: 0 }, is: "does_not_apply" };
        const wide = { parameter: 1, from: ratio(-300), to: ratio(400) };
        const solved = solveFor(given, wide, goal);
        if (!solved.ok) return;
        found += 1;
        const { at, isReachedBelow, isReachedAt, isReachedAbove } = solved.value;
        const near = ratio(1, 10 ** 9);
        expect(isReached(given, goal, at)).toBe(isReachedAt);
        expect(isReached(given, goal, subtract(at, near))).toBe(isReachedBelow);
        expect(isReached(given, goal, add(at, near))).toBe(isReachedAbove);
      }),
      runs(300),
    );
    expect(found).toBeGreaterThan(0);
  }, 120_000);
});
