import type { Bilingual } from "../../base/message.ts";
import { factAt } from "../case/dictionary.ts";
import { childrenOf } from "../check/tree.ts";
import { editionOn } from "../evaluate/edition.ts";
import { comparison } from "../explain/change/gaps.ts";
import { clause, voiceOf } from "../explain/clause.ts";
import { begun } from "../explain/wording.ts";
import type { EffectIr, Node, Program, RuleIr } from "../ir.ts";

export type Compare = Extract<Node, { op: "compare" }>;

/** A comparison of figures or dates in a rule: on its two sides the law says different things. */
export type Threshold = {
  readonly rule: string;
  /** Its place in the rule: "when.0.1", "effects.0.limits.cap". */
  readonly id: string;
  readonly text: Bilingual;
  readonly node: Compare;
  /** The condition that it stands in; a bound stands for itself. */
  readonly root: Node;
};

type Found = Pick<Threshold, "id" | "node" | "root">;

const isFigure = ({ type }: Node): boolean => type.kind === "number" || type.kind === "date";

function comparisonsOf(node: Node, id: string, root: Node): readonly Found[] {
  const own = node.op === "compare" && isFigure(node.left) ? [{ id, node, root }] : [];
  const inside = childrenOf(node).flatMap((part, at) => comparisonsOf(part, `${id}.${at}`, root));
  return [...own, ...inside];
}

const span = { start: 0, end: 0 };

/** What is wanted against each bound; what is given where nobody can want anything. */
function boundsOf(program: Program, effect: EffectIr, at: number): readonly Found[] {
  const { wish, amount, bounds } = effect;
  const wished: Node | undefined =
    wish === undefined
      ? undefined
      : { op: "fact", fact: wish, type: factAt(program, wish).type, span };
  const side = wished ?? amount;
  if (!side) return [];
  return bounds.map(({ id, direction, limit }) => {
    const node = comparison(side, direction, limit);
    return { id: `effects.${at}.limits.${id}`, node, root: node };
  });
}

/** Every threshold of a rule. */
export function thresholdsOf(program: Program, rule: RuleIr): readonly Threshold[] {
  const voice = voiceOf(editionOn(program, program.version), undefined);
  const { condition } = rule;
  const found = [
    ...(condition ? comparisonsOf(condition, "when", condition) : []),
    ...rule.effects.flatMap((effect, at) => boundsOf(program, effect, at)),
  ];
  return found.map((one) => ({ rule: rule.id, ...one, text: begun(clause(one.node, voice)) }));
}
