import fc from "fast-check";
import { one, ratio } from "../../base/ratio.ts";
import type { Case, Known, Stated } from "../case/model.ts";
import type { BoundIr, Node, Program } from "../ir.ts";
import { day, facts, forest, kind, kinds } from "./forest.testing.ts";
import { caseOf, effectIr, parameterIr, programOf, ruleIr, subjectOf } from "./testing.ts";

/** Random rules and cases over the dictionary of the forest. */

const bound = (limit: Node, index: number): BoundIr => ({
  id: `bound_${index}`,
  direction: index === 2 ? "at_least" : "at_most",
  limit,
  force: index === 1 ? "in_principle" : "must",
  title: undefined,
});

const effect = fc
  .record({
    amount: fc.option(forest.number, { nil: undefined }),
    limits: fc.array(forest.number, { maxLength: 3 }),
    wish: fc.constantFrom(undefined, 4, 5),
    kind: fc.constantFrom<"grant" | "require">("grant", "require"),
  })
  .map(({ amount, limits, wish, kind: of }) =>
    effectIr({ kind: of, amount, wish, account: "pool", bounds: limits.map(bound) }),
  );

export const rules = fc
  .tuple(
    fc.option(forest.truth, { nil: undefined }),
    fc.array(effect, { minLength: 1, maxLength: 2 }),
  )
  .map(([condition, effects]) => ruleIr("m/1/rule", facts, { condition, effects }));

const register = (id: string, entries: readonly string[]): Program["registers"][number] => ({
  id,
  title: { zh: id, en: id },
  issuer: "issuer",
  date: "unknown",
  state: entries.length > 0 ? "imported" : "empty",
  entries: [...entries],
});

/** Two years are arranged, a third has an empty register, and the others have none. */
const calendars: Program["registers"] = [
  { ...register("year-2024", ["2024-02-29", "2024-03-02"]), calendar: 2024 },
  { ...register("year-2025", ["2025-01-01"]), calendar: 2025 },
  { ...register("year-2026", []), calendar: 2026 },
];

export const programWith = (all: Program["rules"]): Program =>
  programOf({
    facts,
    rules: all,
    registers: [register("plan", ["new"]), register("empty", []), ...calendars],
    parameters: [
      parameterIr("ratio", one),
      parameterIr("cap", ratio(1, 5)),
      parameterIr("radius", ratio(1, 2), ratio(4, 5)),
      { ...parameterIr("later", one), values: [] },
    ],
  });

type Values = { readonly [fact: string]: fc.Arbitrary<Known> };

const values: Values = {
  "a.one": fc.boolean(),
  "a.two": fc.boolean(),
  "a.three": fc.boolean(),
  "a.kind": kind,
  "a.area": fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 2 ** 40 })),
  "a.share": fc.integer({ min: 0, max: 60 }),
  "a.change": fc.integer({ min: -4, max: 4 }),
  "a.begun": day,
  "a.ended": day,
  "a.wait": fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 53 - 1 })),
  "a.name": fc.constantFrom("new", "old"),
  "a.uses": fc.subarray([...kinds]),
};
const buildingValues: Values = {
  "building.empty": fc.boolean(),
  "building.kind": kind,
  "building.area": fc.integer({ min: 0, max: 500 }),
  "building.built": day,
};

/** A fact that a case states less of than is the case: the value is what more facts would show. */
export type Veiled = { readonly value: Known; readonly state: Stated };

export type Veil = "known" | "unknown" | "estimate" | "not_applicable";

function veil(value: Known, how: Veil, width: number): Stated {
  if (how === "unknown") return { state: "unknown" };
  if (how === "not_applicable") return { state: "not_applicable", reason: "none here" };
  if (how === "estimate" && typeof value === "number") {
    return { state: "estimate", min: value - (width % 2 === 0 || value === 0 ? 0 : 1), max: value };
  }
  return { state: "known", value };
}

type Veils = { readonly [fact: string]: Veiled };

const veiled = (all: Values, veils: readonly Veil[]): fc.Arbitrary<Veils> =>
  fc.record(
    Object.fromEntries(
      Object.entries(all).map(([fact, value]) => [
        fact,
        fc
          .tuple(value, fc.constantFrom(...veils), fc.nat(3))
          .map(([known, how, width]) => ({ value: known, state: veil(known, how, width) })),
      ]),
    ),
  );

export type VeiledCase = {
  readonly project: Veils;
  /** Undefined: the case does not list its buildings. */
  readonly buildings: readonly Veils[] | undefined;
};

export const cases = (veils: readonly Veil[]): fc.Arbitrary<VeiledCase> =>
  fc.record({
    project: veiled(values, veils),
    buildings: fc.option(fc.array(veiled(buildingValues, veils), { maxLength: 2 }), {
      nil: undefined,
    }),
  });

/** What a case states, or what it would state with every veil lifted that `isLifted` names. */
export function caseFrom(
  program: Program,
  { project, buildings }: VeiledCase,
  isLifted: (fact: string, at: number) => boolean = () => false,
): Case {
  const states = (veils: Veils, at: number) =>
    Object.fromEntries(
      Object.entries(veils).map(([fact, { value, state }]): [string, Stated] => {
        const isFinal = state.state === "not_applicable" || !isLifted(fact, at);
        return [fact, isFinal ? state : { state: "known", value }];
      }),
    );
  const subjects = buildings?.map((veils, index) =>
    subjectOf(program, { level: "building", id: `b${index}` }, states(veils, index + 1)),
  );
  return caseOf(program, states(project, 0), subjects && { building: subjects });
}
