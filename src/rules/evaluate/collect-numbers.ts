import { compileNumber, compileTerm } from "./closures-numbers.ts";
import {
  collectAll,
  collectFact,
  collectFiltered,
  collectOver,
  collectRivals,
  collectRivalSubjects,
  isMovable,
  nothing,
  type Collect,
} from "./collect.ts";
import { gauge, type NumberRun, type TruthRun } from "./machine.ts";
import { isFolded, type Folded, type NumberPlan } from "./plan.ts";
import type { Side, Term, TruthPlan } from "./plan.ts";
import { no, yes } from "./rows.ts";

/** How conditions inside numbers are compiled and collected. */
export type Conditions = {
  readonly compile: (plan: TruthPlan) => TruthRun;
  readonly collect: (plan: TruthPlan) => Collect;
};

/** Collects what could still move a number: nothing once it is one value or does not apply. */
export function numberCollector(plan: NumberPlan, conditions: Conditions): Collect {
  const inside = partsOf(plan, conditions);
  if (inside === nothing) return nothing;
  return ifMovable(compileNumber(plan, conditions.compile), inside);
}

const ifMovable =
  (run: NumberRun, inside: Collect): Collect =>
  (machine, into) => {
    if (isMovable(run, machine)) inside(machine, into);
  };

function partsOf(plan: NumberPlan, conditions: Conditions): Collect {
  const of = (one: NumberPlan) => numberCollector(one, conditions);
  if (isFolded(plan)) return foldedOf(plan, conditions);
  switch (plan.op) {
    case "constant":
    case "as_of":
      return nothing;
    case "shift":
    case "elapsed":
      return (machine, into) => machine.collect(plan.node, into);
    case "fact":
      return collectFact(plan);
    case "abs":
    case "round":
      return of(plan.arg);
    case "linear":
      return collectAll(plan.terms.map((term) => of(term.plan)));
    case "product":
      return collectAll([of(plan.left), of(plan.right)]);
    case "extreme":
      return collectRivals(
        plan.fold,
        plan.terms.map((term) => rivalOf(term, conditions)),
      );
    case "choice":
      return choiceOf(plan, conditions);
  }
}

function foldedOf(plan: Folded, conditions: Conditions): Collect {
  if (plan.op === "marks") {
    return collectAll(plan.args.map((arg) => conditions.collect(arg.truth)));
  }
  if (plan.op === "tally") return collectOver(plan.level, conditions.collect(plan.body));
  const collect = numberCollector(plan.body, conditions);
  if (plan.fold === "sum") return collectOver(plan.level, collect);
  const rival = { run: compileNumber(plan.body, conditions.compile), collect };
  if (plan.op === "total") {
    return noteEmpty(plan.level, collectRivalSubjects(plan.fold, plan.level, rival));
  }
  const { fold, level, filter } = plan;
  const passing = { run: conditions.compile(filter), collect: conditions.collect(filter) };
  return collectFiltered({ fold, level }, rival, passing);
}

/** The least of nothing is undefined. */
const noteEmpty =
  (level: number, inside: Collect): Collect =>
  (machine, into) => {
    if (machine.table.rows[level]?.length === 0) into.causes.add("undefined");
    inside(machine, into);
  };

export const rivalOf = (term: Term, conditions: Conditions) => ({
  run: compileTerm(term, conditions.compile),
  collect: numberCollector(term.plan, conditions),
});

type Choice = Extract<NumberPlan, { op: "choice" }>;

function choiceOf(plan: Choice, conditions: Conditions): Collect {
  const condition = conditions.compile(plan.condition);
  const asked = conditions.collect(plan.condition);
  const then = numberCollector(plan.then.plan, conditions);
  const otherwise = numberCollector(plan.otherwise.plan, conditions);
  return (machine, into) => {
    const truth = condition(machine);
    asked(machine, into);
    if (truth !== no) then(machine, into);
    if (truth !== yes) otherwise(machine, into);
  };
}

/** One side of a comparison: a number, or a quotient of which both parts may matter. */
export function sideCollector({ top, bottom }: Side, conditions: Conditions): Collect {
  const over = numberCollector(top, conditions);
  if (!bottom) return over;
  const under = numberCollector(bottom, conditions);
  const [a, b] = [top, bottom].map((plan) => compileNumber(plan, conditions.compile));
  return (machine, into) => {
    const low = a!(machine);
    const high = gauge.high;
    const from = b!(machine);
    const to = gauge.high;
    const isGone = (value: number, reason: number) => Number.isNaN(value) && reason === 0;
    if (isGone(low, high) || isGone(from, to)) return;
    const mayBeZero = from <= 0 && to >= 0;
    if (from === 0 && to === 0 && isDefinite(low, high)) into.causes.add("undefined");
    if (low === 0 && high === 0 && !mayBeZero && !Number.isNaN(from)) return;
    over(machine, into);
    under(machine, into);
  };
}

/** A number, or one that is certainly undefined: no more facts give it a value or take it away. */
const isDefinite = (low: number, high: number): boolean => !Number.isNaN(low) || high === 2;
