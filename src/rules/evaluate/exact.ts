import { ceilSteps, floorSteps, one, type Ratio } from "../../base/ratio.ts";
import type { EffectIr } from "../ir.ts";
import type { Exact, Quantity } from "./effect.ts";
import { compareEnds, type End } from "./ends.ts";
import { openValue, type Value } from "./value.ts";

function leaveSteps(value: End, step: Ratio, rounding: "down" | "up"): number {
  if (value.d === 0n) return value.n > 0n ? Infinity : -Infinity;
  return Number(rounding === "down" ? floorSteps(value, step) : ceilSteps(value, step));
}

/** Exact ratios, which leave in the output steps of an effect. */
export const exactOf = (effect: EffectIr): Exact<End> => ({
  compare: compareEnds,
  leave: (value, rounding) => leaveSteps(value, effect.step ?? one, rounding),
});

/** A value as a quantity: what is no number has none. */
export const quantityOf = (value: Value): Quantity<End> =>
  value.kind === "truth" || value.kind === "words" || value.kind === "list" ? openValue : value;
