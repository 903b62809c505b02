import type { Condition, Missing, Verdict } from "../contract/report.ts";
import { inBoth, isListed } from "../case/model.ts";
import type { EffectIr, RuleIr } from "../ir.ts";
import type { Bilingual } from "../../base/message.ts";
import { reason, type Reason } from "./messages.ts";
import { isOneValue, isUnmet, type EffectRaw, type RuleRaw } from "./raw.ts";
import type { Relevant } from "./relevance.ts";
import { factAt, subjectAt, type Variable } from "./scope.ts";
import { settle, type Asked, type Settled } from "./splitting.ts";
import { readsOf, type UsedFacts } from "./used.ts";

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
  missing: readonly Missing[];
  reasons: readonly Reason[];
  readonly reads: readonly Variable[];
};

type Asking = Asked & { readonly used: UsedFacts; readonly asOf: string };

/** Decides one rule for one subject. */
export function decide(asking: Asking): Decided {
  const { edition, rule: index, subject, used, asOf } = asking;
  const rule = edition.program.rules[index] as RuleIr;
  const base = { rule, index, subject };
  if (!edition.stands[index]) {
    return {
      ...base,
      inForce: false,
      condition: "not_met",
      verdict: "does_not_apply",
      effects: [],
      missing: [],
      reasons: [reason("not_in_force_on", asOf)],
      reads: [],
    };
  }
  const reads = readsOf(rule, subject, used);
  const settled = settle(asking);
  const inForce = rule.standing !== "exploratory";
  return { ...base, inForce, reads, ...answerOf(rule, settled, { ...asking, reads }) };
}

type Conclusion = Pick<Decided, "condition" | "verdict">;

const unmet: Conclusion = { condition: "not_met", verdict: "does_not_apply" };

/** What a rule comes to by itself, before any other overrides it. */
export function concluded(rule: RuleIr, raw: RuleRaw): Conclusion {
  if (isUnmet(raw.truth)) return unmet;
  const isOpen = raw.truth === "U" || rule.needsTexts.length > 0;
  if (isOpen) return { condition: "open", verdict: "undecided" };
  const standing = raw.effects.filter(({ amount }) => amount !== "not_applicable");
  const isEmpty = standing.length === 0 && rule.effects.length > 0;
  const isOne = standing.every(({ amount }) => isOneValue(amount));
  return {
    condition: "met",
    verdict: isEmpty ? "does_not_apply" : isOne ? "applies" : "undecided",
  };
}

type Answer = Pick<Decided, "condition" | "verdict" | "effects" | "missing" | "reasons">;
type Answering = Asking & { readonly reads: readonly Variable[] };

function answerOf(rule: RuleIr, { raw, relevant }: Settled, asking: Answering): Answer {
  if (isUnmet(raw.truth)) {
    const reasons = raw.truth === "N" ? inapplicable(asking) : [];
    return { ...unmet, effects: [], missing: [], reasons };
  }
  const effects = rule.effects.flatMap((effect, at) => {
    const one = raw.effects[at];
    return one && one.amount !== "not_applicable" ? [{ effect, raw: one }] : [];
  });
  return {
    ...concluded(rule, raw),
    effects,
    missing: [...textsOf(rule), ...missingOf(relevant, asking)],
    reasons: [...reasonsOf(rule, relevant, asking), ...effectReasons(rule, raw.effects)],
  };
}

const textsOf = (rule: RuleIr): Missing[] =>
  rule.needsTexts.map((id) => ({ kind: "text" as const, id }));

/** Lists first, then facts in the order in which the rule reads them. */
function missingOf(relevant: Relevant, { edition, facts, reads }: Answering): Missing[] {
  const { registers } = edition.program;
  const lists = [...relevant.registers].flatMap((at) => registers[at]?.id ?? []);
  const found = reads.filter(({ fact, subject }) => relevant.facts.has(`${fact}@${subject}`));
  return [
    ...lists.map((id) => ({ kind: "list" as const, id })),
    ...[...relevant.levels].map((id) => ({ kind: "list" as const, id })),
    ...found.map(({ fact, level, subject }) => ({
      kind: "fact" as const,
      id: factAt(edition, fact).id,
      ...(isListed(level) && { subject: subjectAt(facts, level, subject).id }),
    })),
  ];
}

function reasonsOf(rule: RuleIr, relevant: Relevant, { edition, asOf }: Answering): Reason[] {
  const lists = [...relevant.registers].flatMap((at) => edition.program.registers[at] ?? []);
  return [
    ...rule.needsTexts.map((text) => reason("needs_text", text)),
    ...lists.map((list) => reason("needs_list", list.title)),
    ...(relevant.causes.has("undefined") ? [reason("undefined")] : []),
    ...(relevant.causes.has("no_figure") ? [reason("no_figure", asOf)] : []),
    ...(relevant.causes.has("off_calendar") ? [reason("off_calendar")] : []),
    ...(relevant.causes.has("no_calendar") ? [reason("no_calendar")] : []),
  ];
}

/** The facts of a rule that do not apply, each with the reason that the case gives. */
function inapplicable({ edition, facts, reads }: Answering): Reason[] {
  return reads.flatMap(({ fact, level, subject }) => {
    const stated = subjectAt(facts, level, subject).facts.get(fact);
    if (stated?.state !== "not_applicable") return [];
    const { label } = factAt(edition, fact).definition;
    return [reason("not_applicable", { fact: label, reason: inBoth(stated.reason) })];
  });
}

function effectReasons(rule: RuleIr, effects: readonly EffectRaw[]): Reason[] {
  return effects.flatMap(({ amount, bounds }, at) => {
    const effect = rule.effects[at] as EffectIr;
    const gone = amount === "not_applicable" ? [amountReason(effect.title)] : [];
    const limits = bounds.flatMap((bound, index) =>
      bound.isNotApplicable
        ? [reason("limit_not_applicable", effect.bounds[index]?.id ?? effect.target)]
        : [],
    );
    return [...gone, ...limits];
  });
}

const amountReason = (title: Bilingual): Reason => reason("amount_not_applicable", title);
