import { accept, refuse, type Decision } from "../../base/decision.ts";
import { isWhole, type Ratio } from "../../base/ratio.ts";
import { evaluateAll, type LibraryVerdicts } from "../columns/evaluate-all.ts";
import type { Program } from "../ir.ts";
import { measure, type Measured } from "./goal.ts";
import { movesDates } from "./nodes.ts";
import { compareLaws } from "./simulate.ts";
import { tally, type SimulationTally } from "./tally.ts";
import { withValue } from "./with-figure.ts";

/** A parameter and the figures that it is given one after the other, in base units. */
export type Swept = { readonly parameter: number; readonly values: readonly Ratio[] };

/** What a library comes to at one figure, beside what it comes to under the law as it is. */
export type SweepPoint = { readonly at: Ratio; readonly tally: SimulationTally };

/** Dates move by whole numbers of days, months or working days. */
export type SweepRefusal = "moves_dates";

const isUnfit = (program: Program, { parameter, values }: Swept): boolean =>
  !values.every(isWhole) && movesDates(program, parameter);

/** Asks a library for each figure of a parameter in turn; each point is made while it is read. */
export function sweep(
  base: LibraryVerdicts,
  swept: Swept,
  by?: number,
): Decision<Generator<SweepPoint>, SweepRefusal> {
  if (isUnfit(base.program, swept)) return refuse("moves_dates");
  return accept(pointsOf(base, swept, by));
}

function* pointsOf(base: LibraryVerdicts, { parameter, values }: Swept, by: number | undefined) {
  for (const at of values) {
    const moved = withValue(base.program, parameter, at);
    yield { at, tally: tally(compareLaws(base, ask(base, moved)), by) };
  }
}

const ask = (base: LibraryVerdicts, moved: Program): LibraryVerdicts =>
  evaluateAll(moved, base.library, { asOf: base.asOf, since: base });

/** What is wanted more of, or less. */
export type Objective = { readonly of: Measured; readonly want: "more" | "less" };

/** Two figures, and what each objective comes to there. */
export type FrontPoint = {
  readonly at: readonly [Ratio, Ratio];
  readonly measures: readonly [bigint, bigint];
};

/**
 * Of all pairs of figures of two parameters those that no other betters: none comes to as much of
 * both objectives and to more of one. In the order of the first objective.
 */
export function paretoFront(
  base: LibraryVerdicts,
  [one, other]: readonly [Swept, Swept],
  objectives: readonly [Objective, Objective],
): Decision<readonly FrontPoint[], SweepRefusal> {
  if ([one, other].some((swept) => isUnfit(base.program, swept))) return refuse("moves_dates");
  const points = one.values.flatMap((first) => {
    const half = withValue(base.program, one.parameter, first);
    return other.values.map((second): FrontPoint => {
      const given = ask(base, withValue(half, other.parameter, second));
      const [a, b] = objectives;
      return { at: [first, second], measures: [measure(given, a.of), measure(given, b.of)] };
    });
  });
  return accept(unbettered(points, objectives));
}

/** Sorted by the first objective, a point stands that is better in the second than all before. */
function unbettered(
  points: readonly FrontPoint[],
  objectives: readonly [Objective, Objective],
): readonly FrontPoint[] {
  const gainOf = ({ measures }: FrontPoint, which: 0 | 1): bigint =>
    objectives[which].want === "more" ? measures[which] : -measures[which];
  const sorted = [...points].sort(
    (a, b) => compare(gainOf(b, 0), gainOf(a, 0)) || compare(gainOf(b, 1), gainOf(a, 1)),
  );
  let best: FrontPoint | undefined;
  return sorted.filter((point) => {
    const isSame = best && [0, 1].every((which) => point.measures[which] === best!.measures[which]);
    const stands = !best || isSame || gainOf(point, 1) > gainOf(best, 1);
    if (stands) best = point;
    return stands;
  });
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
