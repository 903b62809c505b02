import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { effectIr, factIr, parameterIr, ruleIr } from "../evaluate/testing.ts";
import type { EffectIr, FactIr, Node, ParameterIr, Program, RuleIr } from "../ir.ts";
import type { LintCode } from "./finding.ts";
import { lint } from "./lint.ts";
import { facts, make, packOf, rulesOfPack } from "./packs.testing.ts";

/** What is put into a random pack, and the finding that it must bring about. */
type Plant = {
  readonly rules?: readonly RuleIr[];
  readonly facts?: readonly FactIr[];
  readonly parameters?: readonly ParameterIr[];
  readonly id: string;
};

const secret: FactIr = factIr("a.secret", "boolean");
const all = [...facts, secret];
const area = make.fact("a.area");
const secretly: Node = { ...make.fact("a.one"), op: "fact", fact: facts.length };

const effectOf = (kind: EffectIr["kind"], target = "planted"): EffectIr =>
  effectIr({ kind, target, unit: undefined, step: undefined });

const planted = (id: string, condition: Node | undefined, shape: Partial<RuleIr> = {}): RuleIr =>
  ruleIr(id, all, { condition, effects: [effectOf("require")], ...shape });

const [one, two] = [make.fact("a.one"), make.fact("a.two")];
const below = (figure: number): Node => make.compare(area, "<", make.parameter(figure));
const above = (figure: number): Node => make.compare(area, ">", make.parameter(figure));

/** A figure that stands behind those of every pack, from 0 to 9. */
const next = 10;
const inMu: ParameterIr = { ...parameterIr("planted", ratio(6)), unit: "mu" };

const guard = fc.constantFrom(one, two, make.not(one), make.or(one, two));
const figure = fc.integer({ min: 1, max: 7 });

const plants: Readonly<Record<Exclude<LintCode, "not_built">, fc.Arbitrary<Plant>>> = {
  overlap: guard.map((when) => ({
    rules: [
      planted("p/1/a", when, { effects: [effectOf("permit")] }),
      planted("p/1/b", undefined, { level: "building", effects: [effectOf("permit")] }),
    ],
    id: "overlap#p/1/a+p/1/b#permit.planted",
  })),
  gap: fc.tuple(guard, figure).map(([when, at]) => ({
    rules: [
      planted("p/1/a", make.and(when, below(at)), { effects: [effectOf("route", "low")] }),
      planted("p/1/b", make.and(when, above(at)), { effects: [effectOf("route", "high")] }),
    ],
    id: `gap#p/1/a+p/1/b#a.area>=${at}`,
  })),
  never_met: fc.tuple(guard, figure).map(([when, at]) => ({
    rules: [planted("p/1/a", make.and(above(at), when, below(at)))],
    id: "never_met#p/1/a#when",
  })),
  always_met: guard.map((when) => ({
    rules: [planted("p/1/a", make.or(when, make.not(when)))],
    id: "always_met#p/1/a#when",
  })),
  idle_part: fc.tuple(guard, figure).map(([when, at]) => ({
    rules: [planted("p/1/a", make.and(above(at - 1), when, above(at)))],
    id: "idle_part#p/1/a#when.0",
  })),
  figures_differ: fc.tuple(guard, figure).map(([when, at]) => ({
    rules: [planted("p/1/a", make.and(when, above(at))), planted("p/2/b", above(at + 1))],
    id: "figures_differ#p/1/a.when.1+p/2/b.when",
  })),
  unit_clash: fc.tuple(guard, figure).map(([when, at]) => ({
    parameters: [inMu],
    rules: [planted("p/1/a", make.and(when, above(at))), planted("p/1/b", below(next))],
    id: `unit_clash#${[`m.p${at}`, "m.planted"].sort().join("+")}`,
  })),
  unused_parameter: guard.map((when) => ({
    parameters: [parameterIr("planted", ratio(5))],
    rules: [planted("p/1/a", when)],
    id: "unused_parameter#m.planted",
  })),
  figure_uncited: guard.map((when) => ({
    parameters: [parameterIr("planted", ratio(5))],
    rules: [planted("p/1/a", make.and(when, below(next)))],
    id: "figure_uncited#m.planted",
  })),
  fact_unsupplied: guard.map((when) => ({
    rules: [planted("p/1/a", make.and(when, secretly))],
    id: "fact_unsupplied#a.secret",
  })),
  fact_unread: fc.constant({ id: "fact_unread#a.secret" }),
};

function grownWith(rules: readonly RuleIr[], plant: Plant): Program {
  const { parameters } = packOf([]);
  return packOf([...rules, ...(plant.rules ?? [])], {
    facts: all,
    factById: new Map(all.map(({ id }, index) => [id, index])),
    parameters: [...parameters, ...(plant.parameters ?? [])],
  });
}

describe("a fault that is planted in any pack", () => {
  test.each(Object.entries(plants))("%s is found", (code, plant) => {
    fc.assert(
      fc.property(rulesOfPack, plant, (rules, fault) => {
        const found = lint(grownWith(rules, fault)).filter((one) => one.code === code);
        expect(found.map(({ id }) => id)).toContain(fault.id);
        expect(found.map(({ proof }) => proof)).not.toContain("not_proved");
      }),
      runs(10),
    );
  });
});
