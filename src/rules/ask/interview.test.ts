import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { one, ratio } from "../../base/ratio.ts";
import { caseOf, effectIr, expressions, factIr, programOf, ruleIr } from "../evaluate/testing.ts";
import type { FactIr, Node } from "../ir.ts";
import type { Asking } from "./answers.ts";
import { interview, meanQuestions, openQuestions, type Asker } from "./interview.ts";
import { ranked } from "./question.ts";

const asOf = "2026-01-01";

const askable = (fact: FactIr): FactIr => ({
  ...fact,
  definition: { ...fact.definition, question: { zh: "？", en: "?" }, source: ["asked"] },
});

const facts = [
  ...["a.one", "a.two", "a.three", "a.four"].map((id) => factIr(id, "boolean")),
  factIr("a.kind", "enumeration", { options: ["house", "shop", "factory"] }),
  factIr("a.size", "number", { unit: "1", step: one, max: 100 }),
].map(askable);
const make = expressions(facts);

const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a.one", "a.two", "a.three", "a.four").map(make.fact) },
  fc.constantFrom("house", "shop").map((word) => make.among(make.fact("a.kind"), word)),
  fc
    .constantFrom(25, 50)
    .map((figure) => make.compare(make.fact("a.size"), ">=", make.number(ratio(figure)))),
);
const grow = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.oneof(
    inner,
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.and(...args)),
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.or(...args)),
    inner.map(make.not),
  );

const askingOf = (conditions: readonly Node[]): Asking => {
  const rules = conditions.map((condition, index) =>
    ruleIr(`m/1/r${index}`, facts, { condition, effects: [effectIr()] }),
  );
  const program = programOf({ facts, rules });
  return { program, facts: caseOf(program, {}), asOf };
};

const best: Asker = (asking) => ranked(asking, { asOf })[0]?.variable;
const first: Asker = (_, [open]) => open?.variable;

describe("an interview", () => {
  const { fact, and, or } = make;
  const asking = askingOf([
    and(fact("a.one"), fact("a.two"), fact("a.three")),
    and(fact("a.one"), fact("a.four")),
    or(fact("a.one"), fact("a.two")),
  ]);

  test("goes on until nothing is open that an answer could settle", () => {
    expect(interview(asking, best, () => false)).toBe(2);
    expect(interview(asking, best, () => true)).toBe(4);
    expect(openQuestions(asking).map((open) => open.fact.id)).toContain("a.four");
  });

  test("needs so many questions on average, in the order chosen and at the least", () => {
    const backwards: Asker = (_, open) => open.at(-1)?.variable;
    const [least = 0, ours = 0, worse = 0] = [undefined, best, backwards].map((asker) =>
      meanQuestions(asking, asker),
    );
    expect(ours).toBe(least);
    expect(worse).toBeGreaterThan(least);
  });
});

describe("the order of questions", () => {
  test("takes at most a fifth more than the best of all orders, on small packs", () => {
    const packs = fc.array(grow(grow(leaf)), { minLength: 2, maxLength: 4 });
    const total = { least: 0, ours: 0, first: 0 };
    for (const conditions of fc.sample(packs, { numRuns: 25, seed: 11 })) {
      const asking = askingOf(conditions);
      const least = meanQuestions(asking) ?? NaN;
      const ours = meanQuestions(asking, best) ?? NaN;
      expect(ours).toBeLessThanOrEqual(least * 1.2 + 1e-9);
      total.least += least;
      total.ours += ours;
      total.first += meanQuestions(asking, first) ?? NaN;
    }
    expect(total.ours).toBeLessThanOrEqual(total.least * 1.02);
    expect(total.first).toBeGreaterThan(total.ours);
  }, 120_000);
});
