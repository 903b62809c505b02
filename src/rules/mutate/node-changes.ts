import type { Node } from "../ir.ts";
import { negated, type Change, type NodeOf } from "./change.ts";
import {
  amongChanges,
  choiceChanges,
  compareChanges,
  groupChanges,
  holdsChanges,
  spellingChanges,
  tallyChanges,
} from "./logic-changes.ts";
import {
  binaryChanges,
  extremeChanges,
  figureChanges,
  foldChanges,
  roundingChanges,
} from "./number-changes.ts";
import { dayBeside, ways } from "./steps.ts";

const opposite = (node: Node): Change => ({ name: "not", by: negated(node) });

type ChangesBy = { readonly [Op in Node["op"]]: (node: NodeOf<Op>) => readonly Change[] };

const none = (): readonly Change[] => [];
const dropped = ({ arg }: NodeOf<"not" | "negate" | "abs">) => [{ name: "drop", by: arg }];

/** A kind of node that does not say here how it is changed does not compile. */
const changesBy: ChangesBy = {
  boolean: (node) => [{ name: "not", by: { ...node, value: !node.value } }],
  number: figureChanges,
  date: (node) =>
    ways.map((way) => ({ name: way, by: { ...node, value: dayBeside(node.value, way) } })),
  // Words are changed where they are compared, parameters where they are stated.
  text: none,
  words: none,
  parameter: none,
  as_of: none,
  fact: (node) => (node.type.kind === "boolean" ? [opposite(node)] : []),
  not: dropped,
  negate: dropped,
  abs: dropped,
  round: roundingChanges,
  tally: tallyChanges,
  and: groupChanges,
  or: groupChanges,
  compare: compareChanges,
  among: amongChanges,
  holds: holdsChanges,
  listed: (node) => [opposite(node)],
  spelled: spellingChanges,
  if: choiceChanges,
  aggregate: foldChanges,
  add: binaryChanges,
  subtract: binaryChanges,
  multiply: binaryChanges,
  divide: binaryChanges,
  shift: (node) => [{ name: "drop.1", by: node.date, dropped: node.by }],
  elapsed: (node) => [{ name: "ends", by: { ...node, from: node.to, to: node.from } }],
  min: extremeChanges,
  max: extremeChanges,
};

/** Every small change of one node itself; its parts have their own. */
export const changesOf = (node: Node): readonly Change[] =>
  (changesBy[node.op] as (node: Node) => readonly Change[])(node);
