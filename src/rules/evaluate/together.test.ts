import { describe, expect, test } from "vitest";
import { one } from "../../base/ratio.ts";
import type { CombinationIr, Program, RuleIr } from "../ir.ts";
import { evaluate } from "./evaluate.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  programOf,
  ruleIr,
} from "./testing.ts";

const facts = [
  factIr("project.first", "number"),
  factIr("project.second", "number"),
  factIr("project.third", "number"),
  factIr("project.is_first", "boolean"),
];
const make = expressions(facts);

const rule = (name: string, shape: Partial<RuleIr> = {}): RuleIr =>
  ruleIr(`m/1/${name}`, facts, {
    effects: [effectIr({ amount: make.fact(`project.${name}`), account: "pool" })],
    ...shape,
  });

type Stack = CombinationIr["stack"];

const combination = (stack: Stack, shape: Partial<CombinationIr> = {}): CombinationIr => ({
  id: "together",
  stack,
  members: [0, 1],
  cap: undefined,
  because: { zh: "理由", en: "reason" },
  ...shape,
});

const areas = { "project.first": 100_00, "project.second": 250_00, "project.third": 10_00 };

const answer = (
  rules: RuleIr[],
  project: Parameters<typeof caseOf>[1],
  more: Partial<Program> = {},
) => {
  const program = programOf({ facts, rules, parameters: [parameterIr("cap", one)], ...more });
  return evaluate(program, caseOf(program, project), { asOf: "2026-01-01" });
};
const three = [rule("first"), rule("second"), rule("third")];

describe("rules together", () => {
  test("add up in an account where nothing is said", () => {
    expect(answer(three, areas).totals).toEqual([
      {
        account: "pool",
        title: { zh: "pool", en: "pool" },
        subject: "project",
        amount: { min: 360, max: 360 },
        unit: "m2",
      },
    ]);
  });

  test.each<[Stack, number]>([
    ["sum", 360],
    ["max", 260],
    ["exclusive", 260],
  ])("come to what their combination says: %s", (stack, total) => {
    const report = answer(three, areas, { combinations: [combination(stack)] });
    expect(report.totals[0]?.amount).toEqual({ min: total, max: total });
    const amount = stack === "sum" ? 350 : 250;
    expect(report.combinations).toMatchObject([
      { id: "together", rules: ["m/1/first", "m/1/second"], amount: { min: amount, max: amount } },
    ]);
  });

  test("are cut together by a cap that must not be exceeded", () => {
    const cap = {
      id: "cap",
      direction: "at_most" as const,
      limit: make.fact("project.third"),
      force: "must" as const,
      title: undefined,
    };
    const combinations = [combination("sum", { cap })];
    const report = answer(three, { ...areas, "project.third": 300_00 }, { combinations });
    expect(report.combinations[0]).toMatchObject({
      amount: { min: 300, max: 300 },
      cap: { answer: "exceeded", consequence: "refused", at: { max: 350 }, limit: { max: 300 } },
    });
    expect(report.totals[0]?.amount).toEqual({ min: 600, max: 600 });
  });

  test("count from nothing to everything while one is undecided", () => {
    const report = answer(three, {
      ...areas,
      "project.second": { state: "estimate", min: 10_00, max: 20_00 },
    });
    expect(report.totals[0]?.amount).toEqual({ min: 110, max: 130 });
  });

  test("leave out what is explored but not in force", () => {
    const report = answer([rule("first", { standing: "exploratory" }), rule("second")], areas);
    expect(report.verdicts[0]).toMatchObject({ verdict: "applies", in_force: false });
    expect(report.totals[0]?.amount).toEqual({ min: 250, max: 250 });
  });

  test("give way to the one that overrides them, and wait for it while it is undecided", () => {
    const over = rule("first", { condition: make.fact("project.is_first"), overrides: [1] });
    const given = (isFirst: boolean) =>
      answer([over, rule("second")], { ...areas, "project.is_first": isFirst }).verdicts[1];
    expect(given(true)).toMatchObject({ condition: "met", verdict: "does_not_apply", effects: [] });
    expect(given(true)?.reasons[0]?.code).toBe("gives_way");
    expect(given(false)?.verdict).toBe("applies");
    const waiting = answer([over, rule("second")], areas).verdicts[1];
    expect(waiting).toMatchObject({
      verdict: "undecided",
      missing: [{ kind: "fact", id: "project.is_first" }],
    });
    expect(waiting?.reasons[0]?.code).toBe("may_give_way");
  });

  test("come out the same, byte for byte, when the evaluation is replayed", () => {
    const replay = () => JSON.stringify(answer(three, areas));
    expect(replay()).toBe(replay());
  });
});
