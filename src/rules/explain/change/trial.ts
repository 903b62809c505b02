import type { Case } from "../../case/model.ts";
import type { WhyNot } from "../../contract/answer.ts";
import type { RuleVerdict } from "../../contract/report.ts";
import { openClosures } from "../../evaluate/closures-session.ts";
import type { Edition } from "../../evaluate/edition.ts";
import { evaluateRule } from "../../evaluate/evaluate.ts";
import { overridersOf } from "../../evaluate/overriding.ts";
import { isUnmet, type RuleRaw } from "../../evaluate/raw.ts";
import { isMetThroughout, settleRaw } from "../../evaluate/splitting.ts";
import type { RuleIr } from "../../ir.ts";
import type { Asked } from "../explain.ts";
import { isOver } from "./gaps.ts";
import { changed, type Plan } from "./plan.ts";

/** What a change is to bring about: see `WhyNot`. */
export type Aim = WhyNot["aim"];

/** A rule for one subject of a case, and what is wanted of it. */
export type Trying = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly rule: RuleIr;
  readonly asked: Asked;
  readonly aim: Aim;
};

/** Whether a change of facts does what is wanted. */
export type Trial = (plan: Plan) => boolean;

/**
 * Tries changes on one session, which notes them and takes them back. A rule that others may
 * override is evaluated with them, and so is one that waits for a text.
 */
export function trialOf(trying: Trying): Trial {
  const { edition, facts, rule, asked } = trying;
  const { program } = edition;
  const index = program.ruleById.get(rule.id) ?? -1;
  const isAlone = overridersOf(program, index).size === 0 && rule.needsTexts.length === 0;
  const subject = facts.subjects[rule.level].findIndex(({ id }) => id === asked.subject);
  const session = openClosures(edition, facts);
  return (plan) => {
    for (const { variable, to } of plan) session.assume(variable, to);
    const after = changed(facts, plan);
    const tried = { edition, facts: after, session, rule: index, subject };
    const isOpen = trying.aim !== "open" && !isMetThroughout(tried);
    const raw = isOpen ? undefined : settleRaw(tried);
    for (const { variable } of plan) session.assume(variable, undefined);
    if (!raw || isAlone) return raw !== undefined && isDone(raw, trying);
    const then = evaluateRule(program, after, asked);
    return then !== undefined && isFulfilled(then, trying);
  };
}

function isDone({ truth, effects }: RuleRaw, { aim }: Trying): boolean {
  if (aim === "open" ? isUnmet(truth) : truth !== "T") return false;
  const applies = effects.length === 0 || effects.some(({ amount }) => amount !== "not_applicable");
  return applies && !(aim === "within" && effects.some(({ bounds }) => bounds.some(isOver)));
}

function isFulfilled({ condition, verdict, effects }: RuleVerdict, { aim }: Trying): boolean {
  if (verdict === "does_not_apply") return false;
  if (condition !== "met" && aim !== "open") return false;
  return aim !== "within" || !effects.some((effect) => effect.bounds?.some(isOver));
}
