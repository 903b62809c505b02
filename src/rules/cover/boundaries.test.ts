import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { sampleProgram } from "../explain/sample.ts";
import type { Program } from "../ir.ts";
import { boundaries, type Boundaries } from "./boundaries.ts";
import { runCases } from "./run-cases.ts";

const head = `
parameters:
  most: { unit: m2, values: [{ since: unknown, value: 100 }] }
  third: { unit: m2/m2, values: [{ since: unknown, value: "1/3" }] }
  reach: { unit: m, values: [{ since: unknown, value: [800, 1000] }] }
  cutoff: { unit: date, values: [{ since: unknown, value: 2000-12-31 }] }
`;

type Given = Readonly<Record<string, object | readonly object[]>>;

/** A measure of one rule, with cases that expect its verdict and nothing else. */
function programOf(rule: string, ...cases: readonly Given[]): Program {
  const written = cases.map((facts, at) => ({ name: `case ${at}`, facts, expect: { one: {} } }));
  return sampleProgram(
    `${head}rules:\n  - { id: one, force: may, ${rule} }\n${stringify({ cases: written })}`,
  );
}

const small = "permit: review, when: project.new_floor_area <= most";
const added = (area: number): Given => ({ project: { new_floor_area: area } });

/** What is missing of each threshold that is not guarded. */
const missing = ({ unguarded }: Boundaries) =>
  Object.fromEntries(unguarded.map(({ id, missing: sides }) => [id, sides.join(" ")]));

const names = ({ unguarded }: Boundaries) =>
  unguarded.flatMap(({ cases }) => cases.map(({ name }) => name));

describe("a threshold", () => {
  test("is guarded by cases one step below it, on it and one step above", () => {
    const found = boundaries(programOf(small, added(99.99), added(100), added(100.01)));
    expect(found).toEqual({ total: 1, guarded: 1, unguarded: [] });
  });

  test("is told with the sides on which no case stands, and a case for each", () => {
    const found = boundaries(programOf(small, added(60), added(100)));
    expect(found).toMatchObject({ total: 1, guarded: 0 });
    expect(found.unguarded).toEqual([
      {
        rule: "book/1/one",
        id: "when",
        text: { zh: "新增规模不超过 100 m²", en: "Newly added area is at most 100 m²" },
        missing: ["below", "above"],
        cases: [
          {
            name: "待核：新增规模 99.99（新增规模不超过 100 m²：差一点）",
            facts: { project: { new_floor_area: 99.99 } },
            expect: { one: { verdict: "applies" } },
          },
          {
            name: "待核：新增规模 100.01（新增规模不超过 100 m²：过一点）",
            facts: { project: { new_floor_area: 100.01 } },
            expect: { one: { verdict: "does_not_apply" } },
          },
        ],
      },
    ]);
  });

  test("is told without a case where no case states its figures", () => {
    const found = boundaries(programOf(small, { project: { is_major: true } }));
    expect(missing(found)).toEqual({ when: "below at above" });
    expect(names(found)).toEqual([]);
  });

  test("is not guarded by a case that nobody has confirmed", () => {
    const program = programOf(small, added(99.99), added(100), added(100.01));
    const text = JSON.stringify([...program.measures]).replace("case 1", "待核：恰好");
    const measures = new Map(JSON.parse(text) as [string, never][]);
    expect(missing(boundaries({ ...program, measures }))).toEqual({ when: "at" });
  });

  test("is asked for by rule or by measure", () => {
    const program = programOf(small, added(60));
    expect(boundaries(program, "book/1").total).toBe(1);
    expect(boundaries(program, "book/1/one").total).toBe(1);
    expect(boundaries(program, "book/2").total).toBe(0);
  });
});

