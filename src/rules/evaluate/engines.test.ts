import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import type { Case } from "../case/model.ts";
import type { Program } from "../ir.ts";
import { evaluate, type EngineName } from "./evaluate.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "./trees.testing.ts";

const every: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];

const answers = (engine: EngineName, program: Program, facts: Case) =>
  evaluate(program, facts, { asOf: "2026-01-01", engine });

test("closures and generated functions answer as the reference does, whatever is asked", () => {
  fc.assert(
    fc.property(rules, cases(every), (rule, veiled) => {
      const program = programWith([rule]);
      const facts = caseFrom(program, veiled);
      const reference = answers("reference", program, facts);
      expect(answers("closures", program, facts)).toEqual(reference);
      expect(answers("generated", program, facts)).toEqual(reference);
    }),
    runs(1000),
  );
}, 120_000);
