import type { PolicyCase } from "../contract/pack.ts";
import type { Program, RuleIr } from "../ir.ts";
import { boundaryCase, isToConfirm } from "./boundary-case.ts";
import { answersOf } from "./coverage.ts";
import { meetingsOf, type Meeting } from "./meetings.ts";
import { sideNames, type Side } from "./sides.ts";
import { thresholdsOf, type Threshold } from "./thresholds.ts";
import { expectedRules, placedCases } from "./trial.ts";

/** A threshold on which some side is stated by no case. */
export type Unguarded = Pick<Threshold, "rule" | "id" | "text"> & {
  /** The sides on which no case stands; all of them where no case states the other figures. */
  readonly missing: readonly Side[];
  /** A case for each missing side, with what the engines say: for the author to confirm. */
  readonly cases: readonly PolicyCase[];
};

export type Boundaries = {
  readonly total: number;
  /** Thresholds with a case on every side. */
  readonly guarded: number;
  readonly unguarded: readonly Unguarded[];
};

/** The most cases that are looked at for one threshold: where none of these meets it, none will. */
const mostCases = 200;

/** Which thresholds no case stands below, at and above; and a case for each that is missing. */
export function boundaries(program: Program, only?: string): Boundaries {
  const isMeant = ({ id, measure }: RuleIr) =>
    only === undefined || only === id || only === measure;
  const rules = program.rules.filter(isMeant);
  const confirmed = placedCases(program).filter(({ policyCase }) => !isToConfirm(policyCase));
  const all = rules.flatMap((rule) => {
    const asking = confirmed.filter((placed) => expectedRules(placed).includes(rule.id));
    const answers = asking.slice(0, mostCases).flatMap((placed) =>
      answersOf(program, placed)
        .filter(({ verdict }) => verdict.rule === rule.id)
        .map((answered) => ({ placed, answered })),
    );
    return thresholdsOf(program, rule).map((threshold) =>
      examined(program, threshold, meetingsOf(program, { rule, threshold, answers })),
    );
  });
  const unguarded = all.filter(({ missing }) => missing.length > 0);
  return { total: all.length, guarded: all.length - unguarded.length, unguarded };
}

function examined(
  program: Program,
  { rule, id, text }: Threshold,
  meetings: readonly Meeting[],
): Unguarded {
  if (meetings.length === 0) return { rule, id, text, missing: sideNames, cases: [] };
  const missing = sideNames.filter((side) => {
    const possible = meetings.filter(({ sides }) => sides[side] !== undefined);
    return possible.length > 0 && possible.every(({ sides, value }) => sides[side] !== value);
  });
  const cases = missing.flatMap((side) => boundaryCase(program, { text, side, meetings }) ?? []);
  return { rule, id, text, missing, cases };
}
