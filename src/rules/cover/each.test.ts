import { describe, expect, test } from "vitest";
import { sampleProgram } from "../explain/sample.ts";
import { coverage } from "./coverage.ts";
import { runCases } from "./run-cases.ts";

const rules = `
rules:
  - id: factories
    addressee: building
    when: building.kind = "factory" and project.is_major
    permit: review
    force: may
  - id: spaces
    when: contribution.kind = "public space"
    permit: review
    force: may
`;

const runOf = (cases: string) => runCases(sampleProgram(`${rules}cases:\n${cases}`));

describe("a case with each value of a fact", () => {
  test("is run once for each, for the project as for every building that it lists", () => {
    const run = runOf(`
  - name: any kind of gift
    facts: {}
    each: { contribution.kind: [municipal, none] }
    expect: { spaces: { verdict: does_not_apply } }
  - name: any building, whatever the project
    facts: { buildings: [{ id: a, floor_area: 5 }, { id: b }] }
    each: { building.kind: [factory, office], project.is_major: [false] }
    expect: { factories: { verdict: does_not_apply } }
`);
    expect(run).toMatchObject({ total: 4, passed: 4 });
  });

  test("fails by the value that it fails for", () => {
    const { failures } = runOf(`
  - name: any kind
    facts: { buildings: [{ id: a }], project: { is_major: true } }
    each: { building.kind: [factory, office] }
    expect: { factories: { verdict: does_not_apply } }
`);
    expect(failures.map((failure) => failure.case)).toEqual(["any kind · building.kind = factory"]);
  });

  test("fails where the dictionary has no such fact or value", () => {
    const { failures } = runOf(`
  - { name: a, facts: {}, each: { contribution.kidn: [none] }, expect: { spaces: {} } }
  - { name: b, facts: {}, each: { contribution.kind: [nnoe] }, expect: { spaces: {} } }
`);
    expect(failures.map(({ key }) => key)).toEqual(["facts", "facts"]);
  });

  test("reaches branches with each of its values", () => {
    const program = sampleProgram(`${rules}cases:
  - name: any kind of gift
    facts: {}
    each: { contribution.kind: [municipal, public space] }
    expect: { spaces: {} }
`);
    const { unreached } = coverage(program);
    expect(unreached.filter(({ rule }) => rule.endsWith("spaces")).map(({ side }) => side)).toEqual(
      ["open"],
    );
  });
});
