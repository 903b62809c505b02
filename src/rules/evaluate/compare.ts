import { one } from "../../base/ratio.ts";
import type { Comparison, Node } from "../ir.ts";
import { compareEnds } from "./ends.ts";
import type { Outcome } from "./outcome.ts";
import { either, not, type Truth } from "./truth.ts";
import {
  isPoint,
  multiplyIntervals,
  negateInterval,
  point,
  type Interval,
  type Value,
} from "./value.ts";

type Fraction = { readonly top: Interval; readonly bottom: Interval };

const isNegative = (value: Interval): boolean => value.max.n < 0n;

/**
 * A quotient as numerator and positive denominator: comparing multiplies it out and never divides.
 */
function fraction(outcome: Outcome, value: Interval): Fraction {
  const [top, bottom] = outcome.parts.map((part) => part.value);
  const isQuotient = outcome.node.op === "divide";
  if (!isQuotient || top?.kind !== "number" || bottom?.kind !== "number") {
    return { top: value, bottom: point(one) };
  }
  return isNegative(bottom)
    ? { top: negateInterval(top), bottom: negateInterval(bottom) }
    : { top, bottom };
}

/**
 * Compares two numbers or dates: N where one does not apply, U where the intervals do not settle
 * it.
 */
export function compareNumbers(comparison: Comparison, left: Outcome, right: Outcome): Truth {
  const [a, b] = [left.value, right.value];
  if (a.kind === "not_applicable" || b.kind === "not_applicable") return "N";
  if (a.kind !== "number" || b.kind !== "number") return "U";
  const [l, r] = [fraction(left, a), fraction(right, b)];
  return decide(comparison, multiplyIntervals(l.top, r.bottom), multiplyIntervals(r.top, l.bottom));
}

function decide(comparison: Comparison, a: Interval, b: Interval): Truth {
  switch (comparison) {
    case "<":
      return isBelow(a, b);
    case "<=":
      return not(isBelow(b, a));
    case ">":
      return isBelow(b, a);
    case ">=":
      return not(isBelow(a, b));
    case "=":
      return isEqual(a, b);
    case "!=":
      return not(isEqual(a, b));
  }
}

function isBelow(a: Interval, b: Interval): Truth {
  if (compareEnds(a.max, b.min) < 0) return "T";
  return compareEnds(a.min, b.max) >= 0 ? "F" : "U";
}

function isEqual(a: Interval, b: Interval): Truth {
  if (compareEnds(a.max, b.min) < 0 || compareEnds(b.max, a.min) < 0) return "F";
  return isPoint(a) && isPoint(b) ? "T" : "U";
}

/** Whether a word is one of the options. */
export function among(value: Value, options: ReadonlySet<string>): Truth {
  if (value.kind === "not_applicable") return "N";
  if (value.kind !== "words" || !value.options) return "U";
  const truths = [...value.options].map((word): Truth => (options.has(word) ? "T" : "F"));
  return truths.length === 0 ? "U" : truths.reduce(either);
}

type Spelled = Extract<Node, { op: "spelled" }>;

/** Whether a text has a word at its beginning, at its end or anywhere. */
export function isSpelled(text: string, { how, word }: Pick<Spelled, "how" | "word">): boolean {
  if (how === "starts with") return text.startsWith(word);
  return how === "ends with" ? text.endsWith(word) : text.includes(word);
}

/** Whether a text is spelled as asked; of a text that nobody knows that is open. */
export function spelled(value: Value, node: Spelled): Truth {
  if (value.kind === "not_applicable") return "N";
  if (value.kind !== "words" || !value.options || value.options.size === 0) return "U";
  return [...value.options]
    .map((word): Truth => (isSpelled(word, node) ? "T" : "F"))
    .reduce(either);
}

/** Whether two words, or two conditions, are the same. */
export function compareWords(comparison: Comparison, left: Value, right: Value): Truth {
  const same = isSame(left, right);
  return comparison === "!=" ? not(same) : same;
}

function isSame(a: Value, b: Value): Truth {
  if (a.kind === "not_applicable" || b.kind === "not_applicable") return "N";
  if (a.kind === "truth" && b.kind === "truth") {
    if (a.truth === "N" || b.truth === "N") return "N";
    if (a.truth === "U" || b.truth === "U") return "U";
    return a.truth === b.truth ? "T" : "F";
  }
  if (a.kind !== "words" || b.kind !== "words" || !a.options || !b.options) return "U";
  return sameWords(a.options, b.options);
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): Truth {
  const shared = [...a].filter((word) => b.has(word));
  if (shared.length === 0) return "F";
  return a.size === 1 && b.size === 1 ? "T" : "U";
}

/** Whether a list holds a word. */
export function holds(value: Value, option: string): Truth {
  if (value.kind === "not_applicable") return "N";
  if (value.kind !== "list") return "U";
  if (value.certain.has(option)) return "T";
  return value.possible && !value.possible.has(option) ? "F" : "U";
}
