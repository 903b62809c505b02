import { elapsed, runTimed, shifted } from "./closures-time.ts";
import { runFiltered } from "./closures-filtered.ts";
import { countOver, runMarks, totalOver } from "./closures-over.ts";
import { runAbsolute, runRounding } from "./closures-rounding.ts";
import { anyGone, type Read } from "./gone-facts.ts";
import { exact, gauge, gone, noNumber, none, times } from "./machine.ts";
import type { Machine, NumberRun, TruthRun } from "./machine.ts";
import { isFolded, provenMax, type Folded, type NumberPlan, type Single } from "./plan.ts";
import type { Term, TruthPlan } from "./plan.ts";
import { inapplicable, no, yes } from "./rows.ts";

type CompileTruth = (plan: TruthPlan) => TruthRun;

/** Turns a number's plan into closures over plain doubles. */
export function compileNumber(plan: NumberPlan, truth: CompileTruth): NumberRun {
  return isFolded(plan) ? compileFolded(plan, truth) : compileSingle(plan, truth);
}

function compileSingle(plan: Single, truth: CompileTruth): NumberRun {
  switch (plan.op) {
    case "constant":
      return runConstant(plan.min, plan.max);
    case "fact":
      return runFact(plan.level, plan.fact);
    case "as_of":
      return runDay;
    case "shift":
    case "elapsed":
      return runTimed(plan.op === "shift" ? shifted : elapsed, plan.unit, [
        compileTerm(plan.first, truth),
        compileTerm(plan.second, truth),
      ]);
    case "abs":
      return runAbsolute(compileNumber(plan.arg, truth));
    case "round":
      return runRounding(compileNumber(plan.arg, truth), plan);
    case "linear":
      return plan.terms
        .map((term) => compileTerm(term, truth))
        .reduce((sum, term) => runSum(sum, term, plan.size > provenMax));
    case "product":
      return compileProduct(plan, truth);
    case "extreme":
      return plan.terms
        .map((term) => compileTerm(term, truth))
        .reduce((one, other) => runExtreme(Math[plan.fold], one, other));
    case "choice": {
      const [then, otherwise] = [compileTerm(plan.then, truth), compileTerm(plan.otherwise, truth)];
      return runChoice({ ...plan, condition: truth(plan.condition), then, otherwise });
    }
  }
}

function compileProduct(plan: Extract<NumberPlan, { op: "product" }>, truth: CompileTruth) {
  const [left, right] = [compileNumber(plan.left, truth), compileNumber(plan.right, truth)];
  return plan.isNonNegative && plan.left.isNonNegative && plan.right.isNonNegative
    ? runPositiveProduct(left, right)
    : runProduct(left, right);
}

function compileFolded(plan: Folded, truth: CompileTruth): NumberRun {
  switch (plan.op) {
    case "total":
      return totalOver(plan.fold, plan.level, compileNumber(plan.body, truth));
    case "filtered": {
      const [body, filter] = [compileNumber(plan.body, truth), truth(plan.filter)];
      return runFiltered({ ...plan, body, filter });
    }
    case "tally":
      return countOver(plan.level, truth(plan.body), plan.reads);
    case "marks":
      return runMarks(plan.args.map((arg) => ({ run: truth(arg.truth), reads: arg.reads })));
  }
}

function runConstant(min: number, max: number): NumberRun {
  return () => {
    gauge.high = max;
    return min;
  };
}

function runFact(level: number, fact: number): NumberRun {
  return (machine) => {
    const row = machine.rows[level]!;
    gauge.high = row.high[fact]!;
    return row.low[fact]!;
  };
}

function runDay({ day }: Machine): number {
  gauge.high = day;
  return day;
}

/** A number brought to the step of its surroundings. */
export const compileTerm = ({ plan, factor }: Term, truth: CompileTruth): NumberRun =>
  scaled(compileNumber(plan, truth), factor, plan.size * Math.abs(factor));

/** A number times a whole factor; guarded where nothing proves that it stays exact. */
export function scaled(run: NumberRun, factor: number, size: number): NumberRun {
  if (factor === 1) return run;
  const isProven = size <= provenMax;
  return (machine) => {
    const low = run(machine);
    if (Number.isNaN(low)) return low;
    const from = times(factor < 0 ? gauge.high : low, factor);
    const to = times(factor < 0 ? low : gauge.high, factor);
    gauge.high = isProven ? to : exact(to);
    return isProven ? from : exact(from);
  };
}

function runSum(left: NumberRun, right: NumberRun, isGuarded: boolean): NumberRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a + c)) return missing(a, b, c);
    gauge.high = isGuarded ? exact(b + d) : b + d;
    return isGuarded ? exact(a + c) : a + c;
  };
}

/** One of two numbers is missing, or both: the reason that goes first. */
function missing(a: number, b: number, c: number): number {
  const [first, second] = [Number.isNaN(a) ? b : none, Number.isNaN(c) ? gauge.high : none];
  return noNumber(Math.min(first, second));
}

export function runProduct(left: NumberRun, right: NumberRun): NumberRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a) || Number.isNaN(c)) return missing(a, b, c);
    const p = exact(times(a, c));
    const q = exact(times(a, d));
    const r = exact(times(b, c));
    const s = exact(times(b, d));
    gauge.high = Math.max(p, q, r, s);
    return Math.min(p, q, r, s);
  };
}

function runPositiveProduct(left: NumberRun, right: NumberRun): NumberRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a) || Number.isNaN(c)) return missing(a, b, c);
    gauge.high = exact(times(b, d));
    return exact(times(a, c));
  };
}

type Pick = (a: number, b: number) => number;

function runExtreme(pick: Pick, left: NumberRun, right: NumberRun): NumberRun {
  return (machine) => {
    const a = left(machine);
    const b = gauge.high;
    const c = right(machine);
    const d = gauge.high;
    if (Number.isNaN(a) || Number.isNaN(c)) return missing(a, b, c);
    gauge.high = pick(b, d);
    return pick(a, c);
  };
}

type Choice = {
  readonly condition: TruthRun;
  readonly reads: readonly Read[];
  readonly then: NumberRun;
  readonly otherwise: NumberRun;
};

function runChoice({ condition, reads, then, otherwise }: Choice): NumberRun {
  return (machine) => {
    const truth = condition(machine);
    if (truth === yes) return then(machine);
    if (truth === no) return otherwise(machine);
    if (truth === inapplicable) return noNumber(gone.notApplicable);
    const a = then(machine);
    const b = gauge.high;
    const c = otherwise(machine);
    const d = gauge.high;
    if (Number.isNaN(a) && Number.isNaN(c) && b === d && b === gone.notApplicable)
      return noNumber(b);
    if (anyGone(machine, reads)) return noNumber(gone.open);
    if (Number.isNaN(a) || Number.isNaN(c)) {
      return noNumber(Number.isNaN(a) && Number.isNaN(c) && b === d ? b : gone.open);
    }
    gauge.high = Math.max(b, d);
    return Math.min(a, c);
  };
}
