import type { FactIr, Program, RuleIr } from "../../src/rules/index.ts";
import { isPlain } from "./dialect.ts";
import { factOf } from "./figures.ts";
import { hasEnded } from "./pack.ts";

/** The rules of a pack that every language of rules can say, as conditions and nothing else. */
export type Subset = {
  readonly program: Program;
  /** Every fact that one of the rules reads. */
  readonly facts: readonly FactIr[];
  /** Of all rules of the pack. */
  readonly of: number;
};

const nodesOf = ({ condition }: RuleIr) => (condition ? [condition] : []);

const factsIn = (rule: RuleIr, program: Program): FactIr[] => {
  const found: FactIr[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("op" in node && node.op === "fact" && "fact" in node) {
      found.push(factOf(program, node.fact as number));
    }
    for (const part of Object.values(node)) visit(part);
  };
  nodesOf(rule).forEach(visit);
  return found;
};

/** A rule without what other languages have no word for: it is met, or it is not. */
function bare(rule: RuleIr, program: Program): RuleIr {
  const reads = [...new Set(factsIn(rule, program))].map(({ id }) => program.factById.get(id)!);
  const nothing = { effects: [], needsTexts: [], overrides: [], splits: [], because: undefined };
  return { ...rule, ...nothing, reads };
}

/** Chosen by what can be said, not by how fast it is. */
export function subsetOf(whole: Program): Subset {
  const plain = whole.rules.filter(
    (rule) => !hasEnded(rule) && rule.condition !== undefined && isPlain(whole, rule.condition),
  );
  const rules = plain.map((rule) => bare(rule, whole));
  const program: Program = {
    ...whole,
    rules,
    ruleById: new Map(rules.map(({ id }, index) => [id, index])),
    order: rules.map((_, index) => index),
    combinations: [],
  };
  const read = new Set(rules.flatMap(({ reads }) => reads));
  const facts = whole.facts.filter((_, index) => read.has(index));
  return { program, facts, of: whole.rules.length };
}
