import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { perLevel, type Case, type Stated, type Subject } from "../case/model.ts";
import type { UsedFact } from "../contract/report.ts";
import type { FactIr, Program } from "../ir.ts";
import { evaluate, type EngineName } from "./evaluate.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "./trees.testing.ts";

const every: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];
const engines: readonly EngineName[] = ["reference", "closures", "generated"];
const timeoutMs = 120_000;

const asOf = "2026-01-01";

/** The whole number of steps that a figure of a report stands for. */
const quanta = ({ step }: FactIr, figure: unknown): number =>
  Math.round((Number(figure) * Number(step.d)) / Number(step.n));

function statedAs(fact: FactIr, { state, value, min, max, reason }: UsedFact): Stated {
  if (state === "estimate") return { state, min: quanta(fact, min), max: quanta(fact, max) };
  if (state === "not_applicable") return { state, reason: String(reason) };
  if (state === "unknown") return { state };
  const isFigure = fact.type.kind === "number";
  return { state, value: isFigure ? quanta(fact, value) : (value as string) };
}

/** The case with the same subjects, and no fact but those that a verdict says it used. */
function caseOfUsed({ facts }: Program, whole: Case, used: readonly UsedFact[]): Case {
  const factsOf = (subject: Subject): Subject["facts"] =>
    new Map(
      facts.flatMap((fact, index) => {
        if (fact.level !== subject.level) return [];
        const found = used.find(
          (one) => one.fact === fact.id && (one.subject ?? subject.id) === subject.id,
        );
        return found && found.state !== "unknown" ? [[index, statedAs(fact, found)] as const] : [];
      }),
    );
  const subjects = perLevel((level) =>
    whole.subjects[level].map((subject) => ({ ...subject, facts: factsOf(subject) })),
  );
  return { ...whole, subjects };
}

describe("a verdict", () => {
  test(
    "comes again from nothing but the facts that it says it used",
    () => {
      fc.assert(
        fc.property(rules, cases(every), (rule, veiled) => {
          const program = programWith([rule]);
          const whole = caseFrom(program, veiled);
          const [verdict] = evaluate(program, whole, { asOf }).verdicts;
          const alone = caseOfUsed(program, whole, verdict?.used ?? []);
          expect(evaluate(program, alone, { asOf }).verdicts).toEqual([verdict]);
        }),
        runs(1000),
      );
    },
    timeoutMs,
  );

  test(
    "comes again byte for byte from copies of its rule and its case, on every engine",
    () => {
      fc.assert(
        fc.property(rules, cases(every), fc.constantFrom(...engines), (rule, veiled, engine) => {
          const program = programWith([rule]);
          const facts = caseFrom(program, veiled);
          const [again, same] = [structuredClone(program), structuredClone(facts)];
          const then = JSON.stringify(evaluate(program, facts, { asOf, engine }));
          expect(JSON.stringify(evaluate(again, same, { asOf, engine }))).toBe(then);
        }),
        runs(1000),
      );
    },
    timeoutMs,
  );
});
