import type { Condition, Missing, Verdict } from "../contract/report.ts";
import { inBoth, isListed, type Case } from "../case/model.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import type { Session } from "./session.ts";
import { reason, type Reason } from "./messages.ts";
import { isOneValue, isUnmet, type EffectRaw, type RuleRaw } from "./raw.ts";
import type { Relevant } from "./relevance.ts";
import { factAt, subjectAt } from "./scope.ts";
import { settleFrom, type Asked, type Settled } from "./splitting.ts";
import { readsOf, type UsedFacts } from "./used.ts";
import { textReason } from "./texts.ts";

/**
 * A rule's answer for one subject before it is written out; overriding may still change the
 * verdict.
 */
export type Decided = {
  readonly rule: RuleIr;
  readonly index: number;
  readonly subject: number;
  readonly inForce: boolean;
  readonly condition: Condition;
  verdict: Verdict;
  effects: readonly { readonly effect: EffectIr; readonly raw: EffectRaw }[];
  missing: Missing[];
  reasons: Reason[];
};

/** What rules are decided on; one for a whole report. */
export type Deciding = {
  readonly edition: Edition;
  readonly facts: Case;
  readonly session: Session;
  readonly used: UsedFacts;
  readonly asOf: string;
};

type Asking = Asked & Deciding;

const noEffects: Decided["effects"] = [];

/** Decides one rule for one subject. */
export function decide(deciding: Deciding, index: number, subject: number): Decided {
  const { edition, session, facts } = deciding;
  const rule = edition.program.rules[index] as RuleIr;
  if (!edition.stands[index]) return outOfTime(rule, { ...deciding, rule: index, subject });
  const inForce = rule.standing !== "exploratory";
  const first = session.decide(index, subject);
  // Most rules of most cases end here.
  if (first.truth === "F") {
    const { condition, verdict } = unmet;
    const effects = noEffects;
    return { rule, index, subject, inForce, condition, verdict, effects, missing: [], reasons: [] };
  }
  const { used, asOf } = deciding;
  const asking = { edition, facts, session, rule: index, subject, used, asOf };
  return decideFrom(settleFrom(first, asking), rule, asking);
}

function decideFrom({ raw, relevant }: Settled, rule: RuleIr, asking: Asking): Decided {
  const { rule: index, subject } = asking;
  const inForce = rule.standing !== "exploratory";
  if (isUnmet(raw.truth)) {
    const { condition, verdict } = unmet;
    const [effects, reasons] = [noEffects, raw.truth === "N" ? inapplicable(rule, asking) : []];
    return { rule, index, subject, inForce, condition, verdict, effects, missing: [], reasons };
  }
  const { condition, verdict } = concluded(rule, raw);
  const effects = givenBy(rule, raw);
  const missing = missingOf(rule, relevant, asking);
  const reasons = reasonsOf(rule, { raw, relevant }, asking);
  return { rule, index, subject, inForce, condition, verdict, effects, missing, reasons };
}

const outOfTime = (rule: RuleIr, { rule: index, subject, asOf }: Asking): Decided => ({
  rule,
  index,
  subject,
  inForce: false,
  ...unmet,
  effects: [],
  missing: [],
  reasons: [reason("not_in_force_on", asOf)],
});

type Conclusion = Pick<Decided, "condition" | "verdict">;

const unmet: Conclusion = { condition: "not_met", verdict: "does_not_apply" };
const open: Conclusion = { condition: "open", verdict: "undecided" };
const applying: Conclusion = { condition: "met", verdict: "applies" };
const ranging: Conclusion = { condition: "met", verdict: "undecided" };
const empty: Conclusion = { condition: "met", verdict: "does_not_apply" };

/** What a rule comes to by itself, before any other overrides it. */
export function concluded(rule: RuleIr, raw: RuleRaw): Conclusion {
  if (isUnmet(raw.truth)) return unmet;
  const isOpen = raw.truth === "U" || rule.needsTexts.length > 0;
  if (isOpen) return open;
  let [hasAny, isOne] = [rule.effects.length === 0, true];
  for (const { amount } of raw.effects) {
    hasAny ||= amount !== "not_applicable";
    isOne &&= isOneValue(amount);
  }
  if (!hasAny) return empty;
  return isOne ? applying : ranging;
}

