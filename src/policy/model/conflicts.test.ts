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
  ruleSet: null,
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
    const told = { overlaps: [silent("farmland", "1"), silent("strategic_white", "2")] };
    const { answer, conflicts } = check({ on_farmland: true }, { builds: true }, told);
    expect(answer).toBe("unknown");
    const [farmland, white] = conflicts;
    expect(farmland?.rules.map(({ rule }) => rule)).toContain("land-plan/4.2.1/not-built");
    expect(white?.rules).toEqual([]);
    const open = check({ on_farmland: true }, {}, told);
    expect(open.conflicts[0]?.rules).toContainEqual(
      expect.objectContaining({ rule: "land-plan/4.2.1/not-built", verdict: "undecided" }),
    );
    expect(check({}, { builds: true }, told).conflicts.flatMap(({ rules }) => rules)).toEqual([]);
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

test("every precedence names two layers that rules speak of", () => {
  const layers = new Set(book.program.facts.map(({ definition }) => definition.map?.layer));
  const named = precedencesOf(book).flatMap(({ first, second }) => [first, second]);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((layer) => !layers.has(layer))).toEqual([]);
});
