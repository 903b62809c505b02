import type { Level } from "../contract/pack.ts";
import type { Node } from "../ir.ts";
import type { Value } from "./value.ts";

/** A node and what it came to, with the outcomes of its parts: the proof of a value. */
export type Outcome = {
  readonly node: Node;
  readonly value: Value;
  /** In the order of the node's operands; of an aggregate, once for each subject: see below. */
  readonly parts: readonly Outcome[];
  /** Of a part of an aggregate: the subject that it is about. */
  readonly about?: { readonly level: Level; readonly subject: number };
};

export const truthOf = (outcome: Outcome) =>
  outcome.value.kind === "truth" ? outcome.value.truth : "U";

/** A subject of a fold that has a filter: what it is worth, and whether it passes. */
export type Candidate = { readonly value: Outcome; readonly filter: Outcome };

/** The parts of such a fold: first what each subject is worth, then whether each passes. */
export function candidatesOf(parts: readonly Outcome[]): readonly Candidate[] {
  const values = parts.slice(0, parts.length / 2);
  return values.map((value, index) => ({ value, filter: parts[values.length + index] ?? value }));
}
