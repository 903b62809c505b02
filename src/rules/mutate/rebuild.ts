import { childrenOf, mapChildren } from "../check/tree.ts";
import type { Node } from "../ir.ts";

/** A part of an expression, with its place and a way to write the whole with another part there. */
export type Spot = {
  readonly place: string;
  readonly node: Node;
  readonly replace: (by: Node) => Node;
};

/** The parts that an author wrote: the choice that stands for a register's figure has none. */
const writtenParts = (node: Node): readonly Node[] =>
  node.op === "if" && node.register !== undefined ? [] : childrenOf(node);

/** Every part of an expression, itself first; places count parts from 0: "when.1.0". */
export function spotsOf(root: Node, place: string): readonly Spot[] {
  const visit = (spot: Spot): readonly Spot[] => [
    spot,
    ...writtenParts(spot.node).flatMap((part, child) =>
      visit({
        place: `${spot.place}.${child}`,
        node: part,
        replace: (by) =>
          spot.replace(mapChildren(spot.node, (own, at) => (at === child ? by : own))),
      }),
    ),
  ];
  return visit({ place, node: root, replace: (by) => by });
}
