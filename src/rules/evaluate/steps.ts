import { commonStep, divide, isWhole, one, type Ratio } from "../../base/ratio.ts";
import type { NumberPlan, Term } from "./plan.ts";

/** A value as a whole number of steps; undefined where it is none, or too large to be exact. */
export const whole = (value: Ratio, step: Ratio): number | undefined => {
  const count = divide(value, step);
  const asNumber = Number(count.n);
  return isWhole(count) && Number.isSafeInteger(asNumber) ? asNumber : undefined;
};

export type Common = { readonly step: Ratio; readonly terms: readonly Term[] };

/** Brings numbers to one step; undefined where a factor is no safe whole number. */
export function toCommonStep(plans: readonly NumberPlan[]): Common | undefined {
  const step = plans.map((plan) => plan.step).reduce(commonStep);
  const terms = plans.flatMap((plan) => {
    const factor = whole(plan.step, step);
    return factor === undefined ? [] : [{ plan, factor }];
  });
  return terms.length === plans.length ? { step, terms } : undefined;
}

/** A number in steps of one base unit; undefined where it may be a part of one. */
export function inUnits(plan: NumberPlan): Term | undefined {
  const factor = whole(plan.step, one);
  return factor === undefined ? undefined : { plan, factor };
}
