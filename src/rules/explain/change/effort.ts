import type { Case } from "../../case/model.ts";
import { operands } from "../../evaluate/kinds.ts";
import type { Node } from "../../ir.ts";

/** How much work a search may still do, in parts of conditions that are proved. */
export type Effort = { left: number };

/** What one answer may spend: well under a second where every proof is dear. */
export const effortMax = 50_000;

/** The parts of a condition that a proof goes through; what is folded, once for each subject. */
export function workOf(node: Node, facts: Case): number {
  if (node.op !== "aggregate") {
    return operands(node).reduce((sum, operand) => sum + workOf(operand, facts), 1);
  }
  const each = workOf(node.body, facts) + (node.filter ? workOf(node.filter, facts) : 0);
  return 1 + each * Math.max(1, facts.subjects[node.level].length);
}
