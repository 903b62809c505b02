import { describe, expect, test } from "vitest";
import { one } from "../../base/ratio.ts";
import type { EngineName } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import {
  caseOf,
  effectIr,
  expressions,
  factIr,
  parameterIr,
  perCent,
  programOf,
  ruleIr,
} from "./testing.ts";

const facts = [
  factIr("contribution.free_of_charge", "boolean"),
  factIr("contribution.site_area", "number"),
  factIr("contribution.award_wanted", "number"),
  factIr("project.approved_floor_area", "number"),
  factIr("project.new_floor_area", "number"),
  factIr("project.city_quota_wanted", "number"),
];
const { fact, parameter, calculate } = expressions(facts);

const award = ruleIr("toolbox/04/award", facts, {
  condition: fact("contribution.free_of_charge"),
  standing: "pilot",
  effects: [
    effectIr({
      amount: calculate(fact("contribution.site_area"), "multiply", parameter(0)),
      wish: 2,
      account: "district_pool",
      bounds: [
        {
          id: "cap",
          direction: "at_most",
          limit: calculate(fact("project.approved_floor_area"), "multiply", parameter(1)),
          force: "must",
          title: undefined,
        },
      ],
    }),
  ],
});

const share = ruleIr("toolbox/01/city-share", facts, {
  effects: [
    effectIr({
      wish: 5,
      bounds: [
        {
          id: "half",
          direction: "at_most",
          limit: calculate(fact("project.new_floor_area"), "multiply", parameter(2)),
          force: "in_principle",
          title: undefined,
        },
      ],
    }),
  ],
});

const program = programOf({
  facts,
  rules: [award, share],
  parameters: [
    parameterIr("award_ratio", one),
    parameterIr("award_cap", perCent(20)),
    parameterIr("city_share", perCent(50)),
  ],
});

const free = { "contribution.free_of_charge": true, "contribution.site_area": 500_00 };

describe.each<EngineName>(["reference", "closures", "generated"])("the back end %s", (engine) => {
  const answer = (project: Parameters<typeof caseOf>[1], rule = 0) => {
    const report = evaluate(program, caseOf(program, project), { asOf: "2026-01-01", engine });
    const verdict = report.verdicts[rule];
    return { report, verdict, effect: verdict?.effects[0] };
  };

  test("grants 400 m² of 500 where a fifth of what was approved is 400", () => {
    const { verdict, effect } = answer({ ...free, "project.approved_floor_area": 2000_00 });
    expect(verdict?.verdict).toBe("applies");
    expect(effect).toMatchObject({ amount: { min: 400, max: 400 }, binding: "cap" });
  });

  test("grants the whole 500 m² where the cap lies above it, and no bound binds", () => {
    const { effect } = answer({ ...free, "project.approved_floor_area": 4000_00 });
    expect(effect?.amount).toEqual({ min: 500, max: 500 });
    expect(effect).not.toHaveProperty("binding");
  });

  test("is undecided between 0 and 500 where the approved area is unknown, and misses just that", () => {
    const { verdict, effect, report } = answer(free);
    expect(verdict).toMatchObject({ condition: "met", verdict: "undecided" });
    expect(effect?.amount).toEqual({ min: 0, max: 500 });
    expect(verdict?.missing).toEqual([{ kind: "fact", id: "project.approved_floor_area" }]);
    expect(report.totals).toMatchObject([
      { account: "district_pool", amount: { min: 0, max: 500 }, unit: "m2", subject: "project" },
    ]);
  });

  test("refuses a wish of 401 m² under a cap of 400, and keeps granting 400", () => {
    const wish = {
      ...free,
      "project.approved_floor_area": 2000_00,
      "contribution.award_wanted": 401_00,
    };
    expect(answer(wish).effect).toMatchObject({
      amount: { min: 400, max: 400 },
      bounds: [
        {
          id: "cap",
          answer: "exceeded",
          consequence: "refused",
          at: { min: 401, max: 401 },
          limit: { min: 400, max: 400 },
        },
      ],
    });
  });

  test("sends a city share above one half to deliberation, and lets one half pass", () => {
    const at = (wanted: number) =>
      answer({ "project.new_floor_area": 10_000_00, "project.city_quota_wanted": wanted }, 1);
    expect(at(5000_00).effect?.bounds).toMatchObject([{ answer: "within" }]);
    expect(at(5000_01).effect?.bounds).toMatchObject([
      { answer: "exceeded", consequence: "deliberation" },
    ]);
    expect(at(5001_00).verdict?.verdict).toBe("applies");
    expect(at(5001_00).effect?.amount).toEqual({ min: 5001, max: 5001 });
  });

  test("leaves an unknown wish open and does not ask for it where the amount does not rest on it", () => {
    const { effect, verdict } = answer({ ...free, "project.approved_floor_area": 4000_00 });
    expect(effect?.bounds).toMatchObject([{ answer: "open" }]);
    expect(verdict).toMatchObject({ verdict: "applies", missing: [] });
  });
});
