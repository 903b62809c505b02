import type { Case } from "../case/model.ts";
import type { RuleVerdict } from "../contract/report.ts";
import { openClosures } from "../evaluate/closures-session.ts";
import { editionOn, type Edition } from "../evaluate/edition.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { isOneValue, isUnmet, type RuleRaw } from "../evaluate/raw.ts";
import { settle } from "../evaluate/splitting.ts";
import type { Program, RuleIr } from "../ir.ts";

export type Answered = {
  readonly program: Program;
  /** The case with the answer in it. */
  readonly facts: Case;
  readonly asOf: string;
  /** The verdicts that waited for the answer. */
  readonly waiting: readonly RuleVerdict[];
};

/**
 * How many of the waiting verdicts an answer settles. Only they are asked again, for nothing else
 * can move; where rules give way to one another the whole case is.
 */
export function countSettled(answered: Answered): number {
  const { program, facts, asOf, waiting } = answered;
  if (waiting.some((verdict) => isEntangled(program, verdict))) return countByReport(answered);
  const edition = editionOn(program, asOf);
  const session = openClosures(edition, facts);
  return waiting.filter((verdict) => {
    const found = placeOf(edition, facts, verdict);
    if (!found) return false;
    const { rule, index, subject } = found;
    return isDecided(rule, settle({ edition, facts, session, rule: index, subject }).raw);
  }).length;
}

function isEntangled({ rules, ruleById }: Program, { rule: id }: RuleVerdict): boolean {
  const index = ruleById.get(id) ?? -1;
  return (
    (rules[index]?.overrides.length ?? 0) > 0 ||
    rules.some(({ overrides }) => overrides.includes(index))
  );
}

function placeOf({ program }: Edition, facts: Case, verdict: RuleVerdict) {
  const index = program.ruleById.get(verdict.rule) ?? -1;
  const rule = program.rules[index];
  if (!rule) return undefined;
  const subject = facts.subjects[rule.level].findIndex(({ id }) => id === verdict.subject);
  return subject < 0 ? undefined : { rule, index, subject };
}

function isDecided({ needsTexts }: RuleIr, { truth, effects }: RuleRaw): boolean {
  if (isUnmet(truth)) return true;
  const isMet = truth === "T" && needsTexts.length === 0;
  return isMet && effects.every(({ amount }) => isOneValue(amount));
}

function countByReport({ program, facts, asOf, waiting }: Answered): number {
  const { verdicts } = evaluate(program, facts, { asOf });
  const open = verdicts.filter(({ verdict }) => verdict === "undecided");
  return waiting.filter(
    ({ rule, subject }) => !open.some((one) => one.rule === rule && one.subject === subject),
  ).length;
}
