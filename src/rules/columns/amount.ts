import { divide, multiply, one, parseRatio, ratio, toDecimal } from "../../base/ratio.ts";
import { parseUnit } from "../../base/unit.ts";
import type { EffectIr } from "../ir.ts";

const digitsMax = 12;

/**
 * Whole output steps of an effect as a figure in its unit, exactly: a decimal where it ends, else a
 * quotient of whole numbers.
 */
export function stepsText({ step, unit }: EffectIr, steps: bigint): string {
  const factor = (unit === undefined ? undefined : parseUnit(unit)?.factor) ?? one;
  const figure = multiply(ratio(steps), divide(step ?? one, factor));
  const decimal = toDecimal(figure, digitsMax);
  const back = parseRatio(decimal);
  return back?.n === figure.n && back.d === figure.d ? decimal : `${figure.n}/${figure.d}`;
}
