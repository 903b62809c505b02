import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import type { Case } from "../case/model.ts";
import { caseFrom, cases, programWith, rules, type Veil } from "../evaluate/trees.testing.ts";
import type { Program } from "../ir.ts";
import { evaluateAll } from "./evaluate-all.ts";
import { exactSum } from "./exact-sum.ts";
import { libraryOf } from "./library.ts";
import { mergeSummaries } from "./merge-summaries.ts";
import { makesGroups, summarize, type LibrarySummary } from "./summary.ts";
import { verdicts } from "./verdicts.ts";

const asOf = "2026-01-01";
const veils: readonly Veil[] = ["known", "unknown", "estimate", "not_applicable"];

const summaryOf = (program: Program, stretch: readonly Case[], by?: number): LibrarySummary =>
  summarize(evaluateAll(program, libraryOf(program, stretch), { asOf }), by);

/** A list cut at places, in an order that numbers decide. */
function shuffledParts<Item>(all: readonly Item[], cuts: readonly number[]): Item[][] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (all.length + 1)), all.length])];
  places.sort((one, other) => one - other);
  const parts = places.map((from, at) => all.slice(from, places[at + 1] ?? all.length));
  return parts.sort((one, other) => ((one.length * 7 + 3) % 5) - ((other.length * 7 + 3) % 5));
}

describe("the summary of a library", () => {
  test("is that of its parts merged, wherever it is cut and in whatever order", () => {
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 2 }),
        fc.array(cases(veils), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (made, veiled, cuts) => {
          const program = programWith(made.map((rule, at) => ({ ...rule, id: `m/1/rule-${at}` })));
          const all = veiled.map((one) => caseFrom(program, one));
          const by = program.facts.findIndex((_, index) => makesGroups(program, index));
          const group = by < 0 ? undefined : by;
          const merged = shuffledParts(all, cuts)
            .map((part) => summaryOf(program, part, group))
            .reduce(mergeSummaries);
          expect(merged).toEqual(summaryOf(program, all, group));
          expect(mergeSummaries(merged, summaryOf(program, [], group))).toEqual(merged);
        },
      ),
      runs(300),
    );
  }, 60_000);

  test("counts each subject once, under the verdict that the columns give", () => {
    fc.assert(
      fc.property(rules, fc.array(cases(veils), { minLength: 1, maxLength: 4 }), (made, veiled) => {
        const program = programWith([made]);
        const found = evaluateAll(
          program,
          libraryOf(
            program,
            veiled.map((one) => caseFrom(program, one)),
          ),
          { asOf },
        );
        const [tally] = Object.values(Object.values(summarize(found).groups)[0]!.rules);
        const codes = [...found.rules[0]!.verdict];
        const counts = verdicts.map((_, code) => codes.filter((one) => one === code).length);
        expect(tally?.subjects).toEqual(counts);
      }),
      runs(200),
    );
  }, 60_000);

  test("is not merged with one of another day", () => {
    const program = programWith([]);
    const other = { ...summaryOf(program, []), asOf: "2027-01-01" };
    expect(() => mergeSummaries(summaryOf(program, []), other)).toThrow(/one day/);
  });
});

describe("an exact sum", () => {
  test("is that of whole numbers without bounds, in any order", () => {
    const whole = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.array(whole), (values) => {
        const sum = exactSum();
        for (const value of values) sum.add(value);
        expect(sum.total()).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      }),
      runs(1000),
    );
  });
});
