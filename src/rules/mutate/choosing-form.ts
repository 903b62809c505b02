import { childrenOf } from "../check/tree.ts";
import type { Node } from "../ir.ts";

/** Every fact that an expression reads, with the levels of the folds around it; each once. */
function readsIn(node: Node, around = ""): readonly string[] {
  if (node.op === "fact") return [`${around}${node.fact}`];
  const inside = node.op === "aggregate" ? `${around}${node.level}.` : around;
  return childrenOf(node).flatMap((part) => readsIn(part, inside));
}

/**
 * The form of a condition that chooses or counts. While it is undecided, what it chooses rests on
 * every fact that it reads, since each may turn out not to apply: also on those that cannot decide.
 */
export function choosingForm(node: Node, form: (node: Node) => string): string {
  const reads = [...new Set(readsIn(node))].sort();
  return `${form(node)} reading ${reads.join(" ")}`;
}
