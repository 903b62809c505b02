import type { Comparison } from "../ir.ts";
import { compileNumber, runProduct, scaled } from "./closures-numbers.ts";
import { gauge, gone, noNumber, none, type NumberRun, type TruthRun } from "./machine.ts";
import type { Side, TruthPlan } from "./plan.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

type Compare = Extract<TruthPlan, { op: "compare" }>;
type CompileTruth = (plan: TruthPlan) => TruthRun;

/** Every comparison is one of two questions, asked of the sides in one order or the other. */
const questions: Readonly<
  Record<Comparison, { ask: "below" | "equal"; isTurned: boolean; isNegated: boolean }>
> = {
  "<": { ask: "below", isTurned: false, isNegated: false },
  ">": { ask: "below", isTurned: true, isNegated: false },
  ">=": { ask: "below", isTurned: false, isNegated: true },
  "<=": { ask: "below", isTurned: true, isNegated: true },
  "=": { ask: "equal", isTurned: false, isNegated: false },
  "!=": { ask: "equal", isTurned: false, isNegated: true },
};

export function runNot(arg: TruthRun): TruthRun {
  return (machine) => {
    const truth = arg(machine);
    return truth === yes ? no : truth === no ? yes : truth;
  };
}

/** Compares two numbers, or quotients multiplied out, on whole numbers of one step. */
export function runCompare(plan: Compare, truth: CompileTruth): TruthRun {
  const [left, right] = [compileSide(plan.left, truth), compileSide(plan.right, truth)];
  const a = scaled(across(left, right.bottom), plan.factors[0], plan.size);
  const b = scaled(across(right, left.bottom), plan.factors[1], plan.size);
  const { ask, isTurned, isNegated } = questions[plan.comparison];
  const run = ask === "below" ? runBelow : runEqual;
  const decided = isTurned ? run(b, a) : run(a, b);
  return isNegated ? runNot(decided) : decided;
}

function runBelow(left: NumberRun, right: NumberRun): TruthRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a) || Number.isNaN(c)) return whyNot(a, b, c);
    if (b < c) return yes;
    return a >= d ? no : unknown;
  };
}

function runEqual(left: NumberRun, right: NumberRun): TruthRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a) || Number.isNaN(c)) return whyNot(a, b, c);
    if (b < c || d < a) return no;
    return a === b && c === d ? yes : unknown;
  };
}

/** What a comparison is where one number or both are missing. */
function whyNot(a: number, b: number, c: number): number {
  const isGone =
    (Number.isNaN(a) && b === gone.notApplicable) ||
    (Number.isNaN(c) && gauge.high === gone.notApplicable);
  return isGone ? inapplicable : unknown;
}

type SideRun = { readonly top: NumberRun; readonly bottom: NumberRun | undefined };

const compileSide = ({ top, bottom }: Side, truth: CompileTruth): SideRun => ({
  top: compileNumber(top, truth),
  bottom: bottom && compileNumber(bottom, truth),
});

/** One side multiplied by the other's denominator, both taken as positive. */
function across(side: SideRun, other: NumberRun | undefined): NumberRun {
  const own = side.bottom ? runSigned(side.top, side.bottom) : side.top;
  return other ? runProduct(own, runPositive(other)) : own;
}

/** A numerator with its denominator's sign; open where the denominator may be zero. */
function runSigned(top: NumberRun, bottom: NumberRun): NumberRun {
  return (machine) => {
    const a = top(machine);
    const b = gauge.high;
    const c = bottom(machine);
    const d = gauge.high;
    const isZero = c <= 0 && d >= 0;
    if (Number.isNaN(a) || Number.isNaN(c) || isZero) {
      const first = Number.isNaN(a) ? b : none;
      const second = Number.isNaN(c) ? d : isZero ? gone.open : none;
      return noNumber(Math.min(first, second));
    }
    gauge.high = d < 0 ? -a : b;
    return d < 0 ? -b : a;
  };
}

function runPositive(bottom: NumberRun): NumberRun {
  return (machine) => {
    const low = bottom(machine);
    const high = gauge.high;
    if (Number.isNaN(low)) return low;
    if (low <= 0 && high >= 0) return noNumber(gone.open);
    gauge.high = high < 0 ? -low : high;
    return high < 0 ? -high : low;
  };
}
