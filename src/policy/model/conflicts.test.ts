import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../base/invariant.ts";
import type { Overlap } from "../../land/index.ts";
import { evaluate, evaluateRules, readCase } from "../../rules/index.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions.ts";
import type { Book } from "./book.ts";
import { conflictsOf, precedencesOf } from "./conflicts.ts";
import { placeRules } from "./conflicts/speaking.ts";

let book: Book;
beforeAll(async () => {
  const opened = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(opened.ok, "the shipped pack compiles");
  book = opened.value;
}, 60_000);

const words = { zh: "图层", en: "Layer" };
const overlap = (layer: Overlap["layer"], level: Overlap["level"]): Overlap => ({
  layer,
  title: { zh: layer, en: layer },
  level,
  mayBe: level,
  ruleSet: null,
  basis: null,
  source: words,
  synthetic: true,
  reachM: null,
  relation: "overlaps",
  areaM2: 500,
  lengthM: 0,
  share: 0.5,
  distanceM: 0,
  features: [],
});

type Facts = Readonly<Record<string, boolean>>;
type Shared = {
  readonly first: string;
  readonly second: string;
  readonly areaM2: number;
  readonly lengthM: number;
};

function check(place: Facts, works: Facts, told: { overlaps: Overlap[]; shared?: Shared[] }) {
  const facts = { place, works };
  const read = readCase(book.program, { id: "place", synthetic: true, facts });
  invariant(read.ok, "the facts are of the dictionary");
  const rules = placeRules(book.program);
  const verdicts = evaluateRules(book.program, read.value, { asOf: "2026-03-16", rules });
  const { overlaps, shared = [] } = told;
  return conflictsOf({ book, verdicts, survey: { overlaps, shared } });
}

describe("a conflict", () => {
  test("is told with the rules of its own layer, what is forbidden first", () => {
    const { answer, conflicts } = check(
      { on_first_water_zone: true, on_farmland: false },
      { builds: true, serves_water: false },
      { overlaps: [overlap("drinking_water", "1")] },
    );
    expect(answer).toBe("barred");
    expect(conflicts[0]?.rules[0]).toMatchObject({
      rule: "ecological-security/4.2.1/first-zone",
      verdict: "applies",
      force: "must",
      prohibits: true,
      citation: { zh: "生态安全规划·4.2.1" },
    });
  });

  test("is open while it is not known what is done there, and says what is missing", () => {
    const { conflicts } = check(
      { on_white_land: true },
      {},
      { overlaps: [overlap("strategic_white", "2")] },
    );
    const rule = conflicts[0]?.rules.find(({ rule: id }) => id === "land-plan/1.1.4/not-used");
    expect(rule).toMatchObject({ verdict: "undecided" });
    expect(rule?.missing[0]?.zh).toContain("新建、改建或扩建");
  });

  test("of two layers says which gives way, by which clause and where both lie", () => {
    const overlaps = [overlap("upper_banks", "1"), overlap("farmland", "1")];
    const shared = [{ first: "upper_banks", second: "farmland", areaM2: 123.45, lengthM: 0 }];
    const place = { on_farmland: true, on_upper_bank: true };
    const { conflicts } = check(place, {}, { overlaps, shared });
    const [banks, farmland] = conflicts;
    expect(banks?.givesWay).toEqual([]);
    expect(farmland?.givesWay).toMatchObject([
      {
        to: "upper_banks",
        areaM2: 123.45,
        rule: "land-plan/4.2.1/bank-before-farmland",
        citation: { zh: "土地规划·4.2.1" },
      },
    ]);
    const apart = check(place, {}, { overlaps, shared: [] });
    expect(apart.conflicts[1]?.givesWay).toEqual([]);
  });

  test.each<[Overlap["level"], string]>([
    ["1", "barred"],
    ["2", "conditions"],
    ["3", "listed"],
    ["advice", "advice"],
  ])("of level %s answers %s", (level, answer) => {
    const overlaps = [overlap("heritage_corridors", level)];
    expect(check({}, {}, { overlaps }).answer).toBe(answer);
  });

  test("says that a stricter layer may lie where none covers the place", () => {
    const met = overlap("heritage_corridors", "advice");
    const silent = { ...overlap("faults", "1"), relation: "unknown" as const, areaM2: 0, share: 0 };
    const report = check({}, {}, { overlaps: [met, silent] });
    expect(report).toMatchObject({ answer: "advice", unknown: 1, stricterUnknown: 1 });
    const rigid = check({}, {}, { overlaps: [overlap("farmland", "1"), silent] });
    expect(rigid).toMatchObject({ answer: "barred", unknown: 1, stricterUnknown: 0 });
  });

  test.each<[string, Facts, Facts, string]>([
    ["forbids", { on_first_water_zone: true }, { builds: true, serves_water: false }, "barred"],
    ["is open", { on_first_water_zone: true }, { builds: true }, "conditions"],
    ["asks", { on_groundwater_source: true }, { builds: true }, "conditions"],
  ])("of a mild layer answers as a clause does that %s", (_, place, works, answer) => {
    const overlaps = [
      overlap("drinking_water", "advice"),
      overlap("groundwater_sources", "advice"),
    ];
    expect(check(place, works, { overlaps }).answer).toBe(answer);
  });

  test("may be stricter where a feature that is met does not say of which class it is", () => {
    const open: Overlap = { ...overlap("ecological_control", "3"), mayBe: "1" };
    const report = check({}, {}, { overlaps: [open] });
    expect(report).toMatchObject({ answer: "listed", unknown: 0, stricterUnknown: 1 });
    const rigid = check({}, {}, { overlaps: [open, overlap("farmland", "1")] });
    expect(rigid).toMatchObject({ answer: "barred", stricterUnknown: 0 });
  });

  test("is clear where every layer covers the place, and none is met", () => {
    const clear = { ...overlap("faults", "1"), relation: "clear" as const, areaM2: 0, share: 0 };
    expect(check({}, {}, { overlaps: [clear] })).toMatchObject({ answer: "clear", unknown: 0 });
    const silent = { ...clear, relation: "unknown" as const };
    expect(check({}, {}, { overlaps: [silent] })).toMatchObject({ answer: "unknown", unknown: 1 });
  });
});

