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

function remembered<Key extends object>(build: (key: Key) => Scale): (key: Key) => Scale {
  const scales = new WeakMap<Key, Scale>();
  return (key) => {
    const known = scales.get(key);
    if (known) return known;
    const built = build(key);
    scales.set(key, built);
    return built;
  };
}

/** From output steps of an effect to its unit. */
export const effectScale = remembered<EffectIr>((effect) =>
  scaleBy(divide(effect.step ?? one, factorOf(effect.unit))),
);

/** From quanta of a fact to the dictionary's unit. */
export const factScale = remembered<FactIr>((fact) =>
  scaleBy(divide(fact.step, factorOf(fact.definition.unit))),
);

/** An interval as the report gives it: an end that is not bounded is absent. */
export function toAmount(leaving: Leaving, scale: Scale): Amount {
  const { min, max } = leaving;
  if (min === -Infinity) return max === Infinity ? {} : { max: scale(max) };
  return max === Infinity ? { min: scale(min) } : { min: scale(min), max: scale(max) };
}
