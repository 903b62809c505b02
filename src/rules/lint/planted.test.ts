import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { ratio } from "../../base/ratio.ts";
import { effectIr, factIr, parameterIr, ruleIr } from "../evaluate/testing.ts";
import type { EffectIr, Node, ParameterIr, Program, RuleIr } from "../ir.ts";
import type { LintCode } from "./finding.ts";
import { lint } from "./lint.ts";
import { facts, make, packOf, rulesOfPack } from "./packs.testing.ts";

/** What is put into a random pack, and the finding that it must bring about. */
type Plant = { readonly rules: readonly RuleIr[]; readonly id: string };

/** Facts that nobody is asked for: one that a rule waits for, and one that nothing reads. */
const unasked = [factIr("a.secret", "boolean"), factIr("a.silent", "boolean")];
const all = [...facts, ...unasked];
const secret: Node = { ...make.fact("a.one"), op: "fact", fact: facts.length };

/** Figures that stand behind those of every pack. */
const inMu: ParameterIr = { ...parameterIr("in_mu", ratio(6)), unit: "mu" };
const more = [inMu, parameterIr("unused", ratio(5)), parameterIr("uncited", ratio(5))];
const figureAt = (name: string): Node =>
  make.parameter(packOf([]).parameters.length + more.findIndex((one) => one.name === name));

const area = make.fact("a.area");
const below = (figure: Node): Node => make.compare(area, "<", figure);
const above = (figure: Node): Node => make.compare(area, ">", figure);

const effectOf = (kind: EffectIr["kind"], target: string): EffectIr =>
  effectIr({ kind, target, unit: undefined, step: undefined });

/** A rule with a target of its own, unless it is given one. */
const planted = (id: string, condition: Node | undefined, shape: Partial<RuleIr> = {}): RuleIr =>
  ruleIr(id, all, { condition, effects: [effectOf("require", id)], ...shape });

const [one, two] = [make.fact("a.one"), make.fact("a.two")];
const guard = fc.constantFrom(one, two, make.not(one), make.or(one, two));
const place = fc.integer({ min: 1, max: 3 });

/** Makes a plant of a condition that can be met, and of a figure. */
type Planting = (when: Node, at: number) => Plant;

const plants: Readonly<Record<Exclude<LintCode, "not_built">, Planting>> = {
  overlap: (when) => {
    const effects = [effectOf("permit", "overlap")];
    const near = planted("p/1/a", when, { effects });
    const far = planted("p/1/b", undefined, { effects, level: "building" });
    return { rules: [near, far], id: "overlap#p/1/a+p/1/b#permit.overlap" };
  },
  gap: (when, at) => {
    const low = make.and(when, below(make.parameter(at)));
    const high = make.and(when, above(make.parameter(at)));
    return {
      rules: [
        planted("p/2/a", low, { effects: [effectOf("route", "low")] }),
        planted("p/2/b", high, { effects: [effectOf("route", "high")] }),
      ],
      id: `gap#p/2/a+p/2/b#a.area>=${at}`,
    };
  },
  never_met: (when, at) => ({
    rules: [planted("p/3/a", make.and(above(make.parameter(at)), when, below(make.parameter(at))))],
    id: "never_met#p/3/a#when",
  }),
  always_met: (when) => ({
    rules: [planted("p/4/a", make.or(when, make.not(when)))],
    id: "always_met#p/4/a#when",
  }),
  idle_part: (when, at) => ({
    rules: [
      planted("p/5/a", make.and(above(make.parameter(at - 1)), when, above(make.parameter(at)))),
    ],
    id: "idle_part#p/5/a#when.0",
  }),
  figures_differ: (when, at) => {
    const effects = [effectOf("require", "differs")];
    const [lower, higher] = [above(make.parameter(at)), above(make.parameter(at + 1))];
    return {
      rules: [
        planted("p/6/a", make.and(when, lower), { effects }),
        planted("p/7/b", higher, { effects }),
      ],
      id: "figures_differ#p/6/a.when.1+p/7/b.when",
    };
  },
  unit_clash: (when, at) => ({
    rules: [
      planted("p/8/a", make.and(when, above(make.parameter(at)))),
      planted("p/8/b", below(figureAt("in_mu"))),
    ],
    id: `unit_clash#m.in_mu+m.p${at}`,
  }),
  unused_parameter: () => ({ rules: [], id: "unused_parameter#m.unused" }),
  figure_uncited: (when) => ({
    rules: [planted("p/9/a", make.and(when, below(figureAt("uncited"))))],
    id: "figure_uncited#m.uncited",
  }),
  fact_unsupplied: (when) => ({
    rules: [planted("p/10/a", make.and(when, secret))],
    id: "fact_unsupplied#a.secret",
  }),
  fact_unread: () => ({ rules: [], id: "fact_unread#a.silent" }),
};

function packWith(rules: readonly RuleIr[]): Program {
  const { parameters } = packOf([]);
  return packOf(rules, {
    facts: all,
    factById: new Map(all.map(({ id }, index) => [id, index])),
    parameters: [...parameters, ...more],
  });
}

test("a fault of each kind is found, whatever the pack that it is planted in", () => {
  fc.assert(
    fc.property(rulesOfPack, guard, place, (rules, when, at) => {
      const faults = Object.values(plants).map((plant) => plant(when, at));
      const found = lint(packWith([...rules, ...faults.flatMap((fault) => fault.rules)]));
      const told = new Map(found.map(({ id, proof }) => [id, proof]));
      expect(faults.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
      expect(faults.map(({ id }) => told.get(id))).not.toContain("not_proved");
    }),
    runs(25),
  );
});
