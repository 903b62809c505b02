import { divide, multiply, one, parseRatio, ratio, toDecimal } from "../../base/ratio.ts";
import { parseUnit } from "../../base/unit.ts";
import type { Amount } from "../contract/report.ts";
import { effectScale, toAmount } from "../evaluate/figures.ts";
import type { EffectIr } from "../ir.ts";

/** Both ends of an amount in whole output steps, as a report gives it; an open end is absent. */
export const effectAmount = (
  effect: EffectIr,
  steps: { readonly min: number; readonly max: number },
): Amount => toAmount(steps, effectScale(effect));

const digitsMax = 12;

/**
 * Whole output steps of an effect as a figure in its unit, exactly: a decimal where it ends, else a
 * quotient of whole numbers.
 */
export function stepsText({ step, unit }: Pick<EffectIr, "step" | "unit">, steps: bigint): string {
  const factor = (unit === undefined ? undefined : parseUnit(unit)?.factor) ?? one;
  const figure = multiply(ratio(steps), divide(step ?? one, factor));
  const decimal = toDecimal(figure, digitsMax);
  const back = parseRatio(decimal);
  return back?.n === figure.n && back.d === figure.d ? decimal : `${figure.n}/${figure.d}`;
}
