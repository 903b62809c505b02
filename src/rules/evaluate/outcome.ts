import type { Level } from "../contract/pack.ts";
import type { Node } from "../ir.ts";
import type { Value } from "./value.ts";

/** A node and what it came to, with the outcomes of its parts: the proof of a value. */
export type Outcome = {
  readonly node: Node;
  readonly value: Value;
  /** In the order of the node's operands; of an aggregate, its body once for each subject. */
  readonly parts: readonly Outcome[];
  /** Of a part of an aggregate: the subject that it is about. */
  readonly about?: { readonly level: Level; readonly subject: number };
};

export const truthOf = (outcome: Outcome) =>
  outcome.value.kind === "truth" ? outcome.value.truth : "U";
