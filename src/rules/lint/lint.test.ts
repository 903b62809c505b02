import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { invariant } from "../../base/invariant.ts";
import { readCase } from "../case/read.ts";
import type { Report } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Node, Program, RuleIr } from "../ir.ts";
import { raised, withFigure } from "./figures.ts";
import { effectIr, ruleIr } from "../evaluate/testing.ts";
import type { LintCode, LintFinding } from "./finding.ts";
import { lint } from "./lint.ts";
import { facts, make, packOf, rulesOfPack, truthsOf, withoutPart } from "./packs.testing.ts";

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

type Told = {
  readonly law: Program;
  readonly finding: LintFinding;
  /** What the engine says of the rules that the finding is about. */
  readonly said: Report["verdicts"];
};

const conditions = ({ said }: Told) => said.map(({ condition }) => condition);
const wholeOf = ({ law, finding }: Told): Node => conditionOf(law, finding.about[0] ?? "");

const impossible = (): never => {
  throw new Error("every pack here builds, and has each figure in one unit");
};

/** Whether what a finding says is so, by the answers to its case and by all cases there are. */
const expectTrue: Readonly<Record<LintCode, (told: Told) => void>> = {
  overlap: ({ said, finding }) =>
    expect(said.map(({ verdict }) => verdict)).toEqual(finding.about.map(() => "applies")),
  gap: (told) => expect(conditions(told)).toEqual(["not_met", "not_met"]),
  figures_differ: (told) => expect(conditions(told).toSorted()).toEqual(["met", "not_met"]),
  never_met: (told) => {
    expect(conditions(told)).toEqual(["not_met"]);
    expect(truthsOf(wholeOf(told))).not.toContain("T");
  },
  always_met: (told) => {
    expect(conditions(told)).toEqual(["met"]);
    expect(new Set(truthsOf(wholeOf(told)))).toEqual(new Set(["T"]));
  },
  idle_part: (told) => {
    const place = told.finding.id.split("#").at(-1) ?? "";
    expect(conditions(told)).toEqual(["met"]);
    expect(truthsOf(withoutPart(wholeOf(told), place))).toEqual(truthsOf(wholeOf(told)));
  },
  fact_unsupplied: ({ said, finding }) =>
    expect(said.flatMap(({ missing }) => missing.map(({ id }) => id))).toContain(finding.about[0]),
  fact_unread: ({ law, finding }) => {
    const used = answered(law, finding).flatMap((one) => one.used.map(({ fact }) => fact));
    expect(used).not.toContain(finding.about[0]);
  },
  unused_parameter: ({ law, finding, said }) => expect(withRaised(law, finding)).toEqual(said),
  figure_uncited: ({ law, finding, said }) => expect(withRaised(law, finding)).not.toEqual(said),
  unit_clash: impossible,
  not_built: impossible,
};

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
        const said = answered(law, finding).filter(({ rule }) => finding.about.includes(rule));
        expectTrue[finding.code]({ law, finding, said });
      }
      expectWhole(rules, findings);
    }),
    runs(30),
  );
});

test("a rule that speaks of every case leaves no gap between two others", () => {
  const area = make.fact("a.area");
  const effects = [effectIr({ kind: "route" })];
  const small = ruleIr("m/1/small", facts, {
    condition: make.compare(area, "<", make.parameter(2)),
    effects,
  });
  const large = ruleIr("m/1/large", facts, {
    condition: make.compare(area, ">", make.parameter(2)),
    effects,
  });
  const any = ruleIr("m/1/any", facts, { effects });
  const gaps = (rules: readonly RuleIr[]) =>
    lint(packOf(rules)).filter(({ code }) => code === "gap");
  expect(gaps([small, large]).map(({ id }) => id)).toEqual(["gap#m/1/small+m/1/large#a.area>=2"]);
  expect(gaps([small, large, any])).toEqual([]);
});
