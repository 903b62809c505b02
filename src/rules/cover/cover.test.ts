import { describe, expect, test } from "vitest";
import { evaluate } from "../evaluate/evaluate.ts";
import { excerptOf } from "../explain/excerpt.ts";
import { sampleCase, sampleProgram } from "../explain/sample.ts";
import { coverage } from "./coverage.ts";
import { runCases } from "./run-cases.ts";

const rules = `
parameters:
  cap: { unit: "%", values: [{ since: unknown, value: 20 }] }
rules:
  - id: award
    when: contribution.free_of_charge or heritage.protected
    grant: floor_area
    force: may
    amount: contribution.site_area
    wish: contribution.award_wanted
    limits: [{ id: cap, at_most: project.approved_floor_area * cap, force: must }]
    account: pool
    requires: [{ agreement: performance, force: must }]
  - id: factories
    addressee: building
    when: building.kind = "factory"
    permit: review
    force: may
`;

const award = "contribution: { free_of_charge: true, site_area: 500 }";
const one = (name: string, facts: string, expected: string) =>
  `  - { name: ${name}, facts: { ${facts} }, expect: { ${expected} } }`;

const withCases = (...cases: readonly string[]) =>
  sampleProgram(`${rules}cases:\n${cases.join("\n")}\n`);

describe("the cases of a measure", () => {
  test("pass on all three engines where every named key comes out", () => {
    const program = withCases(
      one(
        "capped",
        `${award}, project: { approved_floor_area: 2000 }`,
        "award: { verdict: applies, condition: met, in_force: true, amount: 400, binding: cap, account: pool, requires: [performance], missing: [] }",
      ),
      one(
        "agreed",
        `${award}, project: { approved_floor_area: 2000 }`,
        "award: { requires: [{ force: must, agreement: performance }] }",
      ),
      one(
        "open",
        award,
        "award: { verdict: undecided, amount: { min: 0, max: 500 }, missing: [project.approved_floor_area] }",
      ),
      one(
        "refused",
        "contribution: { free_of_charge: true, site_area: 500, award_wanted: 401 }, project: { approved_floor_area: 2000 }",
        "award: { bounds: { cap: refused } }",
      ),
      one(
        "two buildings",
        "buildings: [{ id: a, kind: factory }, { id: b, kind: office }]",
        "factories@a: { verdict: applies }, factories@b: { verdict: does_not_apply }",
      ),
    );
    expect(runCases(program)).toEqual({ total: 5, passed: 5, failed: 0, failures: [] });
  });

  test("fail once for all engines, with rule, key, what was expected and what came", () => {
    const program = withCases(
      one(
        "wrong",
        `${award}, project: { approved_floor_area: 2000 }`,
        "award: { amount: 500, binding: cap }",
      ),
    );
    const run = runCases(program, {
      locate: (measure, path) => ({ file: `${measure}:${path.join("/")}`, line: 1, column: 1 }),
    });
    expect(run).toMatchObject({ total: 1, passed: 0, failed: 1 });
    expect(run.failures).toEqual([
      {
        measure: "book/1",
        case: "wrong",
        rule: "book/1/award",
        subject: "project",
        key: "amount",
        expected: { min: 500, max: 500 },
        got: { min: 400, max: 400 },
        engines: ["reference", "closures", "generated"],
        position: { file: "book/1:cases/0/expect/award/amount", line: 1, column: 1 },
        message: {
          zh: '“wrong”：book/1/award 的 amount 应为 {"min":500,"max":500}，得到 {"min":400,"max":400}',
          en: '"wrong": amount of book/1/award should be {"min":500,"max":500}, got {"min":400,"max":400}',
        },
      },
    ]);
  });

  const failing: readonly (readonly [string, string, string, string])[] = [
    ["a verdict", award, "award: { verdict: applies }", "verdict"],
    ["missing facts", award, "award: { missing: [] }", "missing"],
    ["a bound", award, "award: { bounds: { cap: exceeded } }", "bounds.cap"],
    ["a bound that the rule has not", award, "award: { bounds: { cup: open } }", "bounds.cup"],
    ["reasons", award, "award: { reasons: [gives_way] }", "reasons"],
    ["requirements", award, "award: { requires: [] }", "requires"],
    [
      "the force of a requirement",
      award,
      "award: { requires: [{ agreement: performance, force: may }] }",
      "requires",
    ],
    [
      "the kind of a requirement",
      award,
      "award: { requires: [{ duty: performance, force: must }] }",
      "requires",
    ],
    ["a warning that there is not", award, "award: { unverified: true }", "unverified"],
    ["a key that there is not", award, "award: { amuont: 500 }", "amuont"],
    ["a subject that there is not", award, "award@x: { verdict: applies }", "rule"],
    ["an effect in its place", award, "award: { effects: [{ kind: permit }] }", "effects.0.kind"],
    ["facts that cannot be read", "contribution: { site_aera: 5 }", "award: {}", "facts"],
  ];

  test.each(failing)("fail at %s", (_name, facts, expected, key) => {
    const { failures } = runCases(withCases(one("x", facts, expected)));
    expect(failures.map((failure) => failure.key)).toEqual([key]);
    expect(failures[0]?.message.zh).toMatch(/应为.*得到/);
    expect(failures[0]?.message.en).toMatch(/should be .*got/);
  });
});