describe("the sides of a threshold", () => {
  const award = "grant: floor_area, amount: contribution.site_area, account: pool";
  const cap = "limits: [{ id: cap, at_most: project.approved_floor_area * third, force: must }]";
  const given = (site: number, approved: number): Given => ({
    contribution: { site_area: site },
    project: { approved_floor_area: approved },
  });
  const rows: readonly (readonly [why: string, rule: string, given: Given, names: RegExp[]])[] = [
    [
      "are days where dates are compared",
      "permit: review, when: project.started_on <= cutoff",
      { project: { started_on: "2000-12-31" } },
      [/开工日期 2000-12-30（.*差一点/, /开工日期 2001-01-01（.*过一点/],
    ],
    [
      "leave out what the fact cannot be: nothing is below nothing",
      "permit: review, when: project.new_floor_area > 0",
      added(5),
      [/新增规模 0（.*恰好/, /新增规模 0.01（.*过一点/],
    ],
    [
      "leave out a figure that lies between two steps of the fact",
      "permit: review, when: project.new_floor_area <= most * third",
      added(5),
      [/新增规模 33.33（.*差一点/, /新增规模 33.34（.*过一点/],
    ],
    [
      "follow the fact where the other side of the comparison grows with it",
      "permit: review, when: most - project.new_floor_area > 0",
      added(5),
      [/新增规模 99.99（.*差一点/, /新增规模 100（.*恰好/, /新增规模 100.01（.*过一点/],
    ],
    [
      "stand where a figure that the text leaves open is certainly reached",
      "permit: review, when: place.station_distance <= reach",
      { place: { station_distance: 5 } },
      [/距离 999.99（.*差一点/, /距离 1000（.*恰好/, /距离 1000.01（.*过一点/],
    ],
  ];

  test.each(rows)("%s", (_why, rule, facts, patterns) => {
    const found = names(boundaries(programOf(rule, facts)));
    expect(found.map((name, at) => patterns[at]?.test(name) ?? name)).toEqual(
      patterns.map(() => true),
    );
  });

  test("are tried in the case that they decide", () => {
    const rule = "permit: review, when: project.is_major and project.new_floor_area <= most";
    const idle = { project: { is_major: false, new_floor_area: 5 } };
    const decided = { project: { is_major: true, new_floor_area: 5 } };
    const [first] = boundaries(programOf(rule, idle, decided)).unguarded;
    expect(first?.cases.map((one) => one.facts["project"])).toMatchObject([
      { is_major: true, new_floor_area: 99.99 },
      { is_major: true, new_floor_area: 100 },
      { is_major: true, new_floor_area: 100.01 },
    ]);
  });

  test("are of each building where a rule asks each", () => {
    const rule =
      "permit: review, addressee: building, when: building.floor_area <= most and project.is_major";
    const buildings = [{ id: "a", floor_area: 5 }, { id: "b" }];
    const program = programOf(rule, { project: { is_major: true }, buildings });
    const [first] = boundaries(program).unguarded;
    expect(first?.cases.map(({ expect: expected }) => Object.keys(expected))).toEqual([
      ["one@a"],
      ["one@a"],
      ["one@a"],
    ]);
  });

  test("make cases that pass on all three engines, and then leave nothing unguarded", () => {
    const wish = `${award}, wish: contribution.award_wanted, ${cap}`;
    const facts = { ...given(50, 100), contribution: { site_area: 50, award_wanted: 5 } };
    const program = programOf(`${wish}, when: project.approved_floor_area <= most`, facts);
    const [measure] = program.measures.values();
    const made = boundaries(program).unguarded.flatMap(({ cases }) => cases);
    expect(made.length).toBe(5);
    const cases = [...(measure?.cases ?? []), ...made].map((one, at) => ({
      ...one,
      name: `${at}`,
    }));
    const measures = new Map(measure ? [[measure.id, { ...measure, cases }]] : []);
    const complete = { ...program, measures };
    expect(runCases(complete)).toMatchObject({ total: 6, failed: 0 });
    expect(boundaries(complete)).toEqual({ total: 2, guarded: 2, unguarded: [] });
  });
});
