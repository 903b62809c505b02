import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Amount, Report, RuleVerdict } from "../../../src/rules/contract.ts";
import { floorAreaBar, readableTicks } from "./bar.ts";

const text = { zh: "奖励", en: "award" };

function granting(rule: string, amount: Amount): RuleVerdict {
  return {
    rule,
    measure: "toolbox-1.0/04",
    title: text,
    addressee: "project",
    subject: "project",
    standing: "full",
    in_force: true,
    condition: "met",
    verdict: amount.min === amount.max ? "applies" : "undecided",
    effects: [
      { kind: "grant", target: "floor_area", title: text, force: "may", amount, unit: "m2" },
    ],
    missing: [],
    reasons: [],
    used: [],
    cite: { document: "toolbox", item: 4 },
  };
}

function report(verdicts: RuleVerdict[], amount: Amount): Report {
  return {
    pack: "beijing",
    encoding: "7f3c9a",
    engine: "1",
    asOf: "2026-03-16",
    case: "x",
    synthetic: true,
    verdicts,
    combinations: [],
    totals: [{ account: "pool", title: text, subject: "project", amount, unit: "m2" }],
    next: null,
  };
}

describe("the bar of floor area", () => {
  test("is solid for what is settled and hatched for each range", () => {
    const bar = floorAreaBar(
      report([granting("a", { min: 1860, max: 1860 }), granting("b", { min: 0, max: 520 })], {
        min: 1860,
        max: 2380,
      }),
    );
    expect(bar).toMatchObject({ settled: 1860, most: 2380, ticks: [0, 1860, 2380] });
    expect(bar?.parts.map(({ mark, width }) => [mark, width])).toEqual([
      ["yes", 1860],
      ["maybe", 520],
    ]);
  });

  test("shows one range where the rules' ranges do not add up to the total, as under a common cap", () => {
    const bar = floorAreaBar(
      report([granting("a", { min: 0, max: 500 }), granting("b", { min: 0, max: 500 })], {
        min: 0,
        max: 600,
      }),
    );
    expect(bar?.parts).toEqual([{ mark: "maybe", width: 600 }]);
  });

  test("has no last figure where nothing says how much at most", () => {
    const bar = floorAreaBar(report([granting("a", { min: 100 })], { min: 100 }));
    expect(bar?.most).toBeUndefined();
    expect(bar?.ticks).toEqual([0, 100]);
  });

  test("is absent where nothing is granted", () => {
    expect(floorAreaBar(report([], { min: 0, max: 0 }))).toBeUndefined();
    expect(floorAreaBar(report([], { min: 0 }))).toBeUndefined();
  });

  test("is as wide as its parts together", () => {
    const area = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(area, area, (settled, open) => {
        const rows = [
          granting("a", { min: settled, max: settled }),
          granting("b", { min: 0, max: open }),
        ];
        const bar = floorAreaBar(report(rows, { min: settled, max: settled + open }));
        const width = bar?.parts.reduce((all, part) => all + part.width, 0);
        expect(width).toBe(settled + open);
        expect(bar?.ticks.at(-1)).toBe(bar?.most);
      }),
    );
  });

  test("drops labels that would stand on each other", () => {
    expect(readableTicks([0, 50, 52, 100])).toEqual([0, 50, 100]);
    expect(readableTicks([0, 98, 100])).toEqual([0, 100]);
  });
});