describe("the coverage of a pack", () => {
  test("names every branch that no case reaches, in both languages", () => {
    const program = withCases(
      one("met", `${award}, heritage: { protected: false }`, "award: {}"),
      one(
        "not met",
        "contribution: { free_of_charge: false }, heritage: { protected: false }",
        "award: {}",
      ),
    );
    const { total, reached, ratio, unreached } = coverage(program);
    expect([total, reached, ratio]).toEqual([15, 6, 0.4]);
    expect(
      unreached.map(({ rule, kind, id, side }) => [rule.slice(7), kind, id, side].join(" ")),
    ).toEqual([
      "award condition  open",
      "award atom 1 T",
      "award bound cap within",
      "award bound cap exceeded",
      "factories condition  met",
      "factories condition  not_met",
      "factories condition  open",
      "factories atom 0 T",
      "factories atom 0 F",
    ]);
    expect(unreached[1]?.text).toEqual({
      zh: "book/1/award：保护历史建筑：起决定作用地成立",
      en: "book/1/award: Protects heritage: true, and decisive",
    });
  });

  test("counts an atom only where it decides", () => {
    const both = "contribution: { free_of_charge: true }, heritage: { protected: true }";
    const { unreached } = coverage(withCases(one("both", both, "award: {}")));
    const atoms = unreached.filter(({ kind, rule }) => kind === "atom" && rule.endsWith("award"));
    expect(atoms).toHaveLength(4);
  });

  test("asks for nothing behind a list that is still empty", () => {
    const program = sampleProgram(`
rules:
  - id: waiting
    when: listed(contribution.kind, "blank-list") and project.is_major
    permit: review
    force: may
cases:
  - name: not major
    facts: { project: { is_major: false } }
    expect: { waiting: { verdict: does_not_apply } }
  - name: major
    facts: { project: { is_major: true } }
    expect: { waiting: { verdict: undecided } }
`);
    expect(coverage(program)).toMatchObject({ ratio: 1, unreached: [] });
    expect(runCases(program).failed).toBe(0);
  });
});

describe("the part of a program that answers one rule", () => {
  test("gives the verdict of the whole, rules that override it included", () => {
    const program = sampleProgram(`
rules:
  - { id: first, when: project.is_major, permit: review, force: may, overrides: [book/1/second] }
  - { id: second, when: contribution.free_of_charge, permit: review, force: may }
  - { id: third, when: heritage.protected, notice: review, force: may }
`);
    const part = excerptOf(program, ["book/1/second"]);
    expect(part.rules.map(({ id }) => id)).toEqual(["book/1/first", "book/1/second"]);
    for (const isMajor of [true, false, undefined]) {
      const facts = sampleCase(program, {
        project: { is_major: isMajor },
        contribution: { free_of_charge: true },
      });
      const verdicts = (of: typeof program) =>
        evaluate(of, facts, { asOf: "2026-01-01" }).verdicts.filter(
          ({ rule }) => rule === "book/1/second",
        );
      expect(verdicts(part)).toEqual(verdicts(program));
    }
  });
});
