import {
  add,
  compareRatio,
  divide,
  multiply,
  ratio,
  subtract,
  type Ratio,
} from "../../../base/ratio.ts";
import { both, either, order, type Answer } from "../compare.ts";
import { squareRoot } from "../irrational.ts";
import { fail, spend, type Machine } from "../machine.ts";
import { boundNumber } from "../number.ts";
import { isKind, listOf, numberOf, wholeOf, type Value } from "../value.ts";
import { takes, type BuiltIn } from "./matching.ts";

type Fold = (machine: Machine, items: readonly Value[]) => Value;

const ofList =
  (fold: Fold) =>
  (machine: Machine, [list = null]: readonly (Value | undefined)[]) =>
    isKind(list, "list") ? fold(machine, list.items) : fail(machine, "argument_type");

/** A function of one list, or of its items one by one. */
const ofItems = (fold: Fold): BuiltIn => [
  { takes: takes("list: list"), run: ofList(fold) },
  { takes: takes("first: any", "rest: list"), hasRest: true, run: ofFirstAndRest(fold) },
];

const ofFirstAndRest =
  (fold: Fold) =>
  (machine: Machine, [first = null, rest = null]: readonly (Value | undefined)[]): Value =>
    isKind(rest, "list") && rest.items.length > 0
      ? fold(machine, [first, ...rest.items])
      : fail(machine, "argument_type");

/** The numbers of a list; null when one item is none, or when there are too few. */
function numbersOf(machine: Machine, items: readonly Value[], least: number): Ratio[] | null {
  if (items.length < least) return fail(machine, "argument_value");
  const numbers: Ratio[] = [];
  for (const item of items) {
    if (!isKind(item, "number")) return fail(machine, "argument_type");
    numbers.push(item.value);
  }
  return numbers;
}

/** Adds or multiplies one by one, with each result in its bounds. */
function accumulate(
  machine: Machine,
  [first, ...rest]: readonly Ratio[],
  work: (a: Ratio, b: Ratio) => Ratio,
): Ratio | null {
  let result = first ?? ratio(0);
  for (const value of rest) {
    if (!spend(machine, 1)) return null;
    const bound = boundNumber(machine, work(result, value));
    if (!isKind(bound, "number")) return null;
    result = bound.value;
  }
  return result;
}

/** A fold of numbers that starts with their list. */
const ofNumbers =
  (least: number, fold: (machine: Machine, numbers: Ratio[]) => Value): Fold =>
  (machine, items) => {
    const numbers = numbersOf(machine, items, least);
    return numbers && fold(machine, numbers);
  };

function meanOf(machine: Machine, numbers: readonly Ratio[]): Ratio | null {
  const sum = accumulate(machine, numbers, add);
  return sum && divide(sum, ratio(numbers.length));
}

const inOrder = (numbers: readonly Ratio[]): Ratio[] => [...numbers].sort(compareRatio);

function median(machine: Machine, numbers: readonly Ratio[]): Value {
  const sorted = inOrder(numbers);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (!high) return null;
  if (sorted.length % 2 === 1 || !low) return numberOf(high);
  return boundNumber(machine, divide(add(low, high), ratio(2)));
}

/** The deviation of a sample: the squares are divided by one less than their number. */
function deviation(machine: Machine, numbers: readonly Ratio[]): Value {
  const mean = meanOf(machine, numbers);
  if (!mean) return null;
  const squares = numbers.map((value) => {
    const distance = subtract(value, mean);
    return multiply(distance, distance);
  });
  const sum = accumulate(machine, squares, add);
  return sum && boundNumber(machine, squareRoot(divide(sum, ratio(numbers.length - 1))));
}

/** The numbers that occur most often, the least first. */
function mode(_: Machine, numbers: readonly Ratio[]): Value {
  const counts = new Map<string, { value: Ratio; count: number }>();
  for (const value of numbers) {
    const key = `${value.n}/${value.d}`;
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  const kept = [...counts.values()].filter(({ count }) => count === most);
  return listOf(inOrder(kept.map(({ value }) => value)).map(numberOf));
}

/** The least or the greatest of items that have an order. */
const extreme =
  (isWanted: (difference: number) => boolean): Fold =>
  (machine, [first = null, ...rest]) => {
    if (first === null) return fail(machine, "argument_value");
    let best: Value = first;
    for (const item of [first, ...rest]) {
      const difference = spend(machine, 1) ? order(machine, item, best) : undefined;
      if (difference === undefined) return fail(machine, "not_comparable");
      if (isWanted(difference)) best = item;
    }
    return best;
  };

/** All or any of the items, as conjunction and disjunction join them. */
const truths =
  (join: typeof both, start: Answer): Fold =>
  (machine, items) => {
    let answer = start;
    let isFit = true;
    for (const item of items) {
      isFit &&= item === null || typeof item === "boolean";
      answer = join(answer, typeof item === "boolean" ? item : null);
    }
    return answer === null && !isFit ? fail(machine, "argument_type") : answer;
  };

const totals = {
  sum: ofNumbers(1, (machine, numbers) => asValue(accumulate(machine, numbers, add))),
  product: ofNumbers(1, (machine, numbers) => asValue(accumulate(machine, numbers, multiply))),
  mean: ofNumbers(1, (machine, numbers) => {
    const mean = meanOf(machine, numbers);
    return mean && boundNumber(machine, mean);
  }),
} as const;

const asValue = (value: Ratio | null): Value => value && numberOf(value);

export const statisticFunctions: Readonly<Record<string, BuiltIn>> = {
  count: [{ takes: takes("list: list"), run: ofList((_, items) => wholeOf(items.length)) }],
  min: ofItems(extreme((difference) => difference < 0)),
  max: ofItems(extreme((difference) => difference > 0)),
  sum: ofItems(totals.sum),
  product: ofItems(totals.product),
  mean: ofItems(totals.mean),
  median: ofItems(
    ofNumbers(0, (machine, numbers) => (numbers.length > 0 ? median(machine, numbers) : null)),
  ),
  stddev: ofItems(ofNumbers(2, deviation)),
  mode: ofItems(ofNumbers(0, mode)),
  all: ofItems(truths(both, true)),
  any: ofItems(truths(either, false)),
};
