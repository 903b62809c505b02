import { describe, expect, test } from "vitest";
import { readCase, subjectsMax } from "./read.ts";
import type { CaseRefusal } from "./reasons.ts";
import { sample } from "./sample.ts";

function refusals(raw: unknown): readonly CaseRefusal[] {
  const decision = readCase(sample, raw);
  return decision.ok ? [] : decision.refusal;
}

function one(raw: unknown): CaseRefusal {
  const [refusal, ...others] = refusals(raw);
  expect(others).toEqual([]);
  if (!refusal) throw new Error("nothing was refused");
  expect(refusal.message.zh).toMatch(/\p{Script=Han}/u);
  expect(refusal.message.en).toMatch(/^[^\p{Script=Han}]+$/u);
  return refusal;
}

const stating = (name: string, value: unknown) => ({ contribution: { [name]: value } });

describe("what a case may not say", () => {
  const wrong: readonly (readonly [string, unknown, string, string])[] = [
    ["a text instead of an object", "x", "not_an_object", ""],
    ["a list instead of an object", [], "not_an_object", ""],
    ["facts that are no object", { facts: 3 }, "not_an_object", "/facts"],
    ["a key beside facts", { facts: {}, fact: {} }, "unknown_key", "/fact"],
    ["an unknown group", { contribuion: {} }, "unknown_group", "/contribuion"],
    ["a group that is no object", { contribution: 4 }, "not_an_object", "/contribution"],
    ["an unknown fact", stating("sight_area", 5), "unknown_fact", "/contribution/sight_area"],
    ["a fact of a building at the top", { building: {} }, "wrong_level", "/building"],
    [
      "a fact of the project in a building",
      { buildings: [{ id: "1", contribution: { site_area: 4 } }] },
      "wrong_level",
      "/buildings/0/contribution",
    ],
    [
      "a text for a boolean",
      stating("free_of_charge", "yes"),
      "wrong_type",
      "/contribution/free_of_charge",
    ],
    ["a boolean for a figure", stating("site_area", true), "wrong_type", "/contribution/site_area"],
    ["a figure for an option", stating("kind", 3), "wrong_type", "/contribution/kind"],
    [
      "a figure in a wrong unit",
      stating("site_area", "3 months"),
      "wrong_unit",
      "/contribution/site_area",
    ],
    ["an unknown option", stating("kind", "public spaec"), "unknown_option", "/contribution/kind"],
    [
      "an unknown member",
      stating("uses", ["office", "shop"]),
      "unknown_option",
      "/contribution/uses/1",
    ],
    [
      "a value finer than the quantum",
      stating("site_area", 500.005),
      "finer_than_quantum",
      "/contribution/site_area",
    ],
    [
      "a value below the domain",
      stating("site_area", -1),
      "outside_domain",
      "/contribution/site_area",
    ],
    [
      "a value above the domain",
      stating("site_area", 1_000_001),
      "outside_domain",
      "/contribution/site_area",
    ],
    [
      "an estimate of a boolean",
      stating("free_of_charge", { estimate: [0, 1] }),
      "estimate_not_quantity",
      "/contribution/free_of_charge/estimate",
    ],
    [
      "an estimate of one end",
      stating("site_area", { estimate: [3] }),
      "estimate_malformed",
      "/contribution/site_area/estimate",
    ],
    [
      "a reversed estimate",
      stating("site_area", { estimate: [3, 2] }),
      "estimate_reversed",
      "/contribution/site_area/estimate",
    ],
    [
      "a figure without end",
      stating("site_area", Infinity),
      "not_finite",
      "/contribution/site_area",
    ],
    ["no number at all", stating("site_area", NaN), "not_finite", "/contribution/site_area"],
    [
      "a figure beyond 2^53 quanta",
      { project: { approved_floor_area: 1e15 } },
      "too_large",
      "/project/approved_floor_area",
    ],
    [
      "a date off the calendar",
      stating("agreed_on", "2025-02-29"),
      "bad_date",
      "/contribution/agreed_on",
    ],
    [
      "a source that the fact has not",
      stating("kind", { value: "municipal", source: "map" }),
      "source_not_allowed",
      "/contribution/kind/source",
    ],
    [
      "a source that there is not",
      stating("kind", { value: "municipal", source: "rumour" }),
      "unknown_source",
      "/contribution/kind/source",
    ],
    ["a derived fact", stating("ratio", 5), "derived_stated", "/contribution/ratio"],
    [
      "an unknown key of a form",
      stating("site_area", { valeu: 4 }),
      "unknown_key",
      "/contribution/site_area/valeu",
    ],
    [
      "two forms at once",
      stating("site_area", { value: 4, estimate: [1, 2] }),
      "unknown_key",
      "/contribution/site_area/estimate",
    ],
    [
      "not applicable without why",
      stating("site_area", { not_applicable: "" }),
      "reason_missing",
      "/contribution/site_area/not_applicable",
    ],
    [
      "not applicable, and why in one of two languages only",
      stating("site_area", { not_applicable: { zh: "没有用地" } }),
      "reason_missing",
      "/contribution/site_area/not_applicable",
    ],
    [
      "two statements of one source",
      stating("site_area", {
        sources: [
          { value: 1, source: "map" },
          { value: 2, source: "map" },
        ],
      }),
      "source_twice",
      "/contribution/site_area/sources/1",
    ],
    [
      "a fact under both its names",
      { contribution: { site_area: 1, land_area: 1 } },
      "stated_twice",
      "/contribution/land_area",
    ],
    ["a building without id", { buildings: [{}] }, "subject_without_id", "/buildings/0/id"],
    [
      "two buildings of one id",
      { buildings: [{ id: "a" }, { id: "a" }] },
      "duplicate_subject",
      "/buildings/1/id",
    ],
    ["buildings that are no list", { buildings: {} }, "not_a_list", "/buildings"],
    ["a building that is no object", { buildings: [4] }, "not_an_object", "/buildings/0"],
    [
      "a name that reaches into objects",
      JSON.parse('{"__proto__": {"x": 1}}'),
      "forbidden_key",
      "/__proto__",
    ],
    [
      "such a name in a group",
      { contribution: JSON.parse('{"constructor": 1}') as unknown },
      "forbidden_key",
      "/contribution/constructor",
    ],
    ["a case id that is no text", { id: 3, facts: {} }, "bad_envelope", "/id"],
    ["synthetic that is no boolean", { synthetic: "no", facts: {} }, "bad_envelope", "/synthetic"],
  ];

  test.each(wrong)("%s", (_name, raw, code, pointer) => {
    const refusal = one(raw);
    expect([refusal.code, refusal.pointer]).toEqual([code, pointer]);
  });

  test("too many subjects", () => {
    const buildings = Array.from({ length: subjectsMax + 1 }, (_, id) => ({ id }));
    expect(one({ buildings }).code).toBe("too_many_subjects");
  });

  test("every mistake is named at once", () => {
    const found = refusals({ contribution: { kind: 3, site_area: -1, knd: 1 }, buildings: [{}] });
    expect(found.map(({ code }) => code)).toEqual([
      "wrong_type",
      "outside_domain",
      "unknown_fact",
      "subject_without_id",
    ]);
  });

  test("a thousand mistakes are enough to print", () => {
    const found = refusals({ buildings: Array.from({ length: 5000 }, () => ({})) });
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toMatchObject({ code: "and_more", count: 4000 });
  });
});

