import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type EngineName } from "./evaluate.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "./trees.testing.ts";

const every: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];
const on = { asOf: "2026-01-01" } as const;
const runs = { numRuns: 1000 };

describe("the back ends", () => {
  test.each<EngineName>(["closures", "generated"])(
    "%s answers as the reference does, whatever the rule and the case",
    (engine) => {
      fc.assert(
        fc.property(rules, cases(every), (rule, veiled) => {
          const program = programWith([rule]);
          const facts = caseFrom(program, veiled);
          const reference = evaluate(program, facts, { ...on, engine: "reference" });
          expect(evaluate(program, facts, { ...on, engine })).toEqual(reference);
        }),
        runs,
      );
    },
  );
});
