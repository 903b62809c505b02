import { childrenOf } from "../check/tree.ts";
import type { Node } from "../ir.ts";

/** Whether an expression reads a fact, the bodies of its aggregates included. */
export function readsFact(node: Node, fact: number): boolean {
  if (node.op === "fact") return node.fact === fact;
  return childrenOf(node).some((part) => readsFact(part, fact));
}
