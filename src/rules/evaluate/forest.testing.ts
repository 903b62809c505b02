import fc from "fast-check";
import { one, ratio } from "../../base/ratio.ts";
import { roundings } from "../../base/rounding.ts";
import type { FactIr, Node, Spelling } from "../ir.ts";
import { expressions, factIr } from "./testing.ts";

/** Random well-typed expressions over a small dictionary with every type of fact. */

export const kinds = ["house", "shop", "factory"] as const;
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
  factIr("a.ended", "date"),
  factIr("a.wait", "number", { unit: "days", step: one }),
  factIr("building.built", "date", building),
];

const make = expressions(facts);

/** Days inside and outside the years whose working days the program arranges. */
export const day = fc.constantFrom(
  ...["2024-02-29", "2025-01-01", "2025-06-30", "2025-12-31", "2026-12-30", "9999-12-20"],
);
export const kind = fc.constantFrom(...kinds);
const parameter = fc.integer({ min: 0, max: 3 }).map(make.parameter);
const figure = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => make.number(ratio(n, d)));
const sign = fc.constantFrom<"<" | "<=" | ">" | ">=" | "=" | "!=">("<", "<=", ">", ">=", "=", "!=");
const equality = fc.constantFrom<"=" | "!=">("=", "!=");

const spelling = fc.constantFrom<Spelling>("contains", "starts with", "ends with");
const mode = fc.constantFrom(...roundings);

/** What is rounded to: one, or a figure of the law. */
const step = fc.oneof(
  fc.constant(make.number(one)),
  fc.integer({ min: 0, max: 3 }).map(make.parameter),
);

type Trees = fc.Arbitrary<Node>;
export type Forest = { readonly truth: Trees; readonly number: Trees; readonly date: Trees };
type Place = "project" | "building";

const leafTruths = (place: Place): Trees[] => [
  fc.boolean().map(make.truth),
  fc.constantFrom("a.one", "a.two", "a.three").map(make.fact),
  fc
    .tuple(equality, kind)
    .map(([is, word]) => make.compare(make.fact("a.kind"), is, make.word(word))),
  fc.subarray([...kinds], { minLength: 1 }).map((all) => make.among(make.fact("a.kind"), ...all)),
  fc.constantFrom("new", "old").map((word) => make.among(make.fact("a.name"), word)),
  kind.map((word) => make.holds(make.fact("a.uses"), word)),
  fc
    .tuple(spelling, fc.constantFrom("n", "ol", "new"))
    .map(([how, word]) => make.spelled(make.fact("a.name"), how, word)),
  fc.integer({ min: 0, max: 1 }).map((register) => make.listed(make.fact("a.name"), register)),
  fc.tuple(sign, day).map(([is, on]) => make.compare(make.fact("a.begun"), is, make.date(on))),
  ...(place === "building"
    ? [
        fc.constant(make.fact("building.empty")),
        kind.map((word) => make.compare(make.fact("building.kind"), "=", make.word(word))),
      ]
    : []),
];

const leafNumbers = (place: Place): Trees[] => [
  figure,
  parameter,
  fc.constantFrom("a.area", "a.share", "a.change", "a.wait").map(make.fact),
  ...(place === "building" ? [fc.constant(make.fact("building.area"))] : []),
];

const leafDates = (place: Place): Trees[] => [
  day.map(make.date),
  fc.constantFrom("a.begun", "a.ended").map(make.fact),
  fc.constant(make.asOf()),
  ...(place === "building" ? [fc.constant(make.fact("building.built"))] : []),
];

const leavesOf = (place: Place): Forest => ({
  truth: fc.oneof(...leafTruths(place)),
  number: fc.oneof(...leafNumbers(place)),
  date: fc.oneof(...leafDates(place)),
});

const timeUnit = fc.constantFrom<"day" | "month" | "working_day">("day", "month", "working_day");
const lapse = fc.constantFrom<"month" | "working_day">("month", "working_day");
const least = fc.constantFrom<"min" | "max">("min", "max");
const binary = fc.constantFrom<"add" | "subtract" | "multiply" | "divide">(
  ...(["add", "subtract", "multiply", "divide"] as const),
);

/** Periods of whole units, as the compiler proves them: facts, figures, and sums of these. */
const wholeLeaf = fc.oneof(
  fc.constantFrom("a.change", "a.wait").map(make.fact),
  fc.integer({ min: -40, max: 40 }).map((n) => make.number(ratio(n))),
  fc.constant(make.parameter(0)),
);
const whole = fc.oneof(
  wholeLeaf,
  wholeLeaf.map(make.negate),
  fc.tuple(wholeLeaf, wholeLeaf).map(([a, b]) => make.calculate(a, "subtract", b)),
);

const growTruths = ({ truth, number, date }: Forest): Trees[] => [
  fc.array(truth, { minLength: 1, maxLength: 3 }).map((args) => make.and(...args)),
  fc.array(truth, { minLength: 1, maxLength: 3 }).map((args) => make.or(...args)),
  truth.map(make.not),
  fc.tuple(number, sign, number).map(([a, is, b]) => make.compare(a, is, b)),
  fc.tuple(date, sign, date).map(([a, is, b]) => make.compare(a, is, b)),
  fc.tuple(truth, equality, truth).map(([a, is, b]) => make.compare(a, is, b)),
  fc.tuple(truth, truth, truth).map(([a, b, c]) => make.choose(a, b, c)),
];

const growNumbers = ({ truth, number, date }: Forest): Trees[] => [
  fc.tuple(number, binary, number).map(([a, op, b]) => make.calculate(a, op, b)),
  number.map(make.negate),
  number.map(make.absolute),
  fc.tuple(mode, number, step).map(([how, arg, to]) => make.round(how, arg, to)),
  fc.array(truth, { minLength: 1, maxLength: 3 }).map((args) => make.tally(...args)),
  fc.tuple(least, number, number).map(([op, a, b]) => make.extreme(op, a, b)),
  fc.tuple(truth, number, number).map(([a, b, c]) => make.choose(a, b, c)),
  fc.tuple(date, date).map(([a, b]) => make.calculate(a, "subtract", b)),
  fc.tuple(date, lapse, date).map(([a, unit, b]) => make.elapsed(a, unit, b)),
];

const growDates = ({ truth, date }: Forest): Trees[] => [
  fc.tuple(date, timeUnit, whole).map(([a, unit, by]) => make.shift(a, unit, by)),
  fc.tuple(least, date, date).map(([op, a, b]) => make.extreme(op, a, b)),
  fc.tuple(truth, date, date).map(([a, b, c]) => make.choose(a, b, c)),
];

function grow(place: Place, forest: Forest): Forest {
  const [truths, numbers, dates] = [growTruths(forest), growNumbers(forest), growDates(forest)];
  return {
    truth: fc.oneof(...leafTruths(place), ...truths, ...truths),
    number: fc.oneof(...leafNumbers(place), ...numbers, ...numbers),
    date: fc.oneof(...leafDates(place), ...dates),
  };
}

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
      fc
        .tuple(least, inside.number, inside.truth)
        .map(([fold, body, filter]) => make.filtered(make.over("building", fold, body), filter)),
    ),
    date: fc.oneof(
      { weight: 4, arbitrary: own.date },
      fc.tuple(least, inside.date).map(([fold, body]) => make.over("building", fold, body)),
      fc
        .tuple(least, inside.date, inside.truth)
        .map(([fold, body, filter]) => make.filtered(make.over("building", fold, body), filter)),
    ),
  };
}

export const forest: Forest = grow("project", grow("project", withBuildings(leavesOf("project"))));
