import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { sampleProgram } from "../explain/sample.ts";
import { runCases } from "./run-cases.ts";

const rules = `
rules:
  - id: first
    when: project.is_major
    permit: review
    force: may
    amount: project.new_floor_area
  - id: second
    when: contribution.free_of_charge
    permit: review
    force: may
    amount: project.new_floor_area
`;
const both =
  "project: { is_major: true, new_floor_area: 5 }, contribution: { free_of_charge: true }";
const neither = "project: { is_major: false }, contribution: { free_of_charge: false }";

/** The sample sums rules that permit the same thing. */
function runOf(...cases: readonly (readonly [facts: string, expected: string])[]) {
  const program = sampleProgram(rules);
  const [side] = program.combinations;
  const own = cases.map(([facts, expected], index) => ({
    name: String(index),
    facts: parse(`{ ${facts} }`) as Record<string, unknown>,
    expect: parse(`{ ${expected} }`) as Record<string, unknown>,
  }));
  return runCases({ ...program, combinations: side ? [{ ...side, cases: own }] : [] });
}

describe("the cases of a combination", () => {
  test("pass where what its members come to together is as expected", () => {
    const run = runOf(
      [both, "stack: sum, amount: 10, unit: m2, rules: [book/1/second, book/1/first]"],
      [neither, "told: false"],
    );
    expect(run).toMatchObject({ total: 2, passed: 2 });
  });

  test.each([
    [both, "stack: max", "stack", "sum"],
    [both, "amount: 5", "amount", { min: 10, max: 10 }],
    [both, "rules: [book/1/first]", "rules", ["book/1/first", "book/1/second"]],
    [both, "told: false", "told", true],
    [both, "subject: elsewhere", "told", false],
    [neither, "stack: sum", "told", false],
  ])("%s, expected %s, fails at %s", (facts, expected, key, got) => {
    expect(runOf([facts, expected]).failures).toMatchObject([
      { measure: "side", rule: "side", key, got },
    ]);
  });
});
