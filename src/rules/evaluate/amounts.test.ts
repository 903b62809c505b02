import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { evaluate, type EngineName } from "./evaluate.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  programOf,
  ruleIr,
} from "./testing.ts";

const facts = [factIr("project.area", "number"), factIr("project.approved", "number")];
const { fact, parameter, calculate } = expressions(facts);

test.each<EngineName>(["reference", "closures", "generated"])(
  "%s grants exactly what whole-number arithmetic gives",
  (engine) => {
    const quanta = fc.integer({ min: 0, max: 10 ** 12 });
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(fc.tuple(quanta, quanta), fc.tuple(part, part), ([area, approved], [n, d]) => {
        const limit = calculate(fact("project.approved"), "multiply", parameter(0));
        const bound = { id: "cap", direction: "at_most", limit, force: "must" } as const;
        const amount = calculate(fact("project.area"), "multiply", parameter(1));
        const effects = [effectIr({ amount, bounds: [{ ...bound, title: undefined }] })];
        const program = programOf({
          facts,
          rules: [ruleIr("m/1/rule", facts, { effects })],
          parameters: [parameterIr("cap", ratio(n, d)), parameterIr("ratio", ratio(d, n))],
        });
        const one = caseOf(program, { "project.area": area, "project.approved": approved });
        const report = evaluate(program, one, { asOf: "2026-01-01", engine });
        const cut = (BigInt(approved) * BigInt(n)) / BigInt(d);
        const whole = (BigInt(area) * BigInt(d)) / BigInt(n);
        const least = Number(cut < whole ? cut : whole) / 100;
        expect(report.verdicts[0]?.effects[0]?.amount).toEqual({ min: least, max: least });
      }),
      runs(1000),
    );
  },
  60_000,
);
