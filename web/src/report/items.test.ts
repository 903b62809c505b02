import { describe, expect, test } from "vitest";
import type { RuleVerdict, Verdict } from "../../../src/rules/contract.ts";
import { ruleItems } from "../../../src/rules/index.ts";
import { amountOf } from "./items.ts";

const text = { zh: "规则", en: "rule" };

function verdict(at: string, is: Verdict, more: Partial<RuleVerdict> = {}) {
  const [rule = "", subject = ""] = at.split("@");
  const base: RuleVerdict = {
    rule,
    measure: "toolbox-1.0/04",
    title: text,
    addressee: "project",
    subject,
    standing: "full",
    in_force: true,
    condition: "met",
    verdict: is,
    effects: [],
    missing: [],
    reasons: [],
    used: [],
    cite: { document: "toolbox", item: 4 },
  };
  return { ...base, ...more };
}

describe("the line of a rule", () => {
  test("shows the amount of its first effect that has one", () => {
    const grant = {
      kind: "grant" as const,
      target: "floor_area",
      title: text,
      force: "may" as const,
    };
    const [item] = ruleItems({
      verdicts: [
        verdict("a@project", "undecided", {
          effects: [grant, { ...grant, amount: { min: 0, max: 520 }, unit: "m2" }],
        }),
      ],
    });
    expect(item && amountOf(item)).toEqual({ amount: { min: 0, max: 520 }, unit: "m2" });
  });
});
