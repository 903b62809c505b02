import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Node, RuleIr } from "../ir.ts";
import { completed, tryCase, verdictsOf, type Tried } from "./example.ts";
import type { LintFinding, LintProof } from "./finding.ts";
import { idleParts, type Idle } from "./idle.ts";
import { mostCells, search, searchWide, type Searched } from "./search.ts";
import { allOf, notOf, standing, type States, type Study } from "./study.ts";
import { clausesOf, partText, ruleText } from "./telling.ts";

/** Conditions that are never met, or always, and their parts that change nothing. */
export const conditionFindings = (study: Study): readonly LintFinding[] =>
  standing(study).flatMap((rule) =>
    rule.condition ? findingsOf(study, rule, rule.condition) : [],
  );

function findingsOf(narrow: Study, rule: RuleIr, condition: Node): readonly LintFinding[] {
  const { study, searched: met } = searchWide(narrow, condition);
  if (!met.found) return neverMet(study, { rule, condition, searched: met });
  const unmet = search(study, notOf(condition));
  if (!unmet.found) return alwaysMet(study, { rule, searched: unmet, states: met.states });
  return idleParts(study, condition).flatMap((idle) => idlePart(study, rule, idle));
}

type Missed = Extract<Searched, { found: false }>;

const proofOf = ({ isProved }: Missed): LintProof => (isProved ? "splitting" : "not_proved");

/** How the exhaustive search ended, as the end of a sentence. */
function howFar({ isProved, cells }: Missed): Bilingual {
  return isProved
    ? bilingual(
        `（全部情形分成 ${cells} 块，逐块证明）`,
        ` (proved over all cases, in ${cells} pieces)`,
      )
    : bilingual(
        `（未能证明：看过 ${cells} 块，界限 ${mostCells} 块）`,
        ` (not proved: ${cells} pieces looked at, of at most ${mostCells})`,
      );
}

const joined = (a: Bilingual, b: Bilingual): Bilingual => bilingual(a.zh + b.zh, a.en + b.en);

type Never = { readonly rule: RuleIr; readonly condition: Node; readonly searched: Missed };

/** The case that comes nearest: all parts of the condition but one hold, and it is not met. */
function neverMet(study: Study, { rule, condition, searched }: Never): readonly LintFinding[] {
  const tried = tryCase(study, { states: nearest(study, rule, condition), rules: [rule] });
  if (tried.verdicts.some((one) => one.condition === "met")) return [];
  const text = ruleText(rule);
  const said = searched.isProved
    ? bilingual(
        `${text.zh}的条件在任何情形下都不会满足`,
        `the condition of ${text.en} is never met`,
      )
    : bilingual(`没有找到满足${text.zh}条件的情形`, `no case was found that meets ${text.en}`);
  return [finding(rule, { code: "never_met", id: "when", searched, said, tried })];
}

function nearest(study: Study, rule: RuleIr, condition: Node): States {
  const parts = condition.op === "and" ? condition.args : [];
  for (const left of [...parts].reverse()) {
    const found = search(study, allOf(...parts.filter((part) => part !== left)));
    if (found.found) return completed(study.law, found.states, [rule]);
  }
  return completed(study.law, new Map(), [rule]);
}

type Always = { readonly rule: RuleIr; readonly searched: Missed; readonly states: States };

function alwaysMet(study: Study, { rule, searched, states }: Always): readonly LintFinding[] {
  const tried = tryCase(study, { states, rules: [rule] });
  if (!tried.verdicts.every((one) => one.condition === "met")) return [];
  const text = ruleText(rule);
  const said = searched.isProved
    ? bilingual(
        `${text.zh}的条件在任何情形下都满足，写不写都一样`,
        `the condition of ${text.en} is met in every case, and might as well not be written`,
      )
    : bilingual(`没有找到不满足${text.zh}条件的情形`, `no case was found that fails ${text.en}`);
  return [finding(rule, { code: "always_met", id: "when", searched, said, tried })];
}

/** Told where the engine says the same of a case with the part and without it. */
function idlePart(study: Study, rule: RuleIr, idle: Idle): readonly LintFinding[] {
  const { part, place, without, searched } = idle;
  const condition = rule.condition;
  const found = condition && search(study, allOf(condition, part));
  const met = found?.found || !condition ? found : search(study, condition);
  if (!met?.found) return [];
  const tried = tryCase(study, { states: met.states, rules: [rule] });
  const rules = study.law.rules.map((one) => (one === rule ? { ...one, condition: without } : one));
  const asked = { facts: tried.facts, asOf: study.asOf, rules: [rule.id] };
  const other = verdictsOf({ ...study.law, rules }, asked);
  if (tried.verdicts.some((one, at) => one.condition !== other[at]?.condition)) return [];
  const said = idleText(ruleText(rule), partText(study, part), idle);
  return [finding(rule, { code: "idle_part", id: place, searched, said, tried })];
}

function idleText(rule: Bilingual, part: Bilingual, { within, searched }: Idle): Bilingual {
  if (!searched.isProved) {
    return bilingual(
      `${rule.zh}：没有找到“${part.zh}”起作用的情形`,
      `${rule.en}: no case was found in which "${part.en}" changes anything`,
    );
  }
  return within === "and"
    ? bilingual(
        `${rule.zh}：其余各项满足时，“${part.zh}”总是满足，删去它什么也不变`,
        `${rule.en}: where the other parts hold, so does "${part.en}"; nothing changes without it`,
      )
    : bilingual(
        `${rule.zh}：“${part.zh}”满足时，其余各项已有一项满足，删去它什么也不变`,
        `${rule.en}: where "${part.en}" holds, another part does too; nothing changes without it`,
      );
}

type Told = {
  readonly code: "never_met" | "always_met" | "idle_part";
  readonly id: string;
  readonly searched: Missed;
  readonly said: Bilingual;
  readonly tried: Tried;
};

const finding = (rule: RuleIr, { code, id, searched, said, tried }: Told): LintFinding => ({
  id: `${code}#${rule.id}#${id}`,
  code,
  proof: proofOf(searched),
  about: [rule.id],
  clauses: clausesOf([rule]),
  text: joined(said, howFar(searched)),
  example: tried.example,
});
