import { childrenOf } from "../check/tree.ts";
import type { Node, Program, RuleIr } from "../ir.ts";
import { nodesOf } from "./splits.ts";

/** Who rests on a register: the rules that need it, and the facts that are looked up in it. */
export type RegisterUse = { readonly rules: readonly string[]; readonly facts: readonly string[] };

type Lookup = Extract<Node, { op: "listed" }>;

const lookupsIn = (node: Node): readonly Lookup[] => [
  ...(node.op === "listed" ? [node] : []),
  ...childrenOf(node).flatMap(lookupsIn),
];

/** For each register of a program, by its id, who rests on it. */
export function registerUses(program: Program): ReadonlyMap<string, RegisterUse> {
  const uses = program.registers.map(({ id }, index) => {
    const named = new Set(
      program.facts.flatMap(({ definition }, fact) => (definition.register === id ? fact : [])),
    );
    const reading = program.rules.filter(
      (rule) => rests(rule, { id, index }) || rule.reads.some((fact) => named.has(fact)),
    );
    const lookups = reading.flatMap((rule) => nodesOf(rule).flatMap(lookupsIn));
    const facts = lookups.flatMap(({ register, arg }) =>
      register === index && arg.op === "fact" ? [program.facts[arg.fact]!.id] : [],
    );
    return [id, { rules: reading.map((rule) => rule.id), facts: [...new Set(facts)] }] as const;
  });
  return new Map(uses);
}

type Place = { readonly id: string; readonly index: number };

const rests = (rule: RuleIr, { id, index }: Place): boolean =>
  rule.needsTexts.includes(id) ||
  nodesOf(rule).some((node) => lookupsIn(node).some(({ register }) => register === index));
