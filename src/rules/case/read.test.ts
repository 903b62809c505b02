import { describe, expect, test } from "vitest";
import { stateOf, type Case } from "./model.ts";
import { readCase } from "./read.ts";
import { factIndex, sample } from "./sample.ts";

function read(raw: unknown): Case {
  const decision = readCase(sample, raw);
  if (!decision.ok) throw new Error(decision.refusal.map(({ message }) => message.en).join("\n"));
  return decision.value;
}

const projectFact = (raw: unknown, id: string) =>
  read(raw).subjects.project.map((subject) => stateOf(subject, factIndex(id)))[0];

const stating = (name: string, value: unknown) => ({ contribution: { [name]: value } });

describe("what a case may say", () => {
  test("a figure is held as the whole number of its quanta", () => {
    const state = projectFact(stating("site_area", 500.05), "contribution.site_area");
    expect(state).toEqual({ state: "known", value: 50_005 });
  });

  test("a figure may be a decimal text, and may name a unit of the same dimension", () => {
    for (const written of ["500.05", "0.050005 hm2", "500.05 m²", "0.050005 公顷"]) {
      const state = projectFact(stating("site_area", written), "contribution.site_area");
      expect(state).toEqual({ state: "known", value: 50_005 });
    }
  });

  test("0.1 + 0.2 is finer than a double shows, and 0.3 is not", () => {
    const drifted = readCase(sample, stating("site_area", 0.1 + 0.2));
    expect(drifted).toMatchObject({ refusal: [{ code: "finer_than_quantum" }] });
    expect(projectFact(stating("site_area", 0.3), "contribution.site_area")).toEqual({
      state: "known",
      value: 30,
    });
  });

  test("an estimate, what does not apply and what is unknown keep their provenance", () => {
    const estimate = { estimate: [100, "200.5"], source: "map", at: "2025-01-01" };
    expect(projectFact(stating("site_area", estimate), "contribution.site_area")).toEqual({
      state: "estimate",
      min: 10_000,
      max: 20_050,
      source: "map",
      at: "2025-01-01",
    });
    const reason = { not_applicable: "没有用地", source: "asked", by: "张三" };
    expect(projectFact(stating("site_area", reason), "contribution.site_area")).toEqual({
      state: "not_applicable",
      reason: "没有用地",
      source: "asked",
      by: "张三",
    });
    const both = { not_applicable: { zh: "没有用地", en: "no site" } };
    expect(projectFact(stating("site_area", both), "contribution.site_area")).toEqual({
      state: "not_applicable",
      reason: { zh: "没有用地", en: "no site" },
    });
    const unknown = { unknown: true, source: "map" };
    expect(projectFact(stating("site_area", unknown), "contribution.site_area")).toEqual({
      state: "unknown",
      source: "map",
    });
  });

  test("a blank is unknown, never zero", () => {
    expect(projectFact(stating("site_area", null), "contribution.site_area")).toEqual({
      state: "unknown",
    });
  });

  test("a fact may bear the name it had before", () => {
    const state = projectFact(stating("land_area", 7), "contribution.site_area");
    expect(state).toEqual({ state: "known", value: 700 });
  });

  test("a fact of the top may be named by its whole id", () => {
    const state = projectFact({ "contribution.site_area": 7 }, "contribution.site_area");
    expect(state).toEqual({ state: "known", value: 700 });
  });

  test("of two sources the dictionary's first wins, and the other is kept", () => {
    const sources = [
      { value: 900, source: "asked" },
      { value: 1000, source: "registry" },
    ];
    expect(projectFact(stating("site_area", { sources }), "contribution.site_area")).toEqual({
      state: "known",
      value: 100_000,
      source: "registry",
      losers: [{ state: "known", value: 90_000, source: "asked" }],
    });
  });

  test("a level that is not listed holds one unknown subject; an empty list holds none", () => {
    expect(read({}).subjects.building.map(({ id }) => id)).toEqual(["?"]);
    expect(read({}).stated.building).toBe(false);
    expect(read({ buildings: [] }).subjects.building).toEqual([]);
    expect(read({ buildings: [] }).stated.building).toBe(true);
  });

  test("in an item the level's own facts stand flat and other groups nested", () => {
    const [building] = read({
      buildings: [{ id: 7, kind: "factory", heritage: { protected: true } }],
    }).subjects.building;
    expect(building?.id).toBe("7");
    expect(building && stateOf(building, factIndex("building.kind"))).toEqual({
      state: "known",
      value: "factory",
    });
    expect(building && stateOf(building, factIndex("heritage.protected"))).toEqual({
      state: "known",
      value: true,
    });
  });

  test("who said it is added where a fact does not say so itself", () => {
    const decision = readCase(sample, stating("site_area", 5), {
      id: "c",
      provenance: { source: "asked", by: "李四" },
    });
    expect(decision.ok && decision.value.id).toBe("c");
    const project = decision.ok ? decision.value.subjects.project[0] : undefined;
    expect(project && stateOf(project, factIndex("contribution.site_area"))).toEqual({
      state: "known",
      value: 500,
      source: "asked",
      by: "李四",
    });
  });
});
