import { childrenOf } from "../check/tree.ts";
import type { Node, Program, RuleIr } from "../ir.ts";

const nodesIn = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(nodesIn)];

/** Every node of a rule that decides: of its condition, its amounts and its bounds. */
export const nodesOf = ({ condition, effects }: RuleIr): readonly Node[] =>
  [
    ...(condition ? [condition] : []),
    ...effects.flatMap(({ amount, bounds }) => [
      ...(amount ? [amount] : []),
      ...bounds.map(({ limit }) => limit),
    ]),
  ].flatMap(nodesIn);

const isOf = (node: Node, parameter: number): boolean =>
  node.op === "parameter" && node.parameter === parameter;

/** Whether a rule reads a parameter. */
export const readsParameter = (rule: RuleIr, parameter: number): boolean =>
  nodesOf(rule).some((node) => isOf(node, parameter));

/** Whether some date is moved by a parameter, which is then a whole number of units. */
export const movesDates = ({ rules }: Program, parameter: number): boolean =>
  rules
    .flatMap(nodesOf)
    .some((node) => node.op === "shift" && nodesIn(node.by).some((one) => isOf(one, parameter)));
