import {
  divide,
  floorSteps,
  multiply,
  negate,
  ratio,
  subtract,
  type Ratio,
} from "../../../base/ratio.ts";
import { negative } from "../arithmetic.ts";
import { exponentialOf, logarithm, squareRoot } from "../irrational.ts";
import { roundingScale } from "../limits.ts";
import { fail, spend, type Machine } from "../machine.ts";
import { boundNumber, divideHalfEven, stepsOf, wholePart } from "../number.ts";
import { isKind, type Value } from "../value.ts";
import { takes, type BuiltIn, type Form, type Given } from "./matching.ts";

/** A whole number from a ratio, by some rule of rounding. */
type Rule = (value: Ratio) => bigint;

const one = ratio(1);
const size = ({ n, d }: Ratio): Ratio => ({ n: n < 0n ? -n : n, d });
const signed = (value: Ratio, whole: bigint): bigint => (value.n < 0n ? -whole : whole);
const up = (value: Ratio): bigint => -floorSteps(negate(value), one);

/** The whole number at half a step's distance or less, a half going up or not. */
function nearest({ n, d }: Ratio, isHalfUp: boolean): bigint {
  const [whole, twice] = [n / d, (n % d) * 2n];
  return twice > d || (isHalfUp && twice === d) ? whole + 1n : whole;
}

export const rules = {
  floor: (value) => floorSteps(value, one),
  ceiling: up,
  "round up": (value) => signed(value, up(size(value))),
  "round down": (value) => signed(value, floorSteps(size(value), one)),
  "round half up": (value) => signed(value, nearest(size(value), true)),
  "round half down": (value) => signed(value, nearest(size(value), false)),
  decimal: (value) => signed(value, divideHalfEven(size(value).n, value.d)),
} as const satisfies Readonly<Record<string, Rule>>;

/** Rounds to decimal places; with a negative scale to tens, hundreds and so on. */
function roundBy(rule: Rule): Form["run"] {
  return (machine, [value = null, scale]) => {
    if (!isKind(value, "number")) return fail(machine, "argument_type");
    const places = scale !== undefined && isKind(scale, "number") ? wholePart(scale.value) : 0;
    if (places < roundingScale.least || places > roundingScale.most) {
      return fail(machine, "argument_value");
    }
    const power = ratio(10n ** BigInt(Math.abs(places)));
    const unit = places < 0 ? power : divide(one, power);
    return boundNumber(machine, multiply(unit, ratio(rule(divide(value.value, unit)))));
  };
}

const scaled = (rule: Rule): BuiltIn => [
  { takes: takes("n: number", "scale: number"), run: roundBy(rule) },
];
const maybeScaled = (rule: Rule): BuiltIn => [
  { takes: takes("n: number", "scale?: number"), run: roundBy(rule) },
];

/** A function of one number. */
const ofNumber = (name: string, work: (machine: Machine, value: Ratio) => Value): BuiltIn => [
  {
    takes: takes(`${name}: number`),
    run: (machine, [value = null]) => {
      if (!isKind(value, "number")) return fail(machine, "argument_type");
      return spend(machine, stepsOf(value.value, 512)) ? work(machine, value.value) : null;
    },
  },
];

function modulo(machine: Machine, [dividend = null, divisor = null]: readonly Given[]): Value {
  if (!isKind(dividend, "number") || !isKind(divisor, "number")) {
    return fail(machine, "argument_type");
  }
  if (divisor.value.n === 0n) return fail(machine, "division_by_zero");
  const steps = ratio(floorSteps(divide(dividend.value, divisor.value), one));
  return boundNumber(machine, subtract(dividend.value, multiply(divisor.value, steps)));
}

function absolute(machine: Machine, [value = null]: readonly Given[]): Value {
  if (isKind(value, "number")) return boundNumber(machine, size(value.value));
  const isNegative =
    (isKind(value, "days and time duration") && value.seconds.n < 0n) ||
    (isKind(value, "years and months duration") && value.months < 0);
  return isNegative ? negative(machine, value) : value;
}

function root(machine: Machine, value: Ratio): Value {
  if (value.n < 0n) return fail(machine, "argument_value");
  return boundNumber(machine, squareRoot(value));
}

function log(machine: Machine, value: Ratio): Value {
  if (value.n <= 0n) return fail(machine, "argument_value");
  return boundNumber(machine, logarithm(value));
}

function exp(machine: Machine, value: Ratio): Value {
  const result = exponentialOf(value);
  return result ? boundNumber(machine, result) : fail(machine, "number_out_of_range");
}

/** Whether a number is an even or an odd whole one. */
const parity =
  (rest: bigint) =>
  (_: Machine, { n, d }: Ratio): Value =>
    d === 1n && (n % 2n === 0n ? 0n : 1n) === rest;

const either = "number | days and time duration | years and months duration";

export const numericFunctions: Readonly<Record<string, BuiltIn>> = {
  decimal: scaled(rules.decimal),
  floor: maybeScaled(rules.floor),
  ceiling: maybeScaled(rules.ceiling),
  "round up": scaled(rules["round up"]),
  "round down": scaled(rules["round down"]),
  "round half up": scaled(rules["round half up"]),
  "round half down": scaled(rules["round half down"]),
  abs: [{ takes: takes(`n: ${either}`), run: absolute }],
  modulo: [{ takes: takes("dividend: number", "divisor: number"), run: modulo }],
  sqrt: ofNumber("number", root),
  log: ofNumber("number", log),
  exp: ofNumber("number", exp),
  odd: ofNumber("number", parity(1n)),
  even: ofNumber("number", parity(0n)),
};
