import type { BoundAnswer } from "../contract/report.ts";
import type { Truth } from "./truth.ts";

/** A figure that has left: whole output steps of its effect, an infinity where it has no end. */
export type Leaving = { readonly min: number; readonly max: number };

export const unbounded: Leaving = { min: -Infinity, max: Infinity };

export type BoundRaw = {
  readonly answer: BoundAnswer["answer"];
  readonly at: Leaving;
  readonly limit: Leaving;
  readonly isNotApplicable: boolean;
};

export type EffectRaw = {
  /** Undefined where the effect has no amount. */
  readonly amount: Leaving | "not_applicable" | undefined;
  /** Position in the effect's bounds of the one that cut the amount. */
  readonly binding: number | undefined;
  readonly bounds: readonly BoundRaw[];
};

/**
 * What a back end says of one rule and one subject. Effects are empty where the rule is not met.
 */
export type RuleRaw = { readonly truth: Truth; readonly effects: readonly EffectRaw[] };

export const isUnmet = (truth: Truth): boolean => truth === "F" || truth === "N";

export const isOneValue = (amount: EffectRaw["amount"]): boolean =>
  amount === undefined || amount === "not_applicable" || amount.min === amount.max;

/** Whether nothing that is still unknown can change the answer. */
export const isSettled = (raw: RuleRaw): boolean =>
  isUnmet(raw.truth) || (raw.truth === "T" && raw.effects.every(isEffectSettled));

const isEffectSettled = (effect: EffectRaw): boolean =>
  isOneValue(effect.amount) && effect.bounds.every((bound) => bound.answer !== "open");

/** What is certain of a rule where one of two completions of its facts will be the case. */
export function joinRaw(a: RuleRaw, b: RuleRaw): RuleRaw {
  const truth = joinRoot(a.truth, b.truth);
  if (isUnmet(b.truth)) return { truth, effects: a.effects };
  if (isUnmet(a.truth)) return { truth, effects: b.effects };
  return { truth, effects: a.effects.map((effect, index) => joinEffect(effect, b.effects[index])) };
}

/** At the rule false and not applicable are the same: not met. */
function joinRoot(a: Truth, b: Truth): Truth {
  if (a === b) return a;
  return isUnmet(a) && isUnmet(b) ? "F" : "U";
}

const hullOf = (a: Leaving, b: Leaving): Leaving => ({
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
});

function joinAmount(a: EffectRaw["amount"], b: EffectRaw["amount"]): EffectRaw["amount"] {
  if (typeof a === "object" && typeof b === "object") return hullOf(a, b);
  return a === b ? a : unbounded;
}

function joinEffect(a: EffectRaw, b: EffectRaw | undefined): EffectRaw {
  if (!b) return a;
  return {
    amount: joinAmount(a.amount, b.amount),
    binding: a.binding === b.binding ? a.binding : undefined,
    bounds: a.bounds.map((bound, index) => joinBound(bound, b.bounds[index])),
  };
}

function joinBound(a: BoundRaw, b: BoundRaw | undefined): BoundRaw {
  if (!b) return a;
  return {
    answer: a.answer === b.answer ? a.answer : "open",
    at: hullOf(a.at, b.at),
    limit: hullOf(a.limit, b.limit),
    isNotApplicable: a.isNotApplicable && b.isNotApplicable,
  };
}
