import { divide, one, type Ratio } from "../../base/ratio.ts";
import type { EffectIr } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { decideEffect, type Exact, type Quantity } from "./effect.ts";
import { lowerNumber } from "./lower-numbers.ts";
import { loweringOf } from "./lower.ts";
import { exact, gauge, gone } from "./machine.ts";
import type { NumberPlan, Term } from "./plan.ts";
import type { EffectRaw } from "./raw.ts";
import { levelNumber } from "./rows.ts";
import { factAt } from "./scope.ts";
import { toCommonStep } from "./steps.ts";
import { notApplicable, openValue, undefinedValue } from "./value.ts";

/** The figures of an effect on one common step, and how they leave in output steps. */
export type EffectPlan = {
  readonly effect: EffectIr;
  readonly amount: Term | undefined;
  readonly wish: Term | undefined;
  readonly limits: readonly Term[];
  /** One common step is `up / down` output steps. */
  readonly up: number;
  readonly down: number;
};

/** Lowers an effect; undefined where one of its figures has no whole-number form. */
export function lowerEffect(effect: EffectIr, edition: Edition): EffectPlan | undefined {
  const lowering = loweringOf(edition);
  const lower = (node: Parameters<typeof lowerNumber>[0]) => lowerNumber(node, lowering);
  const plans = [
    ...(effect.amount ? [lower(effect.amount)] : []),
    ...(effect.wish === undefined ? [] : [wishPlan(effect.wish, edition)]),
    ...effect.bounds.map((bound) => lower(bound.limit)),
  ];
  const known = plans.filter((plan) => plan !== undefined);
  if (known.length < plans.length) return undefined;
  return place(effect, known);
}

function wishPlan(fact: number, edition: Edition): NumberPlan {
  const { level, step } = factAt(edition, fact);
  const at = { level: levelNumber[level], fact };
  return { op: "fact", ...at, step, size: Infinity, isNonNegative: false };
}

function place(effect: EffectIr, plans: readonly NumberPlan[]): EffectPlan | undefined {
  if (plans.length === 0) {
    return { effect, amount: undefined, wish: undefined, limits: [], up: 1, down: 1 };
  }
  const common = toCommonStep(plans);
  const leaving = common && outputOf(common.step, effect.step ?? one);
  if (!common || !leaving) return undefined;
  const terms = [...common.terms];
  const amount = effect.amount && terms.shift();
  const wish = effect.wish === undefined ? undefined : terms.shift();
  return { effect, amount, wish, limits: terms, ...leaving };
}

function outputOf(step: Ratio, output: Ratio): { up: number; down: number } | undefined {
  const { n, d } = divide(step, output);
  const [up, down] = [Number(n), Number(d)];
  const isSafe = Number.isSafeInteger(up) && Number.isSafeInteger(down);
  return isSafe ? { up, down } : undefined;
}

/**
 * Rounds a whole number of common steps to output steps, exactly: the quotient is never rounded
 * first.
 */
function leaveWith({ up, down }: EffectPlan, isBrief: boolean): Exact<number> {
  return {
    isBrief,
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    leave(value, rounding) {
      if (!Number.isFinite(value)) return value;
      const raised = exact(value * up);
      const rest = raised % down;
      const cut = (raised - rest) / down;
      if (rounding === "up") return rest > 0 ? cut + 1 : cut + 0;
      return rest < 0 ? cut - 1 : cut + 0;
    },
  };
}

/** By the reasons of machine.ts. */
const reasons = {
  [gone.notApplicable]: notApplicable,
  [gone.open]: openValue,
  [gone.undefined]: undefinedValue,
};

function read<At>(run: FigureRun<At>, at: At): Quantity<number> {
  const min = run(at);
  if (Number.isNaN(min)) return reasons[gauge.high as keyof typeof reasons];
  return { kind: "number", min, max: gauge.high };
}

/** A figure at a machine, or at a subject of a library; see `NumberRun`. */
export type FigureRun<At> = (at: At) => number;

/** What is said of an effect without an amount, of every case. */
const bare: EffectRaw = { amount: undefined, binding: undefined, bounds: [] };

/**
 * An effect ready to run, its figures compiled by one of the back ends; of its bounds no more than
 * the answers where it is brief.
 */
export function runEffect<At>(
  plan: EffectPlan,
  compile: (term: Term) => FigureRun<At>,
  isBrief = false,
): (at: At) => EffectRaw {
  const amount = plan.amount && compile(plan.amount);
  const wish = plan.wish && compile(plan.wish);
  const limits = plan.limits.map(compile);
  const arithmetic = leaveWith(plan, isBrief);
  const hasFigures = amount !== undefined || wish !== undefined || limits.length > 0;
  if (!hasFigures) return () => bare;
  return (at) =>
    decideEffect(
      plan.effect,
      {
        amount: amount && read(amount, at),
        wish: wish && read(wish, at),
        limits: limits.map((limit) => read(limit, at)),
      },
      arithmetic,
    );
}