describe("where the map is silent", () => {
  const silent = (layer: Overlap["layer"], level: Overlap["level"]): Overlap => ({
    ...overlap(layer, level),
    relation: "unknown",
    areaM2: 0,
    share: 0,
    distanceM: null,
  });

  test("the rules speak that rest on what was stated of the layer, and no others", () => {
    const told = { overlaps: [silent("drinking_water", "1"), silent("strategic_white", "1")] };
    const stated = { on_first_water_zone: true };
    const works = { builds: true, serves_water: false };
    const rule = "ecological-security/4.2.1/first-zone";
    const { answer, conflicts } = check(stated, works, told);
    expect(answer).toBe("barred");
    const [water, white] = conflicts;
    expect(water?.rules.map(({ rule: id }) => id)).toContain(rule);
    expect(white?.rules).toEqual([]);
    const open = check(stated, {}, told);
    expect(open.answer).toBe("unknown");
    expect(open.conflicts[0]?.rules).toContainEqual(
      expect.objectContaining({ rule, verdict: "undecided" }),
    );
    expect(check({}, works, told).conflicts.flatMap(({ rules }) => rules)).toEqual([]);
  });

  test("a layer that only reaches is counted, and keeps nothing from being clear", () => {
    const parks: Overlap = { ...silent("parks", "none"), reachM: 500 };
    const units: Overlap = silent("blocks", "none");
    const { answer, unknown, stricterUnknown, conflicts } = check(
      {},
      {},
      { overlaps: [parks, units] },
    );
    expect({ answer, unknown, stricterUnknown }).toEqual({
      answer: "clear",
      unknown: 1,
      stricterUnknown: 0,
    });
    expect(conflicts.map((conflict) => conflict.overlap.layer)).toEqual(["parks"]);
  });
});

test("the rules of places are answered as the whole report answers them", () => {
  const facts = { place: { on_farmland: true, on_upper_bank: true }, works: { builds: true } };
  const read = readCase(book.program, { id: "place", synthetic: true, facts });
  invariant(read.ok, "the facts are of the dictionary");
  const rules = placeRules(book.program);
  const whole = evaluate(book.program, read.value, { asOf: "2026-03-16" });
  const some = evaluateRules(book.program, read.value, { asOf: "2026-03-16", rules });
  expect(some).toEqual(whole.verdicts.filter(({ rule }) => rules.has(rule)));
  expect(some.length).toBeGreaterThan(20);
  expect(some.length).toBeLessThan(whole.verdicts.length);
});

/** The facts under which a rule applies, where it asks for nothing but what is so. */
const allTrue = (rule: string): { place: Facts; works: Facts } => {
  const { rules, facts } = book.program;
  const { reads } = rules.find(({ id }) => id === rule)!;
  const of = (group: string): Facts =>
    Object.fromEntries(
      reads
        .map((index) => facts[index]!.definition.id.split("."))
        .filter(([first]) => first === group)
        .map(([, name]) => [name!, true]),
    );
  return { place: of("place"), works: of("works") };
};

const layersByWord: Readonly<Record<string, Overlap["layer"]>> = {
  source: "drinking_water",
  groundwater: "groundwater_sources",
  bank: "upper_banks",
  management: "river_management",
  farmland: "farmland",
  reserve: "farmland_reserve",
  retained: "farmland_retained",
};

test("each precedence lets the one layer give way to the other, and not the other way round", () => {
  const terms = precedencesOf(book).map(({ term }) => term);
  const spoken = terms.map((term) => {
    const [first, second] = term.split("_before_").map((word) => layersByWord[word]!);
    const rule = book.program.rules.find(({ effects }) =>
      effects.some(({ kind, target }) => kind === "priority" && target === term),
    );
    invariant(rule && first && second, `a rule speaks the precedence ${term}`);
    const { place, works } = allTrue(rule.id);
    const overlaps = [overlap(first, "1"), overlap(second, "1")];
    const shared = [{ first, second, areaM2: 10, lengthM: 0 }];
    const { conflicts } = check(place, works, { overlaps, shared });
    return conflicts.map(({ givesWay }) => givesWay.map(({ to }) => to));
  });
  const wanted = terms.map((term) => [[], [layersByWord[term.split("_before_")[0]!]]]);
  expect(terms.length).toBeGreaterThan(7);
  expect(spoken).toEqual(wanted);
});

test("every precedence names two layers that rules speak of", () => {
  const layers = new Set(book.program.facts.map(({ definition }) => definition.map?.layer));
  const named = precedencesOf(book).flatMap(({ first, second }) => [first, second]);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((layer) => !layers.has(layer))).toEqual([]);
});
