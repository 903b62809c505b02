import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { accountsOf } from "../columns/accounts.ts";
import { evaluateAll, type LibraryVerdicts } from "../columns/evaluate-all.ts";
import { libraryOf } from "../columns/library.ts";
import type { Case } from "../case/model.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { effectScale, toAmount } from "../evaluate/figures.ts";
import { cases, caseFrom, programWith, rules, type Veil } from "../evaluate/trees.testing.ts";
import type { Program, RuleIr } from "../ir.ts";
import { rowsOf } from "./rows.ts";
import { shifts, simulate } from "./simulate.ts";
import { tally } from "./tally.ts";
import { withFigure } from "./with-figure.ts";

const asOf = "2026-01-01";
const veils: readonly Veil[] = ["known", "known", "known", "unknown", "estimate", "not_applicable"];

/** Each rule in its place, those before the last overridden by it where that is asked. */
const placed = (all: readonly RuleIr[], isOverriding: boolean): readonly RuleIr[] =>
  all.map((rule, at) => ({
    ...rule,
    id: `m/1/rule-${at}`,
    overrides: isOverriding && at < all.length - 1 ? [all.length - 1] : [],
  }));

type Change = (law: readonly RuleIr[], isOverriding: boolean) => Program;

/** What a reform may do: move a figure, say a rule otherwise, add or drop one, fill a register. */
const reforms: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.nat(3), fc.integer({ min: 0, max: 12 }), fc.nat(3))
    .map(([parameter, min, width]): Change => {
      // Some dates are moved by the first, which the compiler holds to whole numbers.
      const parts = parameter === 0 ? 1 : 8;
      const ends = { min: ratio(min, parts), max: ratio(min + width, parts) };
      return (law, flag) => withFigure(programWith(placed(law, flag)), parameter, ends);
    }),
  fc.tuple(fc.nat(2), rules).map(([at, rule]): Change => {
    return (law, flag) => programWith(placed(law.with(at % law.length, { ...rule }), flag));
  }),
  rules.map(
    (rule): Change =>
      (law, flag) =>
        programWith(placed([...law, rule], flag)),
  ),
  fc.constant<Change>((law, flag) => programWith(placed(law.slice(0, -1), flag))),
  fc.subarray(["new", "old"], { minLength: 1 }).map((entries): Change => {
    return (law, flag) => {
      const program = programWith(placed(law, flag));
      const registers = program.registers.map((register) =>
        register.calendar ? register : { ...register, state: "imported" as const, entries },
      );
      return { ...program, registers };
    };
  }),
  fc.boolean().map(
    (flag): Change =>
      (law) =>
        programWith(placed(law, flag)),
  ),
);

const laws = fc.tuple(fc.array(rules, { minLength: 1, maxLength: 3 }), fc.boolean(), reforms);
const veiled = fc.array(cases(veils), { minLength: 1, maxLength: 3 });

type Trial = { readonly base: LibraryVerdicts; readonly reformed: Program };

function trialOf(
  [law, isOverriding, change]: readonly [readonly RuleIr[], boolean, Change],
  all: readonly Parameters<typeof caseFrom>[1][],
): Trial {
  const program = programWith(placed(law, isOverriding));
  const library = libraryOf(
    program,
    all.map((one, at) => ({ ...caseFrom(program, one), id: `case-${at}` })),
  );
  const base = evaluateAll(program, library, { asOf });
  return { base, reformed: change(law, isOverriding) };
}

describe("a reform", () => {
  test("asked of the rules that it changes comes out as asked of all", () => {
    fc.assert(
      fc.property(laws, veiled, (law, all) => {
        const { base, reformed } = trialOf(law, all);
        const quick = evaluateAll(reformed, base.library, { asOf, since: base });
        const whole = evaluateAll(reformed, base.library, { asOf });
        expect(quick.rules).toEqual(whole.rules);
        expect(quick.alone).toEqual(whole.alone);
      }),
      runs(300),
    );
  }, 120_000);

  test("has a row with a cause for each subject that fares otherwise, and no other", () => {
    fc.assert(
      fc.property(laws, veiled, (law, all) => {
        const { base, reformed } = trialOf(law, all);
        const simulation = simulate(base, reformed);
        const rows = [...rowsOf(simulation)];
        expect(rows.every(({ causes }) => causes.length > 0)).toBe(true);
        const counted = tally(simulation).total.rules.flatMap(({ counts }) => counts.slice(1));
        expect(rows.length).toBe(counted.reduce((sum, count) => sum + count, 0));
        for (const { rule, subject, from, to, case: id } of rows) {
          const facts = base.library.cases.find((one) => one.id === id) as Case;
          expect([verdictIn(base.program, facts, { rule, subject }), from]).toEqual([from, from]);
          expect([verdictIn(reformed, facts, { rule, subject }), to]).toEqual([to, to]);
        }
      }),
      runs(150),
    );
  }, 120_000);

  test("that changes nothing moves nothing", () => {
    fc.assert(
      fc.property(laws, veiled, (law, all) => {
        const { base } = trialOf(law, all);
        const again = programWith(base.program.rules.map((rule) => ({ ...rule })));
        const { rules: moved } = simulate(base, again);
        expect(moved.every(({ codes }) => codes.every((code) => shifts[code] === "same"))).toBe(
          true,
        );
        expect(moved.every(({ causes }) => causes.length === 0)).toBe(true);
      }),
      runs(300),
    );
  }, 120_000);
});

type Told = { readonly rule: string; readonly subject: string };

function verdictIn(program: Program, facts: Case, { rule, subject }: Told): string {
  const { verdicts } = evaluate(program, facts, { asOf });
  const found = verdicts.find((one) => one.rule === rule && one.subject === subject);
  return found?.verdict ?? "does_not_apply";
}

describe("the accounts of a library", () => {
  test("give to each case what the totals of its report say", () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 3 }), cases(veils), (law, one) => {
        const program = programWith(placed(law, false));
        const facts = caseFrom(program, one);
        const given = evaluateAll(program, libraryOf(program, [facts]), { asOf });
        const { totals } = evaluate(program, facts, { asOf });
        const sums = accountsOf(given).map(({ min, max }) => ({ min: min[0]!, max: max[0]! }));
        const effect = program.rules[0]!.effects[0]!;
        const told = sums.map((sum) => toAmount(sum, effectScale(effect)));
        const nothing = { min: 0, max: 0 };
        const expected = totals.map(({ amount }) => amount);
        expect(told.filter((sum) => !isSame(sum, nothing))).toEqual(
          summed(expected).filter((sum) => !isSame(sum, nothing)),
        );
      }),
      runs(300),
    );
  }, 120_000);
});

type Ends = { readonly min?: number; readonly max?: number };

const isSame = (a: Ends, b: Ends): boolean => a.min === b.min && a.max === b.max;

/** The totals of all subjects of a case; an end that one of them has not the sum has not. */
function summed(all: readonly Ends[]): Ends[] {
  if (all.length === 0) return [];
  const min = all.reduce((sum, one) => sum + (one.min ?? -Infinity), 0);
  const max = all.reduce((sum, one) => sum + (one.max ?? Infinity), 0);
  return [{ ...(min > -Infinity && { min }), ...(max < Infinity && { max }) }];
}
