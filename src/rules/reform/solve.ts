import { accept, refuse, type Decision } from "../../base/decision.ts";
import { add, divide, multiply, ratio, subtract, type Ratio } from "../../base/ratio.ts";
import { evaluateAll, type LibraryVerdicts } from "../columns/evaluate-all.ts";
import { libraryOf } from "../columns/library.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { casesOf, goalAmong, measure, rulesOf, threshold, type Goal } from "./goal.ts";
import { movesDates } from "./nodes.ts";
import { compareLaws } from "./simulate.ts";
import { distinct, turnsOf, type TurnsRefusal } from "./turns.ts";
import { withValue } from "./with-figure.ts";

/** A figure that is moved, between two ends in base units. */
export type Range = { readonly parameter: number; readonly from: Ratio; readonly to: Ratio };

/** The figure at which a goal begins to be reached, or ceases to. */
export type Solved = {
  /** In base units, exactly. */
  readonly at: Ratio;
  readonly isReachedBelow: boolean;
  readonly isReachedAt: boolean;
  readonly isReachedAbove: boolean;
};

/**
 * Why there is no such figure: the goal is reached at both ends or at neither; dates move by the
 * figure, which knows whole numbers only; rules share a total by a cap or by excluding each other;
 * or what `turnsOf` says.
 */
export type SolveRefusal = TurnsRefusal | "no_flip" | "moves_dates" | "shared_total";

/** A range is halved so often before it is looked at exactly. */
const halvings = 16;

/**
 * The figure of a parameter at which a goal flips, exactly. The range is halved until few cases
 * fare otherwise between its ends; of these every figure is worked out at which a rule turns. Where
 * a goal flips more than once, one of the figures is found.
 */
export function solveFor(
  whole: LibraryVerdicts,
  range: Range,
  wanted: Goal,
): Decision<Solved, SolveRefusal> {
  if (movesDates(whole.program, range.parameter)) return refuse("moves_dates");
  if (isShared(whole, wanted)) return refuse("shared_total");
  const { base, goal } = among(whole, wanted, casesOf(whole, wanted));
  const isReached = (value: Ratio): boolean =>
    measure(ask(base, range.parameter, value), goal) >= threshold(base, goal);
  const isReachedBelow = isReached(range.from);
  if (isReached(range.to) === isReachedBelow) return refuse("no_flip");
  const bracket = halved(range, (value) => isReached(value) === isReachedBelow);
  return pinDown({ base, goal, isReachedBelow }, bracket);
}

/** Whether a total is not the plain sum of what its rules give. */
function isShared(given: LibraryVerdicts, goal: Goal): boolean {
  if (goal.kind !== "total") return false;
  const rules = new Set(rulesOf(given, goal));
  return given.program.combinations.some(
    ({ stack, cap, members }) =>
      (cap?.force === "must" || stack === "max" || stack === "exclusive") &&
      members.some((member) => rules.has(member)),
  );
}

type Few = { readonly base: LibraryVerdicts; readonly goal: Goal };

const ask = (base: LibraryVerdicts, parameter: number, value: Ratio): LibraryVerdicts =>
  evaluateAll(withValue(base.program, parameter, value), base.library, {
    asOf: base.asOf,
    since: base,
  });

/** The same goal in a library of some of its cases. */
function among(base: LibraryVerdicts, goal: Goal, owners: readonly number[]): Few {
  const { program, library, asOf } = base;
  if (owners.length === library.cases.length) return { base, goal };
  const few = libraryOf(
    program,
    owners.map((owner) => library.cases[owner]!),
  );
  return { base: evaluateAll(program, few, { asOf }), goal: goalAmong(base, goal) };
}

/** Two figures close to each other: at the first a goal fares as at the lower end, not at the
 * second. */
function halved(range: Range, isLow: (value: Ratio) => boolean): Range {
  const grain = divide(subtract(range.to, range.from), ratio(2 ** halvings));
  const at = (count: number): Ratio => add(range.from, multiply(grain, ratio(count)));
  let [low, high] = [0, 2 ** halvings];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (isLow(at(middle))) low = middle;
    else high = middle;
  }
  return { ...range, from: at(low), to: at(high) };
}

type Pinning = Few & { readonly isReachedBelow: boolean };

/** Looks at every figure at which one of the cases turns that fare otherwise between the ends. */
function pinDown(
  { base, goal, isReachedBelow }: Pinning,
  { parameter, from, to }: Range,
): Decision<Solved, SolveRefusal> {
  const [left, right] = [ask(base, parameter, from), ask(base, parameter, to)];
  const rules = rulesOf(base, goal);
  const owners = movedBetween(left, right, goal);
  const few = among(base, goal, owners);
  const turns: Ratio[] = [];
  for (const facts of few.base.library.cases) {
    const moving = { program: base.program, parameter, from, to, asOf: base.asOf };
    const found = turnsOf(facts, moving, { rules, hasSteps: goal.kind === "total" });
    if (!found.ok) return found;
    turns.push(...found.value);
  }
  const rest = measure(left, goal) - measure(ask(few.base, parameter, from), few.goal);
  const isLow = (value: Ratio): boolean => {
    const all = rest + measure(ask(few.base, parameter, value), few.goal);
    return all >= threshold(base, goal) === isReachedBelow;
  };
  return accept(toldOf(firstOther([from, ...distinct(turns), to], isLow), isReachedBelow));
}

/** The cases that fare otherwise at two figures, under a rule on which the goal depends. */
function movedBetween(
  left: LibraryVerdicts,
  right: LibraryVerdicts,
  goal: Goal,
): readonly number[] {
  const owners = new Set<number>();
  const wanted = new Set(rulesOf(left, goal));
  for (const { before, level, codes } of compareLaws(left, right).rules) {
    if (before === undefined || !wanted.has(before)) continue;
    const { cases } = left.library.levels[levelNumber[level]]!;
    codes.forEach((code, at) => code !== 0 && owners.add(cases[at]!));
  }
  return [...owners].sort((a, b) => a - b);
}

type Flip = { readonly at: Ratio; readonly isAt: boolean };

/** The first figure, or the first stretch after one, where it is no longer as at the first. */
function firstOther(figures: readonly Ratio[], isLow: (value: Ratio) => boolean): Flip {
  // At an even place a figure, at an odd one the middle of the stretch that follows it.
  const valueAt = (place: number): Ratio => {
    const figure = figures[Math.floor(place / 2)]!;
    const next = figures[Math.floor(place / 2) + 1] ?? figure;
    return place % 2 === 0 ? figure : divide(add(figure, next), ratio(2));
  };
  let [low, high] = [0, 2 * (figures.length - 1)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isLow(valueAt(middle))) low = middle;
    else high = middle;
  }
  return { at: figures[Math.floor(high / 2)]!, isAt: high % 2 === 0 };
}

const toldOf = ({ at, isAt }: Flip, isReachedBelow: boolean): Solved => ({
  at,
  isReachedBelow,
  isReachedAt: isAt ? !isReachedBelow : isReachedBelow,
  isReachedAbove: !isReachedBelow,
});
