import { divide, multiply, ratio, type Ratio } from "./ratio.ts";

/** To the lower or higher multiple, away from or towards zero, or to the nearest one. */
export const roundings = [
  "floor",
  "ceiling",
  "round up",
  "round down",
  "round half up",
  "round half down",
] as const;
export type Rounding = (typeof roundings)[number];

/** What is left beyond the multiple towards zero; `half` is negative where it is less than half. */
type Rest = { readonly sign: number; readonly isNone: boolean; readonly half: number };

/** Whether the multiple further from zero is taken. */
function isFurther(mode: Rounding, { sign, isNone, half }: Rest): boolean {
  if (isNone) return false;
  switch (mode) {
    case "floor":
      return sign < 0;
    case "ceiling":
      return sign > 0;
    case "round up":
      return true;
    case "round down":
      return false;
    case "round half up":
      return half >= 0;
    case "round half down":
      return half > 0;
  }
}

/** The multiple of a step, which is positive, to which a value is rounded. */
export function roundRatio(value: Ratio, step: Ratio, mode: Rounding): Ratio {
  const { n, d } = divide(value, step);
  const rest = n % d;
  const double = (rest < 0n ? -rest : rest) * 2n;
  const half = double < d ? -1 : double === d ? 0 : 1;
  const sign = n < 0n ? -1 : 1;
  const further = isFurther(mode, { sign, isNone: rest === 0n, half }) ? BigInt(sign) : 0n;
  return multiply(ratio(n / d + further), step);
}

/** A quotient of whole numbers in doubles, the divisor positive, as a whole number: exact. */
export function roundQuotient(value: number, by: number, mode: Rounding): number {
  if (!Number.isFinite(value)) return value;
  const rest = value % by;
  const sign = value < 0 ? -1 : 1;
  const half = Math.abs(rest) - (by - Math.abs(rest));
  const further = isFurther(mode, { sign, isNone: rest === 0, half }) ? sign : 0;
  return (value - rest) / by + further;
}
