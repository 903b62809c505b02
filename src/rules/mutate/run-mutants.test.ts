import { describe, expect, test } from "vitest";
import { bilingual } from "../../base/message.ts";
import { sampleProgram } from "../explain/sample.ts";
import type { Program } from "../ir.ts";
import { judge, type Told } from "./judge.ts";
import { runMutants, type Progress } from "./run-mutants.ts";

const small = `
parameters:
  most: { unit: m2, values: [{ since: unknown, value: 100 }] }
rules:
  - id: small
    when: project.new_floor_area <= most
    permit: review
    force: may
`;

type Row = readonly [area: string, expected: string];

const caseText = ([area, expected]: Row, index: number): string => {
  const facts = `facts: { project: { new_floor_area: ${area} } }`;
  return `  - { name: case ${index}, ${facts}, expect: { small: { ${expected} } } }\n`;
};

/** A measure with cases of its one rule, by the area that is added. */
const programOf = (rule: string, ...cases: readonly Row[]): Program =>
  sampleProgram(`${rule}cases:\n${cases.map(caseText).join("")}`);

const withCases = (...cases: readonly Row[]): Program => programOf(small, ...cases);

const whole =
  "verdict: applies, standing: pilot, effects: [{ kind: permit, target: review, force: may }]";
const within = ["60", whole] as const;
const at = ["100", "verdict: applies"] as const;
const above = ["100.01", "verdict: does_not_apply"] as const;

const run = (program: Program, excuses: readonly string[] = []) =>
  judge(
    program,
    runMutants(program),
    excuses.map((id) => ({ id, reason: bilingual("看不出", "Nobody sees it") })),
  );

const idsOf = (told: readonly Told[]) => told.map(({ survivor }) => survivor.id);
const border = "book/1/small#when:border";

describe("slips in a measure", () => {
  test("are all noticed where cases stand within, at and above the figure", () => {
    const judged = run(withCases(within, at, above));
    expect(judged).toEqual({ left: [], refuted: [], unneeded: [], excused: [], score: 1 });
  });

  test("at the border pass unseen without a case there, and one is proposed", () => {
    const { left, score } = run(withCases(within, above));
    expect(idsOf(left)).toEqual([border, "book/1#parameters.most.0:down"]);
    expect(score).toBe(10 / 12);
    const [first] = left;
    expect(first?.survivor.text).toEqual({
      zh: "条件：“新增规模不超过 100 m²”写成“新增规模小于 100 m²”",
      en: 'condition: "newly added area is at most 100 m²" becomes "newly added area is less than 100 m²"',
    });
    expect(first?.witness).toMatchObject({
      from: "case 0",
      changed: [{ fact: "project.new_floor_area", subject: "project", to: 100 }],
      facts: { project: { new_floor_area: 100 } },
    });
    expect(first?.witness?.differs).toContainEqual({
      of: "book/1/small@project",
      key: "verdict",
      law: "applies",
      slip: "does_not_apply",
    });
  });

  test("are told to show in a case that is there, where it only does not expect it", () => {
    const { left } = run(withCases(within, ["100", "standing: pilot"], above));
    const told = left.find(({ survivor }) => survivor.id === border);
    expect(told?.witness).toMatchObject({ from: "case 1", changed: [] });
  });

  test("that leave the law as it was are found without any case", () => {
    const twice = "max(project.new_floor_area, project.new_floor_area)";
    const program = programOf(small.replace("project.new_floor_area", twice), within, at, above);
    const { same, survivors } = runMutants(program);
    expect(same.map(({ id }) => id)).toEqual(
      ["min", "drop.0", "drop.1"].map((name) => `book/1/small#when.0:${name}`),
    );
    expect(survivors).toEqual([]);
  });

  test("are asked for by rule, and tell how far the run is", () => {
    const program = withCases(within, at, above);
    const heard: Progress[] = [];
    const { total, killed } = runMutants(program, {
      only: "book/1/small",
      tell: (one) => void heard.push(one),
    });
    expect([total, killed]).toEqual([8, 8]);
    expect(heard).toEqual([{ of: "book/1", done: 1, owners: 1, mutants: 8, survivors: 0 }]);
    expect(runMutants(program, { only: "book/2" }).total).toBe(0);
  });
});

/** An area is never below nothing, which the engine does not prove. */
const clumsy = small.replace("project.new_floor_area", "max(project.new_floor_area, 0)");
const unseen = ["when.0:drop.1", "when.0.1:up", "when.0.1:down"].map((id) => `book/1/small#${id}`);

describe("the excuses for slips", () => {
  test("hold where no case comes out otherwise", () => {
    const program = programOf(clumsy, within, at, above);
    expect(idsOf(run(program).left)).toEqual(unseen);
    expect(run(program).left.every(({ witness }) => !witness)).toBe(true);
    const judged = run(program, unseen);
    expect(judged).toMatchObject({ left: [], refuted: [], unneeded: [], score: 1 });
    expect(judged.excused.map(({ id }) => id)).toEqual(unseen);
  });

  test("are refuted by a case that notices the slip", () => {
    const { refuted, excused, left } = run(withCases(within, above), [border]);
    expect(idsOf(refuted)).toEqual([border]);
    expect(refuted[0]?.witness?.changed).toMatchObject([{ to: 100 }]);
    expect([excused, idsOf(left)]).toEqual([[], ["book/1#parameters.most.0:down"]]);
  });

  test("are unneeded where a case of the pack notices the slip, or where there is none", () => {
    const { unneeded } = run(withCases(within, at, above), [border, "book/1/gone#when:drop"]);
    expect(unneeded.map(({ id }) => id)).toEqual([border, "book/1/gone#when:drop"]);
  });
});
