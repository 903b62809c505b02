import { operands } from "../evaluate/kinds.ts";
import type { Node } from "../ir.ts";

/** Whether an expression reads a fact, the bodies of its aggregates included. */
export function readsFact(node: Node, fact: number): boolean {
  if (node.op === "fact") return node.fact === fact;
  const inside = node.op === "aggregate" ? [node.body] : operands(node);
  return inside.some((part) => readsFact(part, fact));
}
