import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { invariant } from "../../base/invariant.ts";
import { readCase } from "../case/read.ts";
import type { Report } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Program, RuleIr } from "../ir.ts";
import { raised, withFigure } from "./figures.ts";
import type { LintFinding } from "./finding.ts";
import { lint } from "./lint.ts";
import { packOf, rulesOfPack, truthsOf, withoutPart } from "./packs.testing.ts";

/** What the reference engine says of the case of a finding. */
function answered(law: Program, { example }: LintFinding): Report["verdicts"] {
  invariant(example, "the finding has a case");
  const read = readCase(law, example.facts);
  invariant(read.ok, "the case can be read");
  return evaluate(law, read.value, { asOf: example.asOf, engine: "reference" }).verdicts;
}

const conditionOf = (law: Program, id: string) => {
  const rule = law.rules.find((one) => one.id === id);
  invariant(rule?.condition, `${id} has a condition`);
  return rule.condition;
};

/** Whether the engine by itself answers the case as the finding shows it. */
function expectShown(law: Program, finding: LintFinding): void {
  const said = answered(law, finding);
  for (const shown of finding.example?.shows ?? []) {
    const own = said.find(({ rule, subject }) => rule === shown.rule && subject === shown.subject);
    expect(own).toMatchObject(shown);
  }
}

/** What the engine says of the rules of a finding with its figure raised. */
function withRaised(law: Program, finding: LintFinding): Report["verdicts"] {
  const [name, ...rules] = finding.about;
  const index = law.parameters.findIndex(({ id }) => id === name);
  const parameter = law.parameters[index];
  invariant(parameter, "the figure is in the law");
  const other = withFigure(law, index, raised(parameter));
  return answered(other, finding).filter(({ rule }) => rules.includes(rule));
}

/** Whether what a finding says is so, by the answers to its case and by all cases there are. */
function expectTrue(law: Program, finding: LintFinding): void {
  const { code, about, id } = finding;
  const [rule = ""] = about;
  const said = answered(law, finding).filter((one) => about.includes(one.rule));
  const found = said.map(({ condition }) => condition);
  switch (code) {
    case "overlap":
      expect(said.map(({ verdict }) => verdict)).toEqual(about.map(() => "applies"));
      break;
    case "gap":
      expect(found).toEqual(["not_met", "not_met"]);
      break;
    case "figures_differ":
      expect(found.toSorted()).toEqual(["met", "not_met"]);
      break;
    case "never_met":
      expect(found).toEqual(["not_met"]);
      expect(truthsOf(conditionOf(law, rule))).not.toContain("T");
      break;
    case "always_met":
      expect(found).toEqual(["met"]);
      expect(new Set(truthsOf(conditionOf(law, rule)))).toEqual(new Set(["T"]));
      break;
    case "idle_part": {
      const whole = conditionOf(law, rule);
      expect(found).toEqual(["met"]);
      const without = withoutPart(whole, id.split("#").at(-1) ?? "");
      expect(truthsOf(without)).toEqual(truthsOf(whole));
      break;
    }
    case "fact_unsupplied":
      expect(said.flatMap(({ missing }) => missing.map((one) => one.id))).toContain(rule);
      break;
    case "fact_unread":
      expect(said.flatMap(({ used }) => used.map(({ fact }) => fact))).not.toContain(rule);
      break;
    case "unused_parameter":
      expect(withRaised(law, finding)).toEqual(said);
      break;
    case "figure_uncited":
      expect(withRaised(law, finding)).not.toEqual(said);
      break;
    case "unit_clash":
    case "not_built":
      invariant(false, "every figure of these packs has one unit, and every pack builds");
  }
}

/** Whether every condition that no case meets is told, and every one that all do. */
function expectWhole(rules: readonly RuleIr[], findings: readonly LintFinding[]): void {
  const found = new Set(findings.map(({ id }) => id));
  for (const { id, condition } of rules) {
    const truths = condition ? truthsOf(condition) : [];
    expect(found.has(`never_met#${id}#when`)).toBe(!truths.includes("T"));
    expect(found.has(`always_met#${id}#when`)).toBe(!truths.includes("F"));
  }
}

test("what lint tells of any pack is so, and the reference engine shows it", () => {
  fc.assert(
    fc.property(rulesOfPack, (rules) => {
      const law = packOf(rules);
      const findings = lint(law);
      for (const finding of findings) {
        expectShown(law, finding);
        expectTrue(law, finding);
      }
      expectWhole(rules, findings);
    }),
    runs(40),
  );
});
