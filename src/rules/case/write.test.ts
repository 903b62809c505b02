import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import type { Level, Source } from "../contract/pack.ts";
import type { FactIr } from "../ir.ts";
import { statingSources } from "./dictionary.ts";
import { mergeFacts } from "./merge-facts.ts";
import { mergeCases, precede } from "./merge.ts";
import {
  anonymous,
  isListed,
  perLevel,
  stateOf,
  type Case,
  type FactState,
  type Stated,
  type Subject,
} from "./model.ts";
import { readCase } from "./read.ts";
import { factIndex, sample } from "./sample.ts";
import { writeCase } from "./write.ts";

const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "");

function known(fact: FactIr): fc.Arbitrary<FactState> {
  const value = (): fc.Arbitrary<boolean | number | string | readonly string[]> => {
    switch (fact.type.kind) {
      case "boolean":
        return fc.boolean();
      case "number":
        return quanta(fact);
      case "enumeration":
        return fc.constantFrom(...fact.type.options);
      case "list":
        return fc.uniqueArray(fc.constantFrom(...(fact.type.options ?? [])));
      case "text":
        return word;
      case "date":
        return fc
          .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10));
    }
  };
  return value().map((found) => ({ state: "known", value: found }));
}

const quanta = (fact: FactIr): fc.Arbitrary<number> =>
  fc.integer({ min: fact.min ?? -1e9, max: fact.max ?? Number.MAX_SAFE_INTEGER });

function state(fact: FactIr): fc.Arbitrary<FactState> {
  const reason = word.map((text): FactState => ({ state: "not_applicable", reason: text }));
  if (fact.type.kind !== "number") return fc.oneof(known(fact), reason);
  const estimate = fc
    .tuple(quanta(fact), quanta(fact))
    .map(([a, b]): FactState => ({ state: "estimate", min: Math.min(a, b), max: Math.max(a, b) }));
  return fc.oneof(known(fact), reason, estimate);
}

function stated(fact: FactIr): fc.Arbitrary<Stated> {
  const from = (source: Source | undefined): fc.Arbitrary<Stated> =>
    fc.tuple(state(fact), fc.option(word, { nil: undefined })).map(([one, by]) => ({
      ...one,
      ...(source === undefined ? {} : { source }),
      ...(by === undefined ? {} : { by }),
    }));
  const sources = fc.subarray([undefined, ...statingSources(fact)], { minLength: 1 });
  return sources
    .chain((chosen) => fc.tuple(...chosen.map(from)))
    .map((all) => precede(fact, all) ?? { state: "unknown" });
}

/** Facts of some level, each stated or not. */
function factsOf(level: Level): fc.Arbitrary<Map<number, Stated>> {
  const indices = sample.facts.flatMap((fact, index) =>
    fact.level === level && fact.definition.derived === undefined ? [index] : [],
  );
  const maybe = indices.map((index) =>
    fc.option(stated(sample.facts[index] as FactIr), { nil: undefined }),
  );
  return fc.tuple(...maybe).map((all) => {
    const facts = all.map((one, place) => [indices[place] ?? 0, one] as const);
    return new Map(facts.filter((entry): entry is [number, Stated] => entry[1] !== undefined));
  });
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    title: fc.option(word, { nil: undefined }),
    synthetic: fc.boolean(),
    project: factsOf("project"),
    block: factsOf("block"),
    buildings: fc.option(
      fc.uniqueArray(
        fc.tuple(
          word.filter((id) => id !== anonymous),
          factsOf("building"),
        ),
        {
          selector: ([id]) => id,
          maxLength: 3,
        },
      ),
    ),
  })
  .map(({ title, synthetic, project, block, buildings }) => {
    const of = (level: Level): Subject[] => {
      if (level === "project") return [{ id: level, level, facts: project }];
      if (level === "block") return [{ id: level, level, facts: block }];
      if (level === "building" && buildings) {
        return buildings.map(([id, facts]) => ({ id, level, facts }));
      }
      return [{ id: isListed(level) ? anonymous : level, level, facts: new Map() }];
    };
    const said: Partial<Record<Level, boolean>> = {
      project: project.size > 0,
      block: block.size > 0,
      building: buildings !== null,
    };
    return {
      id: "c1",
      ...(title === undefined ? {} : { title }),
      synthetic,
      subjects: perLevel(of),
      stated: perLevel((level) => said[level] ?? false),
    };
  });

