import { readsFact } from "../ask/reading.ts";
import { crossingsOf } from "../ask/turning.ts";
import { factAt } from "../case/dictionary.ts";
import type { FactState } from "../case/model.ts";
import { prove } from "../evaluate/reference.ts";
import { variableIn, variableKey } from "../evaluate/scope.ts";
import { comparisonsIn, figuresIn, knownOf } from "../explain/change/flip-compare.ts";
import type { RuleIr } from "../ir.ts";
import { piecesOf, rangeOf } from "./cells.ts";
import { search } from "./search.ts";
import { scopeFor, type Study } from "./study.ts";

/** A value, or a range of values, by which rules tell cases apart. */
export type Piece = Extract<FactState, { state: "known" | "estimate" }>;

/** A rule, and in which pieces of a fact it can be met. */
export type Reaching = {
  readonly rule: RuleIr;
  readonly meets: readonly boolean[];
  /** Whether it is proved that it is met in no other. */
  readonly isProved: boolean;
};

/** Whether the condition of a rule reads the fact. */
export const readsIn = ({ condition }: RuleIr, fact: number): boolean =>
  condition !== undefined && readsFact(condition, fact);

/** The options of a fact, or its values between the thresholds of some rules. */
export function piecesFor(study: Study, rules: readonly RuleIr[], index: number): readonly Piece[] {
  const fact = factAt(study.law, index);
  const { type } = fact;
  if (type.kind === "enumeration") {
    return type.options.map((value) => ({ state: "known", value }));
  }
  if (type.kind !== "number" && type.kind !== "date") return [];
  const turns = rules.flatMap((rule) => turnsIn(study, rule, index));
  return piecesOf(rangeOf(fact, { state: "unknown" }), turns).map(({ min, max }): Piece => {
    const isPoint = min === max || type.kind === "date";
    return isPoint
      ? { state: "known", value: knownOf(fact, min) }
      : { state: "estimate", min, max };
  });
}

/** Where the comparisons of a rule turn that read nothing but this fact. */
function turnsIn(study: Study, { condition }: RuleIr, fact: number): readonly number[] {
  if (!condition) return [];
  const scope = scopeFor(study, new Map());
  const variable = variableIn(scope, fact);
  return comparisonsIn(prove(condition, scope), scope).flatMap((one) => {
    const read = figuresIn(one.outcome, one.scope).map(variableKey);
    const isOwn = read.length === 1 && read[0] === variableKey(variable);
    return isOwn ? crossingsOf({ node: one.node, scope: one.scope, variable }) : [];
  });
}

type Asked = {
  readonly rule: RuleIr;
  readonly fact: number;
  readonly pieces: readonly Piece[];
};

export function reachingOf(study: Study, { rule, fact, pieces }: Asked): Reaching {
  const { condition } = rule;
  if (!condition) return { rule, meets: pieces.map(() => true), isProved: true };
  const searched = pieces.map((piece) => search(study, condition, new Map([[fact, piece]])));
  const isProved = searched.every((one) => one.found || one.isProved);
  return { rule, meets: searched.map(({ found }) => found), isProved };
}
