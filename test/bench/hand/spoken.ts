import { childrenOf, type Node, type Program, type RuleIr } from "../../../src/rules/index.ts";
import { hasEnded } from "../pack.ts";

/** What is written by hand: conditions over facts and figures, and sums of them. */
const spoken: ReadonlySet<Node["op"]> = new Set([
  ...(["fact", "parameter", "number", "text", "boolean"] as const),
  ...(["and", "or", "not", "if", "among", "listed", "compare"] as const),
  ...(["add", "subtract", "multiply", "min", "max"] as const),
]);

/** Nobody keeps a list of uses, a date or the figures of a register in code of this kind. */
function isSpoken(node: Node): boolean {
  if (!spoken.has(node.op) || (node.op === "if" && node.register !== undefined)) return false;
  if (node.type.kind === "date" || node.type.kind === "list") return false;
  // Plain code has no third answer: what is open stays so under "and" and "or" alone.
  if (node.op === "not" && listsIn(node)) return false;
  return childrenOf(node).every(isSpoken);
}

const listsIn = (node: Node): boolean => node.op === "listed" || childrenOf(node).some(listsIn);

const nodesOf = ({ condition, effects }: RuleIr): readonly Node[] => [
  ...(condition ? [condition] : []),
  ...effects.flatMap(({ amount, bounds }) => [
    ...(amount ? [amount] : []),
    ...bounds.map(({ limit }) => limit),
  ]),
];

/**
 * The part of a pack that is written by hand as well: chosen by what can be said, not by speed.
 * A rule whose rival is left out is left out, too.
 */
export function spokenPart(whole: Program): Program {
  const said = new Set(
    whole.rules.filter((rule) => !hasEnded(rule) && nodesOf(rule).every(isSpoken)),
  );
  const rivals = whole.rules.flatMap((rule) =>
    rule.overrides.flatMap((other) => {
      const pair = [rule, whole.rules[other] as RuleIr];
      return pair.every((one) => said.has(one)) ? [] : pair;
    }),
  );
  const kept = whole.rules.filter((rule) => said.has(rule) && !rivals.includes(rule));
  const placeOf = (index: number): readonly number[] => {
    const at = kept.indexOf(whole.rules[index] as RuleIr);
    return at < 0 ? [] : [at];
  };
  const rules = kept.map((rule) => ({ ...rule, overrides: rule.overrides.flatMap(placeOf) }));
  return {
    ...whole,
    rules,
    ruleById: new Map(rules.map(({ id }, index) => [id, index])),
    order: whole.order.flatMap(placeOf),
    combinations: whole.combinations
      .filter(({ members }) => members.every((member) => placeOf(member).length > 0))
      .map((one) => ({ ...one, members: one.members.flatMap(placeOf) })),
  };
}
