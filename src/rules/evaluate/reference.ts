import { ratio } from "../../base/ratio.ts";
import type { Comparison, Node } from "../ir.ts";
import { aggregate, tally } from "./aggregate.ts";
import { among, compareNumbers, compareWords, holds, spelled } from "./compare.ts";
import { dayEnd } from "./days.ts";
import { workCalendarOf } from "./moving.ts";
import { restsOnGone } from "./gone-facts.ts";
import { isArithmetic, isLeaf, operands, type Arithmetic, type Leaf, type Logic } from "./kinds.ts";
import { truthOf, type Outcome } from "./outcome.ts";
import { readFact } from "./reading.ts";
import { factAt, stateIn, type Scope } from "./scope.ts";
import { timed } from "./time.ts";
import * as truths from "./truth.ts";
import {
  absoluteInterval,
  addIntervals,
  divideIntervals,
  greatestOf,
  hull,
  interval,
  leastOf,
  lift,
  multiplyIntervals,
  negateInterval,
  openValue,
  point,
  roundInterval,
  truthValue,
  type Interval,
  type Numeric,
  type Value,
} from "./value.ts";

const arithmetic = {
  add: addIntervals,
  subtract: (a: Interval, b: Interval) => addIntervals(a, negateInterval(b)),
  multiply: multiplyIntervals,
  divide: divideIntervals,
};

/** What a fact, a parameter, a literal or the law date is worth. */
function leafValue(node: Leaf, scope: Scope): Value {
  switch (node.op) {
    case "boolean":
      return truthValue(node.value ? "T" : "F");
    case "number":
      return point(node.value);
    case "date":
      return point(dayEnd(node.value));
    case "as_of":
      return point(ratio(scope.edition.day));
    case "text":
      return { kind: "words", options: new Set([node.value]) };
    case "words": {
      const words = new Set(node.options);
      return { kind: "list", certain: words, possible: words };
    }
    case "parameter": {
      const figure = scope.edition.figures[node.parameter];
      return figure ? interval(figure.min, figure.max) : openValue;
    }
    case "fact":
      return readFact(factAt(scope.edition, node.fact), stateIn(scope, node.fact));
  }
}

/**
 * Evaluates an expression on exact ratios by direct recursion, and keeps what each part came to.
 */
export function prove(node: Node, scope: Scope): Outcome {
  if (node.op === "aggregate") return aggregate(node, scope, prove);
  if (isLeaf(node)) return { node, value: leafValue(node, scope), parts: [] };
  const parts = operands(node).map((operand) => prove(operand, scope));
  const value = isArithmetic(node) ? calculate(node, parts, scope) : combine(node, parts, scope);
  return { node, value, parts };
}

function combine(node: Logic, parts: readonly Outcome[], scope: Scope): Value {
  const values = parts.map((part) => part.value);
  const [first = openValue, second = openValue, third = openValue] = values;
  switch (node.op) {
    case "and":
      return truthValue(truths.every(parts.map(truthOf)));
    case "or":
      return truthValue(truths.some(parts.map(truthOf)));
    case "not":
      return truthValue(first.kind === "truth" ? truths.not(first.truth) : "U");
    case "compare":
      return truthValue(compare(node.comparison, parts));
    case "among":
      return truthValue(among(first, new Set(node.options)));
    case "holds":
      return truthValue(holds(first, node.option));
    case "spelled":
      return truthValue(spelled(first, node));
    case "listed":
      return truthValue(listed(node.register, first, scope));
    case "if":
      return choose(parts, first, [second, third]);
  }
}

function calculate(node: Arithmetic, parts: readonly Outcome[], scope: Scope): Numeric {
  const values = parts.map((part) => part.value);
  switch (node.op) {
    case "add":
    case "subtract":
    case "multiply":
    case "divide": {
      const apply = arithmetic[node.op];
      return lift(values, (...[a, b]) => (a && b ? apply(a, b) : openValue));
    }
    case "shift":
    case "elapsed":
      return lift(values, (...both) => timed(workCalendarOf(scope.edition.program), node, both));
    case "tally":
      return tally(parts);
    case "abs":
      return lift(values, (...[a]) => (a ? absoluteInterval(a) : openValue));
    case "round":
      return lift(values, (...[a, step]) =>
        a && step ? roundInterval(node.mode, a, step) : openValue,
      );
    case "negate":
      return lift(values, (...[a]) => (a ? negateInterval(a) : openValue));
    case "min":
      return lift(values, (...all) => all.reduce(leastOf));
    case "max":
      return lift(values, (...all) => all.reduce(greatestOf));
  }
}

function compare(comparison: Comparison, [left, right]: readonly Outcome[]): truths.Truth {
  if (!left || !right) return "U";
  const isNumeric = left.node.type.kind === "number" || left.node.type.kind === "date";
  return isNumeric
    ? compareNumbers(comparison, left, right)
    : compareWords(comparison, left.value, right.value);
}

/** A register that is still empty decides nothing: nobody knows yet what stands in it. */
function listed(register: number, value: Value, scope: Scope): truths.Truth {
  const list = scope.edition.program.registers[register];
  if (value.kind === "not_applicable") return "N";
  if (!list || list.state === "empty") return "U";
  return among(value, new Set(list.entries));
}

/** Of an undecided condition the hull of both arms; not applicable where the condition is. */
function choose(
  [asked]: readonly Outcome[],
  condition: Value,
  [then, otherwise]: readonly [Value, Value],
): Value {
  if (condition.kind !== "truth") return openValue;
  switch (condition.truth) {
    case "T":
      return then;
    case "F":
      return otherwise;
    case "U":
      return asked && restsOnGone(asked) ? shakyHull(then, otherwise) : hull(then, otherwise);
    case "N":
      return then.kind === "truth" ? truthValue("N") : { kind: "not_applicable" };
  }
}

/** What is certain of either arm where the choice itself may turn out not to apply. */
function shakyHull(then: Value, otherwise: Value): Value {
  const both = hull(then, otherwise);
  if (both.kind === "truth") return both.truth === "N" ? both : truthValue("U");
  return both.kind === "not_applicable" ? both : openValue;
}
