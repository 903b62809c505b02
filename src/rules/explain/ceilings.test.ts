import { describe, expect, test } from "vitest";
import type { Amount, Report } from "../contract.ts";
import { withoutEmptyCeilings } from "./ceilings.ts";

const text = { zh: "奖励", en: "award" };
const dictionary = new Map([
  ["project.approved_floor_area", { unit: "m2", max: 100_000_000 }],
  ["project.share", { unit: "%", max: 100 }],
]);

function report(amount: Amount, unit: string, missing: string): Report {
  return {
    pack: "beijing",
    encoding: "7f3c9a",
    engine: "1",
    asOf: "2026-03-16",
    case: "x",
    synthetic: true,
    verdicts: [
      {
        rule: "a",
        measure: "toolbox-1.0/04",
        title: text,
        addressee: "project",
        subject: "project",
        standing: "full",
        in_force: true,
        condition: "met",
        verdict: "undecided",
        effects: [{ kind: "grant", target: "floor_area", title: text, force: "may", amount, unit }],
        missing: [{ kind: "fact", id: missing }],
        reasons: [],
        used: [],
        cite: { document: "toolbox", item: 4 },
      },
    ],
    combinations: [],
    totals: [{ account: "pool", title: text, subject: "project", amount, unit }],
    next: null,
  };
}

const shown = (amount: Amount, unit = "m2", missing = "project.approved_floor_area") =>
  withoutEmptyCeilings(report(amount, unit, missing), dictionary);

describe("a ceiling that only repeats what may be stated", () => {
  test("is taken away from the amount and from the total", () => {
    const after = shown({ min: 0, max: 20_000_000 });
    expect(after.verdicts[0]?.effects[0]?.amount).toEqual({ min: 0 });
    expect(after.totals[0]?.amount).toEqual({ min: 0 });
  });

  test("goes with a floor that only repeats it below nought", () => {
    expect(shown({ min: -100_000_000, max: 100_000_000 }).totals[0]?.amount).toEqual({});
  });

  test("stays where it is a figure of the place, or known exactly", () => {
    expect(shown({ min: 0, max: 500 }).totals[0]?.amount).toEqual({ min: 0, max: 500 });
    const exact = { min: 2_000_000, max: 2_000_000 };
    expect(shown(exact).totals[0]?.amount).toEqual(exact);
  });

  test("stays where the domain itself is narrow", () => {
    const whole = { min: 0, max: 100 };
    expect(shown(whole, "%", "project.share").totals[0]?.amount).toEqual(whole);
  });
});
