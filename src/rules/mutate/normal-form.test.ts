import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { bilingual } from "../../base/message.ts";
import type { Case } from "../case/model.ts";
import { readsAndSplits } from "../compile/splits.ts";
import { editionOn } from "../evaluate/edition.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { facts, forest } from "../evaluate/forest.testing.ts";
import { prove } from "../evaluate/reference.ts";
import { scopeOf } from "../evaluate/scope.ts";
import { ruleIr } from "../evaluate/testing.ts";
import { caseFrom, cases, programWith } from "../evaluate/trees.testing.ts";
import type { Veil, VeiledCase } from "../evaluate/trees.testing.ts";
import type { Node, RuleIr } from "../ir.ts";
import { normalForm } from "./normal-form.ts";
import { rewritings } from "./rewriting.ts";
import { ruleForm } from "./rule-form.ts";
import { voiceIn } from "./telling.ts";

const every: readonly Veil[] = ["known", "known", "unknown", "estimate", "not_applicable"];
const asOf = "2026-01-01";
const law = programWith([]);

/** An expression and everything that one slip makes of it. */
const withSlips = (node: Node): readonly Node[] => [
  node,
  ...rewritings(node, { id: "at", label: bilingual("此处", "here") }, voiceIn(law)).map(
    (one) => one.node,
  ),
];

/** What has one form, side by side: only those that are at least two. */
function alike<Part>(parts: readonly Part[], formOf: (part: Part) => string): Part[][] {
  const byForm = new Map<string, Part[]>();
  for (const part of parts) {
    const form = formOf(part);
    byForm.set(form, [...(byForm.get(form) ?? []), part]);
  }
  return [...byForm.values()].filter(({ length }) => length > 1);
}

/** How often two of them were written differently: what compares nothing shows nothing. */
const written = (groups: readonly (readonly unknown[])[]): number =>
  groups.filter((group) => new Set(group.map(textOf)).size > 1).length;

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));

/** What each of some expressions comes to in one case. */
function valuesOf(group: readonly Node[], veiled: VeiledCase): readonly unknown[] {
  const edition = editionOn(law, asOf);
  const scope = scopeOf(edition, caseFrom(law, veiled), { level: "project", subject: 0 });
  return group.map((node) => prove(node, scope).value);
}

const trees = fc.oneof(forest.truth, forest.number, forest.date);

describe("expressions of one normal form", () => {
  test("come to the same, whatever is known, estimated, unknown or not applicable", () => {
    let compared = 0;
    fc.assert(
      fc.property(trees, fc.array(cases(every), { minLength: 3, maxLength: 3 }), (node, veiled) => {
        const groups = alike(withSlips(node), (one) => normalForm(one, law));
        compared += written(groups);
        const values = veiled.flatMap((one) => groups.map((group) => valuesOf(group, one)));
        for (const [first, ...others] of values) {
          expect(others).toEqual(others.map(() => first));
        }
      }),
      runs(600),
    );
    expect(compared).toBeGreaterThan(0);
  });
});

/** A rule as the compiler makes it of a condition, with this amount. */
function ruleOf(condition: Node, amount: Node): RuleIr {
  const rule = ruleIr("m/1/rule", facts, { condition });
  const [effect] = rule.effects;
  const effects = effect ? [{ ...effect, amount }] : [];
  const whole = { ...rule, effects };
  return { ...whole, ...readsAndSplits(whole, facts) };
}

const answersOf = (rule: RuleIr, given: Case) =>
  evaluate(programWith([rule]), given, { asOf }).verdicts.map(told);

describe("rules of one form", () => {
  test("have the same report, with every fact that the engine splits on", () => {
    let compared = 0;
    fc.assert(
      fc.property(forest.truth, forest.number, cases(every), (condition, amount, veiled) => {
        const rules = withSlips(condition).map((one) => ruleOf(one, amount));
        const groups = alike(rules, (rule) => ruleForm(rule, law));
        compared += written(groups);
        const given = caseFrom(law, veiled);
        for (const group of groups) {
          const [first, ...others] = group.map((rule) => answersOf(rule, given));
          expect(others).toEqual(others.map(() => first));
        }
      }),
      runs(150),
    );
    expect(compared).toBeGreaterThan(0);
  });
});

type Verdict = ReturnType<typeof evaluate>["verdicts"][number];

/** All that a case can expect of a verdict. */
const told = ({ verdict, condition, effects, missing }: Verdict) => ({
  verdict,
  condition,
  effects,
  missing: missing.map(({ id, subject }) => `${id}@${subject ?? ""}`).sort(),
});
