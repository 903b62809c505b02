import {
  commonStep,
  compareRatio,
  divide,
  isWhole,
  multiply,
  negate,
  one,
  ratio,
  type Ratio,
} from "../../base/ratio.ts";
import type { Node } from "../ir.ts";
import { dayNumber } from "./days.ts";
import { levelNumber } from "./rows.ts";
import { readsIn } from "./gone-facts.ts";
import type { Lowering, NumberForm, NumberPlan, Term } from "./plan.ts";
import { factAt } from "./scope.ts";

const whole = (value: Ratio, step: Ratio): number | undefined => {
  const count = divide(value, step);
  const asNumber = Number(count.n);
  return isWhole(count) && Number.isSafeInteger(asNumber) ? asNumber : undefined;
};

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
function figure(value: Ratio): NumberPlan {
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

/** The one value of a plan that does not vary. */
export const constantValue = (plan: NumberPlan): Ratio | undefined =>
  plan.op === "constant" && plan.min === plan.max
    ? multiply(ratio(plan.min), plan.step)
    : undefined;

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

const isTermNonNegative = ({ plan, factor }: Term): boolean => plan.isNonNegative && factor > 0;

const termSize = ({ plan, factor }: Term): number => plan.size * Math.abs(factor);

function sum(plans: readonly NumberPlan[], signs: readonly number[]): NumberPlan | undefined {
  const common = toCommonStep(plans);
  if (!common) return undefined;
  const terms = common.terms.map(({ plan, factor }, index) => ({
    plan,
    factor: factor * (signs[index] ?? 1),
  }));
  return {
    op: "linear",
    terms,
    step: common.step,
    size: terms.reduce((size, term) => size + termSize(term), 0),
    isNonNegative: terms.every(isTermNonNegative),
  };
}

/** A product with a figure only changes the step. */
function scale(plan: NumberPlan, by: Ratio): NumberPlan | undefined {
  if (by.n === 0n) return undefined;
  const step = multiply(plan.step, by.n < 0n ? negate(by) : by);
  return by.n < 0n ? sum([{ ...plan, step }], [-1]) : { ...plan, step };
}

function product(left: NumberPlan, right: NumberPlan): NumberPlan | undefined {
  const [a, b] = [constantValue(left), constantValue(right)];
  if (a && b) return figure(multiply(a, b));
  if (b && b.n !== 0n) return scale(left, b);
  if (a && a.n !== 0n) return scale(right, a);
  return {
    op: "product",
    left,
    right,
    step: multiply(left.step, right.step),
    size: left.size * right.size || 0,
    isNonNegative: left.isNonNegative && right.isNonNegative,
  };
}

/** A quotient is a whole number of a known step only where its denominator is a figure. */
function quotient(left: NumberPlan, right: NumberPlan): NumberPlan | undefined {
  const by = constantValue(right);
  if (!by || by.n === 0n) return undefined;
  const top = constantValue(left);
  return top ? figure(divide(top, by)) : scale(left, divide(one, by));
}

function extreme(fold: "min" | "max", plans: readonly NumberPlan[]): NumberPlan | undefined {
  const common = toCommonStep(plans);
  return (
    common && {
      op: "extreme",
      fold,
      terms: common.terms,
      step: common.step,
      size: Math.max(...common.terms.map(termSize)),
      isNonNegative: common.terms.every(isTermNonNegative),
    }
  );
}

function lowerFact(fact: number, lowering: Lowering): NumberPlan {
  const { level, step, min, max } = factAt(lowering.edition, fact);
  return {
    op: "fact",
    level: levelNumber[level],
    fact,
    step,
    size: min === undefined || max === undefined ? Infinity : sizeOf(min, max),
    isNonNegative: min !== undefined && min >= 0,
  };
}

function lowerParameter(parameter: number, { edition }: Lowering): NumberPlan | undefined {
  const found = edition.figures[parameter];
  return found && range(found.min, found.max);
}

function lowerNegation(node: Node, lowering: Lowering): NumberPlan | undefined {
  const arg = lowerNumber(node, lowering);
  return arg && sum([arg], [-1]);
}

function lowerExtreme(
  { op, args }: Extract<Node, { op: "min" | "max" }>,
  lowering: Lowering,
): NumberPlan | undefined {
  const plans = args.flatMap((arg) => lowerNumber(arg, lowering) ?? []);
  return plans.length === args.length ? extreme(op, plans) : undefined;
}

function lowerChoice(
  node: Extract<Node, { op: "if" }>,
  lowering: Lowering,
): NumberPlan | undefined {
  const [then, otherwise] = [
    lowerNumber(node.then, lowering),
    lowerNumber(node.otherwise, lowering),
  ];
  const common = then && otherwise && toCommonStep([then, otherwise]);
  const [first, second] = common?.terms ?? [];
  if (!common || !first || !second) return undefined;
  return {
    op: "choice",
    condition: lowering.truth(node.condition),
    reads: readsIn(node.condition, lowering.edition),
    then: first,
    otherwise: second,
    step: common.step,
    size: Math.max(termSize(first), termSize(second)),
    isNonNegative: isTermNonNegative(first) && isTermNonNegative(second),
  };
}

function lowerAggregate(
  node: Extract<Node, { op: "aggregate" }>,
  lowering: Lowering,
): NumberPlan | undefined {
  const level = levelNumber[node.level];
  if (node.fold === "some" || node.fold === "every") return undefined;
  if (node.fold === "count") {
    const body = lowering.truth(node.body);
    const reads = readsIn(node.body, lowering.edition);
    return {
      op: "tally",
      level,
      body,
      reads,
      step: one,
      size: provenMaxOfCount,
      isNonNegative: true,
    };
  }
  const body = lowerNumber(node.body, lowering);
  if (!body) return undefined;
  const form: NumberForm = { op: "total", fold: node.fold, level, body };
  const size = node.fold === "sum" ? Infinity : body.size;
  return { ...form, step: body.step, size, isNonNegative: body.isNonNegative };
}

/** No case has more subjects than this. */
const provenMaxOfCount = 2 ** 31;

/** Lowers a number or a date; undefined where it is not a whole number of a known step. */
export function lowerNumber(node: Node, lowering: Lowering): NumberPlan | undefined {
  switch (node.op) {
    case "number":
      return figure(node.value);
    case "date":
      return constantOf(one, dayNumber(node.value), dayNumber(node.value));
    case "parameter":
      return lowerParameter(node.parameter, lowering);
    case "fact":
      return lowerFact(node.fact, lowering);
    case "if":
      return lowerChoice(node, lowering);
    case "aggregate":
      return lowerAggregate(node, lowering);
    case "negate":
      return lowerNegation(node.arg, lowering);
    case "min":
    case "max":
      return lowerExtreme(node, lowering);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return lowerBinary(node, lowering);
    case "boolean":
    case "text":
    case "and":
    case "or":
    case "not":
    case "compare":
    case "among":
    case "holds":
    case "listed":
      return undefined;
  }
}

type Binary = Extract<Node, { op: "add" | "subtract" | "multiply" | "divide" }>;

function lowerBinary(node: Binary, lowering: Lowering): NumberPlan | undefined {
  const left = lowerNumber(node.left, lowering);
  const right = lowerNumber(node.right, lowering);
  if (!left || !right) return undefined;
  switch (node.op) {
    case "add":
      return sum([left, right], [1, 1]);
    case "subtract":
      return sum([left, right], [1, -1]);
    case "multiply":
      return product(left, right);
    case "divide":
      return quotient(left, right);
  }
}
