import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { one } from "../../base/ratio.ts";
import type { Case, Stated } from "../case/model.ts";
import type { EffectLine, RuleVerdict } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { effectScale, toAmount } from "../evaluate/figures.ts";
import { levelNumber } from "../evaluate/rows.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  programOf,
  ruleIr,
  subjectOf,
} from "../evaluate/testing.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "../evaluate/trees.testing.ts";
import type { Program } from "../ir.ts";
import { evaluateAll, type LibraryVerdicts } from "./evaluate-all.ts";
import { libraryOf } from "./library.ts";
import { answers, conditions, verdicts } from "./verdicts.ts";

const asOf = "2026-01-01";
const veils: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];

type Told = Pick<RuleVerdict, "condition" | "verdict"> & { readonly effects: readonly unknown[] };

const toldEffect = ({ amount, bounds }: EffectLine) => ({
  amount,
  bounds: (bounds ?? []).map(({ answer }) => answer),
});

/** What the columns hold as well, of a report on one case. */
const toldOneByOne = (program: Program, facts: Case): Told[] =>
  evaluate(program, facts, { asOf, engine: "reference" }).verdicts.map(
    ({ condition, verdict, effects }) => ({
      condition,
      verdict,
      effects: effects.map(toldEffect),
    }),
  );

function toldByColumns({ program, library, rules: all }: LibraryVerdicts, owner: number): Told[] {
  return program.rules.flatMap((rule, index) => {
    const { starts } = library.levels[levelNumber[rule.level]]!;
    const columns = all[index]!;
    const ats = Array.from({ length: starts[owner + 1]! - starts[owner]! }, (_, at) => at);
    return ats.map((place): Told => {
      const at = starts[owner]! + place;
      const effects = columns.effects.flatMap((effect, which) => {
        if (effect.stands[at] === 0) return [];
        const ir = rule.effects[which]!;
        const [min, max] = [effect.min[at]!, effect.max[at]!];
        const amount = Number.isNaN(min) ? undefined : toAmount({ min, max }, effectScale(ir));
        return [{ amount, bounds: effect.bounds.map((codes) => answers[codes[at]!]) }];
      });
      return {
        condition: conditions[columns.condition[at]!]!,
        verdict: verdicts[columns.verdict[at]!]!,
        effects,
      };
    });
  });
}

describe("a library in columns", () => {
  test("has the verdicts of its cases one by one, whatever the rules and the cases", () => {
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 2 }),
        fc.array(cases(veils), { maxLength: 2 }),
        fc.boolean(),
        (made, veiled, isOverriding) => {
          const last = made.length - 1;
          const all = made.map((rule, at) => ({
            ...rule,
            id: `m/1/rule-${at}`,
            overrides: isOverriding && at < last ? [last] : [],
          }));
          const program = programWith(all);
          const library = libraryOf(
            program,
            veiled.map((one) => caseFrom(program, one)),
          );
          const found = evaluateAll(program, library, { asOf });
          library.cases.forEach((facts, owner) => {
            expect(toldByColumns(found, owner)).toEqual(toldOneByOne(program, facts));
          });
        },
      ),
      runs(1000),
    );
  }, 120_000);

  test("asks each subject of a fold, and not the first of its case, what does not apply", () => {
    const facts = [
      factIr("a.area", "number"),
      { ...factIr("b.empty", "boolean"), level: "building" as const },
    ];
    const make = expressions(facts);
    const isLarge = make.compare(make.fact("a.area"), ">", make.number(one));
    const isCounted = make.and(isLarge, make.fact("b.empty"));
    const amount = make.over("building", "count", isCounted);
    const program = programOf({
      facts,
      rules: [ruleIr("m/1/rule", facts, { effects: [effectIr({ amount })] })],
    });
    const gone: Stated = { state: "not_applicable", reason: "none here" };
    const madeOf = (...states: readonly (boolean | Stated)[]): Case => {
      const building = states.map((state, at) =>
        subjectOf(program, { level: "building", id: `b${at}` }, { "b.empty": state }),
      );
      return caseOf(program, {}, { building });
    };
    const all = [madeOf(true, gone), madeOf(true, true), madeOf(), madeOf(false, true)];
    const found = evaluateAll(program, libraryOf(program, all), { asOf });
    expect(all.map((_, owner) => toldByColumns(found, owner))).toEqual(
      all.map((one) => toldOneByOne(program, one)),
    );
  });

  test("without a case has no verdict", () => {
    const program = programWith([]);
    expect(evaluateAll(program, libraryOf(program, []), { asOf }).rules).toEqual([]);
  });
});