describe("what a refusal says", () => {
  const says = (raw: unknown) => one(raw).message;

  test("the nearest right id", () => {
    expect(says(stating("sight_area", 5))).toEqual({
      zh: "事实字典里没有 contribution.sight_area，是不是 contribution.site_area",
      en: "the dictionary has no fact contribution.sight_area; did you mean contribution.site_area?",
    });
    expect(says({ project: { site_area: 5 } }).en).toContain(
      "did you mean contribution.site_area?",
    );
    expect(says({ contribuion: {} }).en).toContain("did you mean contribution?");
  });

  test("the quantum and the domain, with their unit", () => {
    expect(says(stating("site_area", "500.005"))).toEqual({
      zh: "“用地面积”（contribution.site_area） 最细到 0.01 m²，500.005 更细；不会替你舍入",
      en: '"site area" (contribution.site_area) goes down to 0.01 m²; 500.005 is finer and is not rounded for you',
    });
    expect(says(stating("site_area", -1)).en).toContain("must be from 0 to 1000000 m², not -1");
    expect(says({ project: { approved_floor_area: -1 } }).zh).toContain(
      "应为不小于 0 m²，写的是 -1",
    );
  });

  test("the nearest option, also where its label was written", () => {
    expect(says(stating("kind", "public spaec")).en).toContain("did you mean public space?");
    const [labelled] = refusals(stating("kind", "municipal（中）"));
    expect(labelled?.message.en).toContain("did you mean municipal?");
  });
});
