import type { Ratio } from "../../base/ratio.ts";
import { exactSum, type ExactSum } from "../columns/exact-sum.ts";
import { groupsOf, type Groups } from "../columns/summary.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { shifts, type AccountShift, type RuleShift, type Simulation } from "./simulate.ts";

/** A whole number of steps, as a decimal text: no sum is ever rounded. */
type Steps = string;

/** What an account gives to some cases; sums are of those with two ends, and those are counted. */
export type AccountSum = {
  readonly account: string;
  readonly unit: string;
  /** One step in base units. */
  readonly step: Ratio;
  readonly before: AccountEnds;
  readonly after: AccountEnds;
};

export type AccountEnds = {
  /** How many cases it gives something to, or may. */
  readonly cases: number;
  /** Of them, those of which nobody knows exactly how much. */
  readonly open: number;
  /** Of these, those of which nobody knows an end: they stand in neither sum. */
  readonly endless: number;
  /** What is certain, and what it may be at most. */
  readonly min: Steps;
  readonly max: Steps;
};

/** How the subjects of some cases fare under one rule: counts, by position in `shifts`. */
export type RuleCount = { readonly rule: string; readonly counts: readonly number[] };

export type GroupTally = {
  readonly group: string;
  readonly cases: number;
  /** How many of the cases are made up. */
  readonly synthetic: number;
  /** Rules under which some subject fares otherwise, here or in any other group. */
  readonly rules: readonly RuleCount[];
  readonly accounts: readonly AccountSum[];
};

/** The groups and all of them together; the rows of the groups sum to the total. */
export type SimulationTally = {
  readonly total: GroupTally;
  readonly groups: readonly GroupTally[];
};

/** A simulation in counts and sums, by the options of a fact where one is given. */
export function tally(simulation: Simulation, by?: number): SimulationTally {
  const { library } = simulation.base;
  const groups = by === undefined ? undefined : groupsOf(library, by);
  const [total] = tallies(simulation, groupsOf(library, undefined));
  return {
    total: total!,
    groups: groups ? tallies(simulation, groups).filter(({ cases }) => cases > 0) : [],
  };
}

function tallies(simulation: Simulation, groups: Groups): readonly GroupTally[] {
  const { library } = simulation.base;
  const cases = new Uint32Array(groups.names.length);
  const synthetic = new Uint32Array(groups.names.length);
  groups.of.forEach((group, at) => {
    cases[group]! += 1;
    if (library.cases[at]!.synthetic) synthetic[group]! += 1;
  });
  const moved = simulation.rules.filter(({ codes }) => codes.some((code) => code !== 0));
  const rules = moved.map((shift) => countsOf(simulation, shift, groups));
  const accounts = simulation.accounts.map((shift) => sumsOf(shift, groups));
  return groups.names.map((group, at) => ({
    group,
    cases: cases[at]!,
    synthetic: synthetic[at]!,
    rules: moved.map(({ rule }, index) => ({ rule, counts: rules[index]![at]! })),
    accounts: accounts.map((sums) => sums[at]!),
  }));
}

function countsOf(simulation: Simulation, { level, codes }: RuleShift, groups: Groups) {
  const owners = simulation.base.library.levels[levelNumber[level]]!.cases;
  const counts = groups.names.map(() => shifts.map(() => 0));
  codes.forEach((code, at) => (counts[groups.of[owners[at]!]!]![code]! += 1));
  return counts;
}

type Side = {
  cases: number;
  open: number;
  endless: number;
  readonly min: ExactSum;
  readonly max: ExactSum;
};

function sumsOf(
  { account, unit, step, before, after }: AccountShift,
  groups: Groups,
): AccountSum[] {
  const [was, is] = [before, after].map((columns) => {
    const sides = groups.names.map((): Side => {
      return { cases: 0, open: 0, endless: 0, min: exactSum(), max: exactSum() };
    });
    groups.of.forEach((group, at) => {
      add(sides[group]!, columns?.min[at] ?? 0, columns?.max[at] ?? 0);
    });
    return sides;
  });
  return groups.names.map((_, at) => ({
    account,
    unit,
    step,
    before: endsOf(was![at]!),
    after: endsOf(is![at]!),
  }));
}

function add(side: Side, min: number, max: number): void {
  if (min === 0 && max === 0) return;
  side.cases += 1;
  if (min !== max) side.open += 1;
  // What doubles do not hold exactly is told of nobody as an exact figure.
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) {
    side.endless += 1;
    return;
  }
  side.min.add(min);
  side.max.add(max);
}

const endsOf = ({ cases, open, endless, min, max }: Side): AccountEnds => ({
  cases,
  open,
  endless,
  min: String(min.total()),
  max: String(max.total()),
});
