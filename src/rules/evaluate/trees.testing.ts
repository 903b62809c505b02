import fc from "fast-check";
import { one, ratio } from "../../base/ratio.ts";
import type { Case, Known, Stated } from "../case/model.ts";
import type { BoundIr, FactIr, Node, Program } from "../ir.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  programOf,
  ruleIr,
  subjectOf,
} from "./testing.ts";

/** Random well-typed rules and cases over a small dictionary with every type of fact. */

const kinds = ["house", "shop", "factory"] as const;
const building = { level: "building" } as const;

export const facts: readonly FactIr[] = [
  factIr("a.one", "boolean"),
  factIr("a.two", "boolean"),
  factIr("a.three", "boolean"),
  factIr("a.kind", "enumeration", { options: kinds }),
  factIr("a.area", "number"),
  factIr("a.share", "number", { unit: "1", step: ratio(1, 3), max: 60 }),
  factIr("a.change", "number", { unit: "1", step: one, min: -4, max: 4 }),
  factIr("a.begun", "date"),
  factIr("a.name", "text"),
  factIr("a.uses", "list", { options: kinds }),
  factIr("building.empty", "boolean", building),
  factIr("building.kind", "enumeration", { ...building, options: kinds }),
  factIr("building.area", "number", { ...building, max: 500 }),
];

const make = expressions(facts);
const day = fc.constantFrom("2024-02-29", "2025-01-01", "2025-06-30");
const kind = fc.constantFrom(...kinds);
const parameter = fc.integer({ min: 0, max: 3 }).map(make.parameter);
const figure = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => make.number(ratio(n, d)));
const sign = fc.constantFrom<"<" | "<=" | ">" | ">=" | "=" | "!=">("<", "<=", ">", ">=", "=", "!=");
const equality = fc.constantFrom<"=" | "!=">("=", "!=");

type Forest = { readonly truth: fc.Arbitrary<Node>; readonly number: fc.Arbitrary<Node> };
type Place = "project" | "building";

const leafTruths = (place: Place): fc.Arbitrary<Node>[] => [
  fc.boolean().map(make.truth),
  fc.constantFrom("a.one", "a.two", "a.three").map(make.fact),
  fc
    .tuple(equality, kind)
    .map(([is, word]) => make.compare(make.fact("a.kind"), is, make.word(word))),
  fc.subarray([...kinds], { minLength: 1 }).map((all) => make.among(make.fact("a.kind"), ...all)),
  fc.constantFrom("new", "old").map((word) => make.among(make.fact("a.name"), word)),
  kind.map((word) => make.holds(make.fact("a.uses"), word)),
  fc.integer({ min: 0, max: 1 }).map((register) => make.listed(make.fact("a.name"), register)),
  fc.tuple(sign, day).map(([is, on]) => make.compare(make.fact("a.begun"), is, make.date(on))),
  ...(place === "building"
    ? [
        fc.constant(make.fact("building.empty")),
        kind.map((word) => make.compare(make.fact("building.kind"), "=", make.word(word))),
      ]
    : []),
];

const leafNumbers = (place: Place): fc.Arbitrary<Node>[] => [
  figure,
  parameter,
  fc.constantFrom("a.area", "a.share", "a.change").map(make.fact),
  ...(place === "building" ? [fc.constant(make.fact("building.area"))] : []),
];

const binary = fc.constantFrom<"add" | "subtract" | "multiply" | "divide">(
  "add",
  "subtract",
  "multiply",
  "divide",
);

function grow(place: Place, { truth, number }: Forest): Forest {
  const truths = [
    fc.array(truth, { minLength: 1, maxLength: 3 }).map((args) => make.and(...args)),
    fc.array(truth, { minLength: 1, maxLength: 3 }).map((args) => make.or(...args)),
    truth.map(make.not),
    fc.tuple(number, sign, number).map(([a, is, b]) => make.compare(a, is, b)),
    fc.tuple(truth, equality, truth).map(([a, is, b]) => make.compare(a, is, b)),
    fc.tuple(truth, truth, truth).map(([a, b, c]) => make.choose(a, b, c)),
  ];
  const numbers = [
    fc.tuple(number, binary, number).map(([a, op, b]) => make.calculate(a, op, b)),
    number.map(make.negate),
    fc
      .tuple(fc.constantFrom<"min" | "max">("min", "max"), number, number)
      .map(([op, a, b]) => make.extreme(op, a, b)),
    fc.tuple(truth, number, number).map(([a, b, c]) => make.choose(a, b, c)),
  ];
  return {
    truth: fc.oneof(...leafTruths(place), ...truths, ...truths),
    number: fc.oneof(...leafNumbers(place), ...numbers, ...numbers),
  };
}

const leavesOf = (place: Place): Forest => ({
  truth: fc.oneof(...leafTruths(place)),
  number: fc.oneof(...leafNumbers(place)),
});

/** Adds what folds over the buildings of a case to what a project sees. */
function withBuildings(own: Forest): Forest {
  const inside = grow("building", leavesOf("building"));
  const over = fc.constantFrom<"some" | "every">("some", "every");
  const total = fc.constantFrom<"sum" | "min" | "max">("sum", "min", "max");
  return {
    truth: fc.oneof(
      { weight: 4, arbitrary: own.truth },
      fc.tuple(over, inside.truth).map(([fold, body]) => make.over("building", fold, body)),
    ),
    number: fc.oneof(
      { weight: 4, arbitrary: own.number },
      fc.tuple(total, inside.number).map(([fold, body]) => make.over("building", fold, body)),
      inside.truth.map((body) => make.over("building", "count", body)),
    ),
  };
}

export const forest: Forest = grow("project", grow("project", withBuildings(leavesOf("project"))));

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

export const programWith = (all: Program["rules"]): Program =>
  programOf({
    facts,
    rules: all,
    registers: [register("plan", ["new"]), register("empty", [])],
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
  "a.name": fc.constantFrom("new", "old"),
  "a.uses": fc.subarray([...kinds]),
};
const buildingValues: Values = {
  "building.empty": fc.boolean(),
  "building.kind": kind,
  "building.area": fc.integer({ min: 0, max: 500 }),
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
