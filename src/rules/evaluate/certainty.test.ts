import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import type { Case, Known } from "../case/model.ts";
import type { Amount, Report, RuleVerdict } from "../contract/report.ts";
import type { Program } from "../ir.ts";
import { evaluate } from "./evaluate.ts";
import { facts } from "./forest.testing.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "./trees.testing.ts";

const every: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];
const often = runs(1000);
const timeoutMs = 120_000;

const answer = (program: Program, one: Case): RuleVerdict => {
  const report: Report = evaluate(program, one, { asOf: "2026-01-01" });
  return report.verdicts[0] as RuleVerdict;
};

const ends = ({ min = -Infinity, max = Infinity }: Amount) => ({ min, max });

/** What `sure` says of an amount leaves room for what `later` says of it. */
function holdsWithin(later: Amount | undefined, sure: Amount | undefined): void {
  if (!later || !sure) return;
  expect(ends(later).min).toBeGreaterThanOrEqual(ends(sure).min);
  expect(ends(later).max).toBeLessThanOrEqual(ends(sure).max);
}

describe("what is certain", () => {
  test(
    "stays: more facts never turn a verdict, and narrow every figure",
    () => {
      fc.assert(
        fc.property(rules, cases(every), fc.func(fc.boolean()), (rule, veiled, isLifted) => {
          const program = programWith([rule]);
          const before = answer(program, caseFrom(program, veiled));
          const after = answer(program, caseFrom(program, veiled, isLifted));
          if (before.condition !== "open") expect(after.condition).toBe(before.condition);
          if (before.verdict !== "undecided") expect(after.verdict).toBe(before.verdict);
          if (after.effects.length !== before.effects.length) return;
          after.effects.forEach((effect, index) => {
            const sure = before.effects[index];
            holdsWithin(effect.amount, sure?.amount);
            effect.bounds?.forEach((bound, at) => {
              const earlier = sure?.bounds?.[at];
              holdsWithin(bound.limit, earlier?.limit);
              if (earlier && earlier.answer !== "open") expect(bound.answer).toBe(earlier.answer);
            });
          });
        }),
        often,
      );
    },
    timeoutMs,
  );

  test(
    "is all that is certain: conditions come out as trying every completion says",
    () => {
      fc.assert(
        fc.property(rules, cases(["known", "unknown"]), (rule, veiled) => {
          fc.pre(veiled.buildings !== undefined);
          const program = programWith([rule]);
          const stated = caseFrom(program, veiled, (fact) => !isChoice(fact));
          const completed = completions(program, stated);
          fc.pre(completed.length <= 600);
          const conditions = new Set(completed.map((one) => answer(program, one).condition));
          const [only, other] = [...conditions];
          const expected = other === undefined ? only : "open";
          expect(answer(program, stated).condition).toBe(expected);
        }),
        often,
      );
    },
    timeoutMs,
  );
});

const isChoice = (id: string): boolean => {
  const kind = facts.find((fact) => fact.id === id)?.type.kind;
  return kind === "boolean" || kind === "enumeration";
};

type Level = "project" | "building";

/** Every case that the unknown boolean and enumeration facts of the rule leave possible. */
function completions(program: Program, stated: Case): Case[] {
  const reads = program.rules[0]?.reads ?? [];
  let all = [stated];
  for (const level of ["project", "building"] as const) {
    stated.subjects[level].forEach((_, subject) => {
      program.facts.forEach((fact, index) => {
        if (fact.level !== level || !isChoice(fact.id) || !reads.includes(index)) return;
        const options = fact.type.kind === "enumeration" ? fact.type.options : [true, false];
        all = all.flatMap((one) =>
          one.subjects[level][subject]?.facts.get(index)?.state === "unknown"
            ? options.map((value) => withFact(one, { level, subject, index, value }))
            : [one],
        );
      });
    });
  }
  return all;
}

type Taken = { level: Level; subject: number; index: number; value: Known };

function withFact(one: Case, { level, subject, index, value }: Taken): Case {
  const subjects = one.subjects[level].map((each, at) =>
    at === subject
      ? { ...each, facts: new Map([...each.facts, [index, { state: "known" as const, value }]]) }
      : each,
  );
  return { ...one, subjects: { ...one.subjects, [level]: subjects } };
}
