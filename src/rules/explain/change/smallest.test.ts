import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../test/harness/runs.ts";
import { divide, one, ratio, ratioOf, toNumber } from "../../../base/ratio.ts";
import type { Case, Known } from "../../case/model.ts";
import type { WhyNot } from "../../contract/answer.ts";
import { evaluateRule } from "../../evaluate/evaluate.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  programOf,
  ruleIr,
} from "../../evaluate/testing.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "../../evaluate/trees.testing.ts";
import type { Node, Program } from "../../ir.ts";
import { effortMax } from "./effort.ts";
import { whyNotWithin } from "./why-not.ts";

const asked = { rule: "m/1/rule", subject: "project", asOf: "2026-01-01" };
const often = runs(1000);
const timeoutMs = 240_000;

/** The case with the changes of an answer made, as whoever reads the answer would make them. */
function made(program: Program, facts: Case, answer: WhyNot): Case {
  const subjects = { ...facts.subjects };
  const stated = { ...facts.stated };
  for (const { level, subject: id } of answer.adds) {
    const at = level as keyof typeof subjects;
    const listed = stated[at] ? subjects[at] : [];
    subjects[at] = [...listed, { id, level: at, facts: new Map() }];
    stated[at] = true;
  }
  for (const { fact, subject: id, to } of answer.changes) {
    const index = program.factById.get(fact) ?? -1;
    const { level, step, type } = program.facts[index] as Program["facts"][number];
    const [top = 0, bottom = 1] = String(to).split("/").map(Number);
    const isFigure = type.kind === "number";
    const quanta = isFigure ? toNumber(divide(divide(ratioOf(top), ratioOf(bottom)), step)) : to;
    subjects[level] = subjects[level].map((each) =>
      each.id === id
        ? {
            ...each,
            facts: new Map(each.facts).set(index, { state: "known", value: quanta as Known }),
          }
        : each,
    );
  }
  return { ...facts, subjects, stated };
}

describe("a proposed change", () => {
  const veils: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];
  /** Most searches end early: a proposal has to hold all the same. */
  const efforts = fc.oneof(
    { weight: 49, arbitrary: fc.nat(1_000) },
    { weight: 1, arbitrary: fc.constant(effortMax) },
  );

  test(
    "flips the verdict, whatever the rule and the case",
    () => {
      fc.assert(
        fc.property(rules, cases(veils), efforts, (rule, veiled, effort) => {
          const program = programWith([rule]);
          const facts = caseFrom(program, veiled);
          const answer = whyNotWithin(program, facts, { ...asked, effort });
          if (answer.none !== undefined) {
            expect(answer.changes).toEqual([]);
            return;
          }
          const then = evaluateRule(program, made(program, facts, answer), asked);
          expect({ condition: then?.condition, verdict: then?.verdict }).toEqual(answer.then);
          if (answer.aim === "met") expect(then?.condition).toBe("met");
          expect(then?.verdict).not.toBe("does_not_apply");
          const bounds = then?.effects.flatMap((effect) => effect.bounds ?? []) ?? [];
          if (answer.aim === "within")
            expect(bounds.map(({ answer: is }) => is)).not.toContain("exceeded");
        }),
        often,
      );
    },
    timeoutMs,
  );
});

const facts = [
  factIr("a.one", "boolean"),
  factIr("a.two", "boolean"),
  factIr("a.kind", "enumeration", { options: ["house", "shop", "factory"] }),
  factIr("a.few", "number", { unit: "1", step: one, max: 2 }),
  factIr("a.many", "number", { unit: "1", step: one, max: 3 }),
];
const make = expressions(facts);
const domains: readonly (readonly Known[])[] = [
  [true, false],
  [true, false],
  ["house", "shop", "factory"],
  [0, 1, 2],
  [0, 1, 2, 3],
];

const number = fc.oneof(
  fc.constantFrom("a.few", "a.many").map(make.fact),
  fc.integer({ min: 0, max: 6 }).map((value) => make.number(ratio(value))),
  fc
    .tuple(fc.constantFrom<"add" | "subtract">("add", "subtract"), fc.integer({ min: 0, max: 4 }))
    .map(([op, value]) => make.calculate(make.fact("a.few"), op, make.number(ratio(value)))),
  fc.constant(make.calculate(make.fact("a.few"), "add", make.fact("a.many"))),
);
const sign = fc.constantFrom<"<" | "<=" | ">" | ">=" | "=">("<", "<=", ">", ">=", "=");
const leaf = fc.oneof(
  fc.constantFrom("a.one", "a.two").map(make.fact),
  fc.constantFrom("house", "shop").map((word) => make.among(make.fact("a.kind"), word)),
  fc.tuple(number, sign, number).map(([a, is, b]) => make.compare(a, is, b)),
  fc.constant(make.compare(make.fact("a.one"), "=", make.fact("a.two"))),
);
const grow = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.oneof(
    inner,
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.and(...args)),
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.or(...args)),
    inner.map(make.not),
    fc.tuple(inner, inner, inner).map(([a, b, c]) => make.choose(a, b, c)),
  );

const statements = fc.tuple(
  ...domains.map((domain) => fc.option(fc.constantFrom(...domain), { nil: undefined })),
);

/** So much lets a search over five facts go through all of them. */
const effortOfAll = 2_000_000;

/** How many facts have to change at the least, by trying every value of every choice of them. */
function leastByTrying(program: Program, stated: readonly (Known | undefined)[]): number {
  const from = (values: readonly (Known | undefined)[]) =>
    caseOf(
      program,
      Object.fromEntries(
        values.flatMap((value, at) => (value === undefined ? [] : [[facts[at]?.id ?? "", value]])),
      ),
    );
  const isMet = (values: readonly (Known | undefined)[]) =>
    evaluateRule(program, from(values), asked)?.condition === "met";
  const isMetWith = (count: number, values: readonly (Known | undefined)[]): boolean => {
    const at = values.length;
    if (count > facts.length - at) return false;
    if (at === facts.length) return isMet(values);
    if (isMetWith(count, [...values, stated[at]])) return true;
    const others = count > 0 ? (domains[at] ?? []).filter((value) => value !== stated[at]) : [];
    return others.some((value) => isMetWith(count - 1, [...values, value]));
  };
  const counts = Array.from({ length: facts.length + 1 }, (_, count) => count);
  return counts.find((count) => isMetWith(count, [])) ?? Infinity;
}

describe("the smallest change", () => {
  test(
    "has as few facts as trying every one of them finds",
    () => {
      fc.assert(
        fc.property(grow(grow(leaf)), statements, (condition, stated) => {
          const rule = ruleIr("m/1/rule", facts, { condition, effects: [effectIr()] });
          const program = programOf({ facts, rules: [rule] });
          const values = stated.map((value, at) => [facts[at]?.id ?? "", value] as const);
          const known = Object.fromEntries(values.filter(([, value]) => value !== undefined));
          const within = { ...asked, effort: effortOfAll };
          const today = caseOf(program, known as Record<string, Known>);
          const answer = whyNotWithin(program, today, within);
          const least = leastByTrying(program, stated);
          fc.pre(least > 0);
          expect(answer.aim === "met" ? answer.changes.length : 0).toBe(least % Infinity || 0);
        }),
        often,
      );
    },
    timeoutMs,
  );
});
