import { childrenOf } from "../check/tree.ts";
import type { FactIr, Node, RuleIr } from "../ir.ts";

/** Every fact that stands in a node, as often as it does. */
export const factsIn = (node: Node): number[] =>
  node.op === "fact" ? [node.fact] : childrenOf(node).flatMap(factsIn);

/**
 * Facts that choose between figures or are counted, since the hull of two figures may hold some
 * that neither is; and facts inside a fold, since one that stands above it occurs there once for
 * each subject.
 */
function choosers(node: Node): number[] {
  if (node.op === "aggregate" || node.op === "tally") return factsIn(node);
  const below = childrenOf(node).flatMap(choosers);
  if (node.op !== "if" || node.type.kind === "boolean") return below;
  return [...factsIn(node.condition), ...below];
}

const expressionsOf = (rule: RuleIr): readonly Node[] => [
  ...(rule.condition ? [rule.condition] : []),
  ...rule.effects.flatMap(({ amount, bounds }) => [
    ...(amount ? [amount] : []),
    ...bounds.map((bound) => bound.limit),
  ]),
];

const found = new WeakMap<RuleIr, readonly number[]>();

/**
 * The boolean and enumeration facts whose completions a rule has to try: those that occur more than
 * once, and those that choose a figure.
 */
export function splitFacts(rule: RuleIr, facts: readonly FactIr[]): readonly number[] {
  const known = found.get(rule);
  if (known) return known;
  const chosen = expressionsOf(rule)
    .flatMap(choosers)
    .filter((fact) => {
      const kind = facts[fact]?.type.kind;
      return kind === "boolean" || kind === "enumeration";
    });
  const all = [...new Set([...rule.splits, ...chosen])];
  found.set(rule, all);
  return all;
}
