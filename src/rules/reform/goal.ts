import { floorSteps, type Ratio } from "../../base/ratio.ts";
import type { BoundAnswer, Verdict } from "../contract/report.ts";
import { accountsOf } from "../columns/accounts.ts";
import type { LibraryVerdicts } from "../columns/evaluate-all.ts";
import { exactSum } from "../columns/exact-sum.ts";
import { answers, verdicts } from "../columns/verdicts.ts";
import { levelNumber } from "../evaluate/rows.ts";

/** One subject of a rule: positions in the library and in the program. */
export type Spot = { readonly rule: number; readonly at: number };

/** What is to be reached. */
export type Goal =
  /** A subject has a verdict. */
  | { readonly kind: "verdict"; readonly spot: Spot; readonly is: Verdict }
  /** A bound of the first effect that bears its id answers so for a subject. */
  | {
      readonly kind: "bound";
      readonly spot: Spot;
      readonly bound: string;
      readonly is: BoundAnswer["answer"];
    }
  /** So many subjects of a rule, at least, have a verdict. */
  | (Count & { readonly atLeast: number })
  /** An account certainly gives so much to all cases together; in base units. */
  | (AccountTotal & { readonly atLeast: Ratio });

type Count = { readonly kind: "count"; readonly rule: number; readonly is: Verdict };
type AccountTotal = { readonly kind: "total"; readonly account: string };

/** What is measured of a library: how many subjects of a rule, or what an account gives. */
export type Measured = Count | AccountTotal;

/** How much of a goal a library reaches, as a whole number that adds up over its cases. */
export function measure(of: LibraryVerdicts, goal: Goal | Measured): bigint {
  switch (goal.kind) {
    case "verdict":
      return verdictAt(of, goal.spot) === goal.is ? 1n : 0n;
    case "bound":
      return boundAt(of, goal.spot, goal.bound) === goal.is ? 1n : 0n;
    case "count": {
      const wanted = verdicts.indexOf(goal.is);
      const all = of.rules[goal.rule]!.verdict;
      return BigInt(all.reduce((count, verdict) => count + (verdict === wanted ? 1 : 0), 0));
    }
    case "total":
      return totalOf(of, goal.account);
  }
}

/** The measure from which on a goal is reached. */
export function threshold({ program }: LibraryVerdicts, goal: Goal): bigint {
  if (goal.kind === "count") return BigInt(goal.atLeast);
  if (goal.kind !== "total") return 1n;
  const step = program.rules
    .flatMap(({ effects }) => effects)
    .find(({ account }) => account === goal.account)?.step;
  if (!step) return 0n;
  const down = floorSteps(goal.atLeast, step);
  const isWhole = goal.atLeast.n * step.d === down * step.n * goal.atLeast.d;
  return isWhole ? down : down + 1n;
}

/** The rules on which a goal depends. */
export function rulesOf({ program }: LibraryVerdicts, goal: Goal): readonly number[] {
  if (goal.kind === "verdict" || goal.kind === "bound") return [goal.spot.rule];
  if (goal.kind === "count") return [goal.rule];
  return program.rules.flatMap(({ effects }, index) =>
    effects.some(({ account }) => account === goal.account) ? [index] : [],
  );
}

/** The cases on which a goal depends: one, or as many as the library has. */
export function casesOf({ program, library }: LibraryVerdicts, goal: Goal): readonly number[] {
  if (goal.kind === "count" || goal.kind === "total") return [...library.cases.keys()];
  const { level } = program.rules[goal.spot.rule]!;
  return [library.levels[levelNumber[level]]!.cases[goal.spot.at]!];
}

/** The same goal in a library of some of its cases. */
export function goalAmong(of: LibraryVerdicts, goal: Goal): Goal {
  if (goal.kind === "count" || goal.kind === "total") return goal;
  const { rule, at } = goal.spot;
  const { cases, starts } = of.library.levels[levelNumber[of.program.rules[rule]!.level]]!;
  return { ...goal, spot: { rule, at: at - starts[cases[at]!]! } };
}

const verdictAt = ({ rules }: LibraryVerdicts, { rule, at }: Spot): Verdict =>
  verdicts[rules[rule]!.verdict[at]!]!;

function boundAt({ program, rules }: LibraryVerdicts, { rule, at }: Spot, id: string) {
  for (const [which, { bounds }] of program.rules[rule]!.effects.entries()) {
    const index = bounds.findIndex((bound) => bound.id === id);
    const columns = rules[rule]!.effects[which]!;
    if (index >= 0)
      return columns.stands[at] === 1 ? answers[columns.bounds[index]![at]!] : undefined;
  }
  return undefined;
}

/** What is certain: a case of which nobody knows the least adds nothing. */
function totalOf(of: LibraryVerdicts, account: string): bigint {
  const sum = exactSum();
  for (const columns of accountsOf(of)) {
    if (columns.account !== account) continue;
    columns.min.forEach((min) => Number.isSafeInteger(min) && sum.add(min));
  }
  return sum.total();
}
