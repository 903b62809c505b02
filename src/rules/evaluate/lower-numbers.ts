import { divide, multiply, negate, one, ratio, type Ratio } from "../../base/ratio.ts";
import type { Node } from "../ir.ts";
import { readsIn } from "./gone-facts.ts";
import { isArithmetic, isLeaf, type Aggregate, type Arithmetic } from "./kinds.ts";
import { figure, lowerLeaf } from "./lower-leaves.ts";
import type { Lowering, NumberForm, NumberPlan, Term } from "./plan.ts";
import { levelNumber } from "./rows.ts";
import { inUnits, toCommonStep } from "./steps.ts";
import type { Timed } from "./time.ts";

/** The one value of a plan that does not vary. */
export const constantValue = (plan: NumberPlan): Ratio | undefined =>
  plan.op === "constant" && plan.min === plan.max
    ? multiply(ratio(plan.min), plan.step)
    : undefined;

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

function lowerNegation(node: Node, lowering: Lowering): NumberPlan | undefined {
  const arg = lowerNumber(node, lowering);
  return arg && sum([arg], [-1]);
}

function lowerAbsolute(node: Node, lowering: Lowering): NumberPlan | undefined {
  const arg = lowerNumber(node, lowering);
  return arg && { op: "abs", arg, step: arg.step, size: arg.size, isNonNegative: true };
}

function lowerRounding(
  { mode, arg: node, step: to }: Extract<Node, { op: "round" }>,
  lowering: Lowering,
): NumberPlan | undefined {
  const arg = lowerNumber(node, lowering);
  const plan = lowerNumber(to, lowering);
  const step = plan && constantValue(plan);
  if (!arg || !step || step.n <= 0n) return undefined;
  const { n, d } = divide(arg.step, step);
  const [up, down] = [Number(n), Number(d)];
  if (!Number.isSafeInteger(up) || !Number.isSafeInteger(down)) return undefined;
  const size = (arg.size * up) / down + 1;
  return { op: "round", mode, arg, up, down, step, size, isNonNegative: arg.isNonNegative };
}

function lowerMarks(nodes: readonly Node[], { truth, edition }: Lowering): NumberPlan {
  const args = nodes.map((node) => ({ truth: truth(node), reads: readsIn(node, edition) }));
  return { op: "marks", args, step: one, size: args.length, isNonNegative: true };
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

function lowerAggregate(node: Aggregate, lowering: Lowering): NumberPlan | undefined {
  if (node.fold === "some" || node.fold === "every") return undefined;
  if (node.fold === "count") return lowerCount(node, lowering);
  const body = lowerNumber(node.body, lowering);
  if (!body) return undefined;
  const { step, size, isNonNegative } = body;
  const level = levelNumber[node.level];
  if (node.fold === "sum") {
    return { op: "total", fold: "sum", level, body, step, size: Infinity, isNonNegative };
  }
  const proven = { level, body, step, size, isNonNegative };
  if (!node.filter) return { op: "total", fold: node.fold, ...proven };
  const filter = lowering.truth(node.filter);
  const reads = readsIn(node.filter, lowering.edition);
  return { op: "filtered", fold: node.fold, ...proven, filter, reads };
}

function lowerCount({ level, body }: Aggregate, { truth, edition }: Lowering): NumberPlan {
  const counted = { level: levelNumber[level], body: truth(body), reads: readsIn(body, edition) };
  return { op: "tally", ...counted, step: one, size: provenMaxOfCount, isNonNegative: true };
}

/** No two days of the calendar are further apart. */
const provenMaxOfDays = 2 ** 23;

function lowerTimed(node: Timed, lowering: Lowering): NumberPlan | undefined {
  const both = node.op === "shift" ? [node.date, node.by] : [node.from, node.to];
  const [first, second] = both.map((part) => {
    const plan = lowerNumber(part, lowering);
    return plan && inUnits(plan);
  });
  if (!first || !second) return undefined;
  const { op, unit } = node;
  const form: NumberForm = { op, unit, first, second, node };
  return { ...form, step: one, size: provenMaxOfDays, isNonNegative: false };
}

/** No case has more subjects than this. */
const provenMaxOfCount = 2 ** 31;

/** Lowers a number or a date; undefined where it is not a whole number of a known step. */
export function lowerNumber(node: Node, lowering: Lowering): NumberPlan | undefined {
  if (isLeaf(node)) return lowerLeaf(node, lowering.edition);
  if (isArithmetic(node)) return lowerArithmetic(node, lowering);
  if (node.op === "aggregate") return lowerAggregate(node, lowering);
  return node.op === "if" ? lowerChoice(node, lowering) : undefined;
}

function lowerArithmetic(node: Arithmetic, lowering: Lowering): NumberPlan | undefined {
  switch (node.op) {
    case "shift":
    case "elapsed":
      return lowerTimed(node, lowering);
    case "abs":
      return lowerAbsolute(node.arg, lowering);
    case "round":
      return lowerRounding(node, lowering);
    case "tally":
      return lowerMarks(node.args, lowering);
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
