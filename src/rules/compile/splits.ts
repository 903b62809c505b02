import { childrenOf } from "../check/tree.ts";
import type { FactIr, Node, RuleIr } from "../ir.ts";

/** The most combinations of boolean and enumeration facts that a rule is split into. */
export const mostCases = 4096;

type Seen = { readonly reads: number[]; readonly counts: Map<number, number> };

/** Every expression of a rule that its verdict rests on. */
export function nodesOf(rule: Pick<RuleIr, "condition" | "effects">): Node[] {
  const effects = rule.effects.flatMap((effect) => [
    ...(effect.amount ? [effect.amount] : []),
    ...effect.bounds.map((bound) => bound.limit),
  ]);
  return rule.condition ? [rule.condition, ...effects] : effects;
}

/** The facts that a rule reads, and those that occur more than once and have few values. */
export function readsAndSplits(
  rule: Pick<RuleIr, "condition" | "effects">,
  facts: readonly FactIr[],
): Pick<RuleIr, "reads" | "splits"> {
  const seen: Seen = { reads: [], counts: new Map() };
  for (const node of nodesOf(rule)) visit(node, { seen, facts, inside: undefined });
  for (const { wish } of rule.effects) {
    if (wish !== undefined && !seen.counts.has(wish)) seen.reads.push(wish);
  }
  const reads = [...new Set(seen.reads)];
  const recurs = (fact: number): boolean => (seen.counts.get(fact) ?? 0) > 1;
  return { reads, splits: reads.filter((fact) => recurs(fact) && valuesOf(facts[fact])) };
}

/** How many combinations of values these facts have together. */
export const casesOf = (splits: readonly number[], facts: readonly FactIr[]): number =>
  splits.reduce((product, fact) => product * (valuesOf(facts[fact]) ?? 1), 1);

function valuesOf(fact: FactIr | undefined): number | undefined {
  if (fact?.type.kind === "boolean") return 2;
  return fact?.type.kind === "enumeration" ? fact.type.options.length : undefined;
}

type Visit = {
  readonly seen: Seen;
  readonly facts: readonly FactIr[];
  /** The level that an aggregate around the node runs over. */
  readonly inside: FactIr["level"] | undefined;
};

function visit(node: Node, walk: Visit): void {
  const { seen, facts, inside } = walk;
  if (node.op === "fact") {
    const count = seen.counts.get(node.fact);
    if (count === undefined) seen.reads.push(node.fact);
    seen.counts.set(node.fact, (count ?? 0) + weightOf(facts[node.fact], inside));
  }
  const around = node.op === "aggregate" ? node.level : inside;
  for (const child of childrenOf(node)) visit(child, { ...walk, inside: around });
}

/** Inside an aggregate a fact of the rule's own subject is read once for each subject below, and a
 * fact of those subjects has no single value to split on. */
function weightOf(fact: FactIr | undefined, inside: FactIr["level"] | undefined): number {
  if (inside === undefined) return 1;
  return fact?.level === inside ? 0 : 2;
}
