import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { evaluateAll } from "../columns/evaluate-all.ts";
import { libraryOf } from "../columns/library.ts";
import { cases, caseFrom, programWith, rules, type Veil } from "../evaluate/trees.testing.ts";
import { measure, type Measured } from "./goal.ts";
import { simulate } from "./simulate.ts";
import { paretoFront, sweep, type FrontPoint, type Objective, type Swept } from "./sweep.ts";
import { tally } from "./tally.ts";
import { withValue } from "./with-figure.ts";

const asOf = "2026-01-01";
const veils: readonly Veil[] = ["known", "known", "unknown", "estimate"];
const pool: Measured = { kind: "total", account: "pool" };
const applying: Measured = { kind: "count", rule: 0, is: "applies" };

const figures = (parameter: number): Swept => ({
  parameter,
  values: [0, 1, 2].map((count) => ratio(count, parameter === 0 ? 1 : 2)),
});

const laws = fc.array(rules, { minLength: 1, maxLength: 2 });
const libraries = fc.array(cases(veils), { minLength: 1, maxLength: 3 });

type Given = [Parameters<typeof programWith>[0], readonly Parameters<typeof caseFrom>[1][]];

function baseOf([law, all]: Given) {
  const program = programWith(law.map((rule, at) => ({ ...rule, id: `m/1/rule-${at}` })));
  const library = libraryOf(
    program,
    all.map((one) => caseFrom(program, one)),
  );
  return evaluateAll(program, library, { asOf });
}

describe("a parameter that is swept", () => {
  test("comes at each figure to what the reform to that figure comes to", () => {
    fc.assert(
      fc.property(laws, libraries, (law, all) => {
        const base = baseOf([law, all]);
        const swept = sweep(base, figures(1));
        if (!swept.ok) throw new Error(swept.refusal);
        for (const { at, tally: found } of swept.value) {
          expect(found).toEqual(tally(simulate(base, withValue(base.program, 1, at))));
        }
      }),
      runs(40),
    );
  }, 120_000);
});

describe("a front of two parameters", () => {
  const objectives: readonly [Objective, Objective] = [
    { of: applying, want: "more" },
    { of: pool, want: "less" },
  ];

  test("is what no other pair betters, and nothing else", () => {
    fc.assert(
      fc.property(laws, libraries, (law, all) => {
        const base = baseOf([law, all]);
        const [one, other] = [figures(0), figures(1)];
        const front = paretoFront(base, [one, other], objectives);
        if (!front.ok) throw new Error(front.refusal);
        const every = one.values.flatMap((first) =>
          other.values.map((second): FrontPoint => {
            const moved = withValue(withValue(base.program, 0, first), 1, second);
            const given = evaluateAll(moved, base.library, { asOf });
            return {
              at: [first, second],
              measures: [measure(given, applying), measure(given, pool)],
            };
          }),
        );
        const betters = (a: FrontPoint, b: FrontPoint): boolean => {
          const [more, less] = [a.measures[0] - b.measures[0], b.measures[1] - a.measures[1]];
          return more >= 0n && less >= 0n && (more > 0n || less > 0n);
        };
        const best = every.filter((point) => !every.some((rival) => betters(rival, point)));
        const inOrder = (points: readonly FrontPoint[]) =>
          points
            .map(({ at, measures }) =>
              [...at.map(({ n, d }) => `${n}/${d}`), ...measures].join(" "),
            )
            .sort();
        expect(inOrder(front.value)).toEqual(inOrder(best));
      }),
      runs(40),
    );
  }, 120_000);
});
