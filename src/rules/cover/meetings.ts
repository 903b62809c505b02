import { factAt } from "../case/dictionary.ts";
import { editionOn } from "../evaluate/edition.ts";
import { prove } from "../evaluate/reference.ts";
import { scopeOf, stateIn, within, type Scope, type Variable } from "../evaluate/scope.ts";
import { comparisonsIn, figuresIn, quantaOf } from "../explain/change/flip-compare.ts";
import type { Program, RuleIr } from "../ir.ts";
import type { Answered } from "./coverage.ts";
import { sidesOf, type Sides } from "./sides.ts";
import type { Compare, Threshold } from "./thresholds.ts";
import type { Placed } from "./trial.ts";

/** A threshold as one case meets it: a fact of it, and its sides. */
export type Meeting = {
  readonly placed: Placed;
  readonly answered: Answered;
  readonly variable: Variable;
  readonly sides: Sides;
  readonly value: number;
};

export type Asking = {
  readonly rule: RuleIr;
  readonly threshold: Threshold;
  readonly answers: readonly Pick<Meeting, "placed" | "answered">[];
};

/** Every way in which a case states all of a threshold's figures, so that one of them may move. */
export function meetingsOf(
  program: Program,
  { rule, threshold, answers }: Asking,
): readonly Meeting[] {
  return answers.flatMap(({ placed, answered }) => {
    const { facts, asOf, verdict } = answered;
    const subject = facts.subjects[rule.level].findIndex(({ id }) => id === verdict.subject);
    const scope = scopeOf(editionOn(program, asOf), facts, { level: rule.level, subject });
    return comparisonsIn(prove(threshold.root, scope), scope)
      .filter(({ node }) => node === threshold.node)
      .flatMap((at) => movable(at.node, at.scope))
      .map((moved) => ({ placed, answered, ...moved }));
  });
}

type Moved = Pick<Meeting, "variable" | "sides" | "value">;

/** The facts of a comparison that is stated whole, each with its sides. */
function movable(node: Compare, scope: Scope): readonly Moved[] {
  const variables = figuresIn(prove(node, scope), scope);
  const values = variables.map((variable) => valueOf(scope, variable));
  if (values.includes(undefined)) return [];
  return variables.flatMap((variable, at): readonly Moved[] => {
    const value = values[at];
    const sides = sidesOf({ node, scope, variable });
    const isCrossed = Object.keys(sides).length > 0;
    return value === undefined || !isCrossed ? [] : [{ variable, sides, value }];
  });
}

function valueOf(scope: Scope, { fact, level, subject }: Variable): number | undefined {
  const stated = stateIn(within(scope, level, subject), fact);
  if (stated.state !== "known") return undefined;
  return quantaOf(factAt(scope.edition.program, fact), stated.value);
}
