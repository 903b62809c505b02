import { describe, expect, test } from "vitest";
import { stateOf, type Case } from "./model.ts";
import { factIndex, sample } from "./sample.ts";
import { readCaseText, type TextKind } from "./text.ts";

function read(text: string, kind: TextKind): readonly Case[] {
  const decision = readCaseText(sample, text, kind);
  if (!decision.ok) throw new Error(decision.refusal.map(({ message }) => message.en).join("\n"));
  return decision.value;
}

function refused(text: string, kind: TextKind) {
  const decision = readCaseText(sample, text, kind);
  return decision.ok ? [] : decision.refusal;
}

const stated = (one: Case | undefined, id: string, level: "project" | "building" = "project") =>
  one?.subjects[level].map((subject) => stateOf(subject, factIndex(id)))[0];

const siteArea = "contribution.site_area";

describe("a file of facts", () => {
  test("in YAML is one case, a list of cases, or several documents", () => {
    expect(
      read("contribution: { site_area: 0.10 }", "yaml").map((one) => stated(one, siteArea)),
    ).toEqual([{ state: "known", value: 10 }]);
    const list = "- { id: a, facts: {} }\n- { id: b, facts: { contribution: { site_area: 2 } } }";
    expect(read(list, "yaml").map(({ id }) => id)).toEqual(["a", "b"]);
    expect(read("--- { id: a }\n--- { id: b }", "yaml").map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("keeps the decimals that were written where a double would lose them", () => {
    const text = "project: { approved_floor_area: 90071992547409.91 }";
    expect(stated(read(text, "yaml")[0], "project.approved_floor_area")).toEqual({
      state: "known",
      value: 9_007_199_254_740_991,
    });
    const finer = "contribution: { site_area: 0.1000000000000000055 }";
    expect(refused(finer, "yaml")).toMatchObject([
      { code: "finer_than_quantum", value: "0.1000000000000000055" },
    ]);
  });

  test("in JSON and JSON Lines is read as it stands", () => {
    const one = '{"id": "a", "facts": {"contribution": {"site_area": 2}}}';
    expect(stated(read(one, "json")[0], siteArea)).toEqual({ state: "known", value: 200 });
    expect(read(`${one}\n\n${one.replace('"a"', '"b"')}\n`, "jsonl").map(({ id }) => id)).toEqual([
      "a",
      "b",
    ]);
  });

  test("in CSV has a fact in each column, an estimate as a..b, and a blank for unknown", () => {
    const text = [
      "\uFEFFid,title,contribution.site_area,contribution.free_of_charge,contribution.kind,contribution.uses",
      'a,"旧厂房, 二期",500.5,是,public space,office;culture',
      "b,,100..200,,,",
      'c,"a ""quoted"" title",不适用：没有用地,FALSE,municipal（中）,',
    ].join("\r\n");
    const cases = read(text, "csv");
    expect(cases.map(({ title }) => title)).toEqual([
      "旧厂房, 二期",
      undefined,
      'a "quoted" title',
    ]);
    expect(cases.map((one) => stated(one, siteArea))).toEqual([
      { state: "known", value: 50_050 },
      { state: "estimate", min: 10_000, max: 20_000 },
      { state: "not_applicable", reason: "没有用地" },
    ]);
    expect(cases.map((one) => stated(one, "contribution.free_of_charge"))).toEqual([
      { state: "known", value: true },
      { state: "unknown" },
      { state: "known", value: false },
    ]);
    expect(stated(cases[2], "contribution.kind")).toEqual({ state: "known", value: "municipal" });
    expect(stated(cases[0], "contribution.uses")).toEqual({
      state: "known",
      value: ["office", "culture"],
    });
  });

  test("in CSV gives a row its one building where a column speaks of buildings", () => {
    const [first, second] = read("id,building.kind,heritage.protected\na,factory,是\nb,,", "csv");
    expect(first?.subjects.building.map(({ id }) => id)).toEqual(["a"]);
    expect(stated(first, "building.kind", "building")).toEqual({
      state: "known",
      value: "factory",
    });
    expect(second?.stated.building).toBe(false);
  });

  test("in GeoJSON has its facts as properties", () => {
    const feature = {
      type: "Feature",
      id: 12,
      geometry: null,
      properties: { contribution: { site_area: 3 }, synthetic: true },
    };
    const [one] = read(
      JSON.stringify({ type: "FeatureCollection", features: [feature] }),
      "geojson",
    );
    expect(one).toMatchObject({ id: "12", synthetic: true });
    expect(stated(one, siteArea)).toEqual({ state: "known", value: 300 });
  });
});

describe("a broken file", () => {
  const wrong: readonly (readonly [string, TextKind, string, object])[] = [
    ["YAML with a key twice", "yaml", "a: 1\na: 2", { code: "broken_text", line: 2, column: 1 }],
    ["YAML indented with tabs", "yaml", "a:\n\t- b", { code: "broken_text", line: 2 }],
    ["YAML with an alias", "yaml", "a: &x 1\nb: *x", { code: "broken_text", line: 2, column: 4 }],
    ["YAML nested beyond reason", "yaml", "[".repeat(20_000), { code: "broken_text" }],
    ["an empty YAML", "yaml", "# nothing\n", { code: "empty_text" }],
    ["JSON that stops", "json", '{"a":', { code: "broken_text", line: 1, column: 6 }],
    ["JSON with a comma too many", "json", '{\n"a": 1,}', { code: "broken_text", line: 2 }],
    ["a broken line among lines", "jsonl", "{}\n{,}", { code: "broken_text", row: 2, line: 2 }],
    ["CSV with an open quote", "csv", 'id\n"a', { code: "broken_text", line: 2 }],
    ["CSV with a cell too many", "csv", "id\na,b", { code: "wrong_cell_count", row: 2 }],
    ["CSV with a column twice", "csv", "id,id\na,b", { code: "column_twice", row: 1 }],
    ["CSV of nothing", "csv", "", { code: "empty_text" }],
    ["GeoJSON of something else", "geojson", '{"type":"Point"}', { code: "not_geojson" }],
    ["two cases of one id", "csv", "id\na\na", { code: "duplicate_case", id: "a" }],
  ];

  test.each(wrong)("%s is refused in both languages", (_name, kind, text, expected) => {
    const [refusal] = refused(text, kind);
    expect(refusal).toMatchObject(expected);
    expect(refusal?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(refusal?.message.en).toMatch(/^[^\p{Script=Han}]+$/u);
  });

  test("names the row and the nearest right column", () => {
    expect(refused("id,contribution.site_aera\na,4", "csv")).toMatchObject([
      { code: "unknown_fact", row: 1, nearest: "contribution.site_area" },
    ]);
    expect(refused("id,contribution.site_area\na,4\nb,-4", "csv")).toMatchObject([
      { code: "outside_domain", row: 3, pointer: "/contribution.site_area" },
    ]);
    expect(refused("- {}\n- { contribution: { kind: 3 } }", "yaml")).toMatchObject([
      { code: "wrong_type", row: 2, pointer: "/1/contribution/kind" },
    ]);
  });
});
