import { divide, multiply, one, ratio, toNumber, type Ratio } from "../../base/ratio.ts";
import { parseUnit } from "../../base/unit.ts";
import type { Amount } from "../contract/report.ts";
import type { EffectIr, FactIr } from "../ir.ts";
import type { Leaving } from "./raw.ts";

/**
 * Turns whole steps into a figure in a unit: exact as far as doubles go, the nearest double beyond.
 */
export type Scale = (steps: number) => number;

const factorOf = (unit: string | undefined): Ratio =>
  (unit === undefined ? undefined : parseUnit(unit)?.factor) ?? one;

function scaleBy(step: Ratio): Scale {
  const [n, d] = [Number(step.n), Number(step.d)];
  return (steps) =>
    Math.abs(steps * n) <= Number.MAX_SAFE_INTEGER
      ? (steps * n) / d
      : toNumber(multiply(ratio(steps), step));
}

function remembered<Key extends object, Made>(build: (key: Key) => Made): (key: Key) => Made {
  const all = new WeakMap<Key, Made>();
  return (key) => {
    const known = all.get(key);
    if (known) return known;
    const built = build(key);
    all.set(key, built);
    return built;
  };
}

/** From output steps of an effect to its unit. */
export const effectScale = remembered((effect: EffectIr) =>
  scaleBy(divide(effect.step ?? one, factorOf(effect.unit))),
);

/** From quanta of a fact to the dictionary's unit. */
export const factScale = remembered((fact: FactIr) =>
  scaleBy(divide(fact.step, factorOf(fact.definition.unit))),
);

/** Decimal places of a figure in a sentence. */
export const figureDigits = 6;

/** Up to so many of the last decimal place, a double prints every digit of a figure and no more. */
const printedMost = 1e15;

/** From quanta of a fact to a decimal of its unit; undefined where a double may not print it. */
export const factDecimal = remembered((fact: FactIr) => {
  const step = divide(fact.step, factorOf(fact.definition.unit));
  const places = multiply(step, ratio(10 ** figureDigits));
  const scale = factScale(fact);
  return (steps: number): string | undefined => {
    const isPrinted = places.d === 1n && Math.abs(steps * Number(places.n)) <= printedMost;
    return isPrinted ? String(scale(steps)) : undefined;
  };
});

/** An interval as the report gives it: an end that is not bounded is absent. */
export function toAmount(leaving: Leaving, scale: Scale): Amount {
  const { min, max } = leaving;
  if (min === -Infinity) return max === Infinity ? {} : { max: scale(max) };
  return max === Infinity ? { min: scale(min) } : { min: scale(min), max: scale(max) };
}
