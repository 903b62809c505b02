import { invariant } from "../../base/invariant.ts";
import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Case } from "../case/model.ts";
import type { Explanation, Outcome as Mark, ProofNode } from "../contract/answer.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import { editionOn } from "../evaluate/edition.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { prove } from "../evaluate/reference.ts";
import { scopeOf, type Scope } from "../evaluate/scope.ts";
import type { Program, RuleIr } from "../ir.ts";
import { withoutEmptyCeilings } from "./ceilings.ts";
import { effectStep, linesOf } from "./effect-step.ts";
import { ruleNamed, sentence } from "./sentence.ts";
import { proofOf, stepOf } from "./step.ts";

/** Which rule by its full id, for which subject of its level, on which law date ("YYYY-MM-DD"). */
export type Asked = { readonly rule: string; readonly subject: string; readonly asOf: string };

/** The place of a subject among those of the rule's level. */
export function subjectIndex(facts: Case, rule: RuleIr, subject: string): number {
  const index = facts.subjects[rule.level].findIndex(({ id }) => id === subject);
  invariant(index >= 0, `the case has the ${rule.level} ${subject}`);
  return index;
}

type Known = { readonly program: Program; readonly asOf: string; readonly report: Report };

/** The last report on a case: whoever explains one verdict of it mostly explains the others too. */
const lastReports = new WeakMap<Case, Known>();

function reportOn(program: Program, facts: Case, asOf: string): Report {
  const last = lastReports.get(facts);
  if (last?.program === program && last.asOf === asOf) return last.report;
  const report = evaluate(program, facts, { asOf });
  lastReports.set(facts, { program, asOf, report });
  return report;
}

/** The verdict on one rule and subject, as the report has it. */
export function verdictOn(program: Program, facts: Case, asked: Asked): RuleVerdict {
  const { verdicts } = reportOn(program, facts, asked.asOf);
  const found = verdicts.find(
    ({ rule, subject }) => rule === asked.rule && subject === asked.subject,
  );
  invariant(found, `the report answers ${asked.rule} for ${asked.subject}`);
  return found;
}

/**
 * Why a rule came out as it did: the proof of its condition, then what it gives and its bounds.
 * Throws for a rule that the program does not have, and for a subject that the case does not have.
 */
export function explain(program: Program, facts: Case, asked: Asked): Explanation {
  const rule = ruleNamed(program, asked.rule);
  const at = { level: rule.level, subject: subjectIndex(facts, rule, asked.subject) };
  const scope = scopeOf(editionOn(program, asked.asOf), facts, at);
  const verdict = verdictOn(program, facts, asked);
  return {
    rule: rule.id,
    subject: asked.subject,
    sentence: sentence(program, rule.id, asked.asOf),
    tree: {
      outcome: markOf(verdict),
      text: headline(verdict),
      facts: [],
      children: [
        ...conditionSteps(rule, scope, verdict),
        ...verdict.reasons.map(({ code, detail }) => reasonStep(code, detail)),
        ...effectSteps(rule, scope, verdict),
      ],
    },
    used: verdict.used,
  };
}

function markOf({ condition, reasons }: RuleVerdict): Mark {
  if (condition === "met") return "T";
  if (condition === "open") return "U";
  return reasons.some(({ code }) => code === "not_applicable") ? "N" : "F";
}

function headline({ title, verdict, condition, in_force: inForce }: RuleVerdict): Bilingual {
  const said = headlines[verdict === "undecided" && condition === "met" ? "amount" : verdict];
  const force = inForce || verdict !== "applies" ? bilingual("", "") : notInForce;
  return bilingual(`${title.zh}：${said.zh}${force.zh}`, `${title.en}: ${said.en}${force.en}`);
}

const notInForce = bilingual(
  "，但这项政策还在探索，没有生效",
  ", but the policy is still exploratory, not in force",
);

const headlines = {
  applies: bilingual("适用", "applies"),
  does_not_apply: bilingual("不适用", "does not apply"),
  undecided: bilingual("还不能判断", "still open"),
  amount: bilingual("条件满足，数量还不能确定", "met, its amount still open"),
} as const;

function conditionSteps(rule: RuleIr, scope: Scope, verdict: RuleVerdict): readonly ProofNode[] {
  if (verdict.reasons.some(({ code }) => code === "not_in_force_on")) return [];
  if (!rule.condition) {
    const text = bilingual("没有前提条件", "There is no condition");
    return [{ outcome: "T", text, facts: [], children: [] }];
  }
  const step = stepOf(proofOf(prove(rule.condition, scope), scope));
  return [settledBySplit(step, verdict)];
}

const eitherWay = bilingual(
  "（缺的事实怎么答都一样）",
  " (whichever way the missing facts turn out)",
);

/** What the tables leave open may be settled because every completion of the facts agrees. */
function settledBySplit(step: ProofNode, verdict: RuleVerdict): ProofNode {
  if (step.outcome !== "U" || verdict.condition === "open") return step;
  const outcome = verdict.condition === "met" ? "T" : "F";
  const text = bilingual(step.text.zh + eitherWay.zh, step.text.en + eitherWay.en);
  return { ...step, outcome, text };
}

const marks: Readonly<Record<string, Mark>> = {
  not_in_force_on: "F",
  gives_way: "F",
  not_applicable: "N",
  amount_not_applicable: "N",
  limit_not_applicable: "N",
};

const reasonStep = (code: string, detail: Bilingual): ProofNode => ({
  outcome: marks[code] ?? "U",
  text: detail,
  facts: [],
  children: [],
});

/** An amount whose end nobody knows is told as open, not by the widest that may be stated. */
function effectSteps(rule: RuleIr, scope: Scope, verdict: RuleVerdict): readonly ProofNode[] {
  const { facts } = scope.edition.program;
  const dictionary = new Map(facts.map(({ id, definition }) => [id, definition]));
  const { verdicts } = withoutEmptyCeilings({ verdicts: [verdict], totals: [] }, dictionary);
  return verdicts.flatMap((shown) =>
    linesOf(rule, shown).flatMap((one) => effectStep({ ...one, scope }) ?? []),
  );
}
