import { commonStep, compareRatio, negate, one, type Ratio } from "../../base/ratio.ts";
import { dayNumber } from "./days.ts";
import type { Edition } from "./edition.ts";
import type { Leaf } from "./kinds.ts";
import type { NumberPlan } from "./plan.ts";
import { levelNumber } from "./rows.ts";
import { factAt } from "./scope.ts";
import { whole } from "./steps.ts";

const sizeOf = (min: number, max: number): number => Math.max(Math.abs(min), Math.abs(max));

const constantOf = (step: Ratio, min: number, max: number): NumberPlan => ({
  op: "constant",
  step,
  min,
  max,
  size: sizeOf(min, max),
  isNonNegative: min >= 0,
});

/** A figure as a whole number of its own step: one, none or less than none of it. */
export function figure(value: Ratio): NumberPlan {
  if (value.n === 0n) return constantOf(one, 0, 0);
  const sign = value.n < 0n ? -1 : 1;
  return constantOf(sign < 0 ? negate(value) : value, sign, sign);
}

function range(min: Ratio, max: Ratio): NumberPlan | undefined {
  if (compareRatio(min, max) === 0) return figure(min);
  const step = commonStep(min, max);
  const [low, high] = [whole(min, step), whole(max, step)];
  return low === undefined || high === undefined ? undefined : constantOf(step, low, high);
}

function lowerFact(fact: number, edition: Edition): NumberPlan {
  const { level, step, min, max } = factAt(edition, fact);
  return {
    op: "fact",
    level: levelNumber[level],
    fact,
    step,
    size: min === undefined || max === undefined ? Infinity : sizeOf(min, max),
    isNonNegative: min !== undefined && min >= 0,
  };
}

function lowerParameter(parameter: number, edition: Edition): NumberPlan | undefined {
  const found = edition.figures[parameter];
  return found && range(found.min, found.max);
}

/** No day of the calendar is further from the first of 1970. */
const provenMaxOfDay = 2 ** 22;

const asOf: NumberPlan = { op: "as_of", step: one, size: provenMaxOfDay, isNonNegative: false };

/** Lowers a literal, the law date, a figure of the law or a fact. */
export function lowerLeaf(node: Leaf, edition: Edition): NumberPlan | undefined {
  switch (node.op) {
    case "number":
      return figure(node.value);
    case "date":
      return constantOf(one, dayNumber(node.value), dayNumber(node.value));
    case "as_of":
      return asOf;
    case "parameter":
      return lowerParameter(node.parameter, edition);
    case "fact":
      return lowerFact(node.fact, edition);
    case "boolean":
    case "text":
    case "words":
      return undefined;
  }
}