/** What stands of a rule's effects: an amount that rests on what does not apply is none. */
function givenBy(rule: RuleIr, raw: RuleRaw): Decided["effects"] {
  const given: { readonly effect: EffectIr; readonly raw: EffectRaw }[] = [];
  for (let at = 0; at < rule.effects.length; at++) {
    const one = raw.effects[at];
    if (!one || one.amount === "not_applicable") continue;
    given.push({ effect: rule.effects[at] as EffectIr, raw: one });
  }
  return given;
}

const hasNone = ({ facts, registers, levels, causes }: Relevant): boolean =>
  facts.size + registers.size + levels.size + causes.size === 0;

/** Texts and lists first, then facts in the order in which the rule reads them. */
function missingOf(rule: RuleIr, relevant: Relevant, asking: Asking): Missing[] {
  const texts = rule.needsTexts.map((id): Missing => ({ kind: "text", id }));
  if (hasNone(relevant)) return texts;
  const { edition, facts, subject: own, used } = asking;
  const { registers } = edition.program;
  const lists = [...relevant.registers].flatMap((at) => registers[at]?.id ?? []);
  const found = readsOf(rule, own, used).filter(({ fact, subject }) =>
    relevant.facts.has(`${fact}@${subject}`),
  );
  return [
    ...texts,
    ...lists.map((id) => ({ kind: "list" as const, id })),
    ...[...relevant.levels].map((id) => ({ kind: "list" as const, id })),
    ...found.map(({ fact, level, subject }) => ({
      kind: "fact" as const,
      id: factAt(edition, fact).id,
      ...(isListed(level) && { subject: subjectAt(facts, level, subject).id }),
    })),
  ];
}

function reasonsOf(rule: RuleIr, { raw, relevant }: Settled, { edition, asOf }: Asking): Reason[] {
  const reasons = rule.needsTexts.map((text) => textReason(edition.program, text));
  if (!hasNone(relevant)) noteRelevant(relevant, { edition, asOf }, reasons);
  for (let at = 0; at < rule.effects.length; at++) {
    noteGone(rule.effects[at] as EffectIr, raw.effects[at], reasons);
  }
  return reasons;
}

type Law = Pick<Deciding, "edition" | "asOf">;

function noteRelevant(relevant: Relevant, { edition, asOf }: Law, reasons: Reason[]): void {
  for (const at of relevant.registers) {
    const list = edition.program.registers[at];
    if (list) reasons.push(reason("needs_list", list.title));
  }
  if (relevant.causes.has("undefined")) reasons.push(reason("undefined"));
  if (relevant.causes.has("no_figure")) reasons.push(reason("no_figure", asOf));
  if (relevant.causes.has("off_calendar")) reasons.push(reason("off_calendar"));
  if (relevant.causes.has("no_calendar")) reasons.push(reason("no_calendar"));
}

/** The facts of a rule that do not apply, each with the reason that the case gives. */
function inapplicable(rule: RuleIr, { edition, facts, subject: own, used }: Asking): Reason[] {
  return readsOf(rule, own, used).flatMap(({ fact, level, subject }) => {
    const stated = subjectAt(facts, level, subject).facts.get(fact);
    if (stated?.state !== "not_applicable") return [];
    const { label } = factAt(edition, fact).definition;
    return [reason("not_applicable", { fact: label, reason: inBoth(stated.reason) })];
  });
}

/** An amount and limits that rest on what does not apply. */
function noteGone(effect: EffectIr, raw: EffectRaw | undefined, into: Reason[]): void {
  if (!raw) return;
  if (raw.amount === "not_applicable") into.push(reason("amount_not_applicable", effect.title));
  raw.bounds.forEach(({ isNotApplicable }, at) => {
    if (!isNotApplicable) return;
    into.push(reason("limit_not_applicable", effect.bounds[at]?.id ?? effect.target));
  });
}