describe("the normal form of a case", () => {
  test("reads back as the same case, provenance and losers kept", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const text = JSON.stringify(writeCase(sample, one));
        const again = readCase(sample, JSON.parse(text));
        expect(again).toEqual({ ok: true, value: one });
      }),
      runs(300),
    );
  });

  test("has figures in the dictionary's unit and groups under their names", () => {
    const raw = {
      title: "旧厂房",
      facts: {
        contribution: { site_area: "500.50", plot_area: 1.5, free_of_charge: true },
        buildings: [{ id: "a", heritage: { protected: { value: true, source: "map" } } }],
      },
    };
    const read = readCase(sample, raw, { id: "p" });
    expect(read.ok && writeCase(sample, read.value)).toEqual({
      id: "p",
      title: "旧厂房",
      synthetic: false,
      facts: {
        contribution: { free_of_charge: true, site_area: 500.5, plot_area: 1.5 },
        buildings: [{ id: "a", heritage: { protected: { value: true, source: "map" } } }],
      },
    });
  });
});

describe("facts of several sources", () => {
  test("go together by the dictionary's order, whoever comes first", () => {
    const map = { contribution: { site_area: { value: 510, source: "map" } } };
    const registry = { contribution: { site_area: { value: 500, source: "registry" } } };
    const asked = { contribution: { free_of_charge: true } };
    const merged = mergeFacts(sample, asked, map, registry);
    const [project] = merged.ok ? merged.value.subjects.project : [];
    expect(project && stateOf(project, factIndex("contribution.site_area"))).toEqual({
      state: "known",
      value: 50_000,
      source: "registry",
      losers: [{ state: "known", value: 51_000, source: "map" }],
    });
    expect(project?.facts.size).toBe(2);
  });

  test("a source that knows nothing never wins over one that knows", () => {
    const registry = { contribution: { site_area: { unknown: true, source: "registry" } } };
    const merged = mergeFacts(sample, registry, { contribution: { site_area: 5 } });
    const [project] = merged.ok ? merged.value.subjects.project : [];
    expect(project && stateOf(project, factIndex("contribution.site_area"))).toEqual({
      state: "known",
      value: 500,
    });
  });

  test("buildings go together by their ids", () => {
    const merged = mergeFacts(
      sample,
      { buildings: [{ id: "a", kind: "factory" }, { id: "b" }] },
      { buildings: [{ id: "a", floor_area: 10 }] },
      {},
    );
    const buildings = merged.ok ? merged.value.subjects.building : [];
    expect(buildings.map(({ id, facts }) => [id, facts.size])).toEqual([
      ["a", 2],
      ["b", 0],
    ]);
  });

  test("a mistake says in whose statement it stands", () => {
    const merged = mergeFacts(sample, {}, { contribution: { site_area: -1 } });
    expect(merged).toMatchObject({ refusal: [{ code: "outside_domain", part: 1 }] });
  });

  test("one case merged with no other stays as it is", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const bare = { ...one, ...withoutLosers(one) };
        expect(mergeCases(sample, bare)).toEqual(bare);
      }),
      runs(100),
    );
  });
});

/** The same case with its winners only. */
function withoutLosers(one: Case): Pick<Case, "subjects"> {
  const strip = ({ losers: _losers, ...rest }: Stated): Stated => rest;
  const subjects = perLevel((level) =>
    one.subjects[level].map((subject) => ({
      ...subject,
      facts: new Map([...subject.facts].map(([index, fact]) => [index, strip(fact)])),
    })),
  );
  return { subjects };
}
