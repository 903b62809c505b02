import type { Node, Span } from "../ir.ts";

/** Under which names the parts of a node stand, in the order in which they are written. */
const names = {
  boolean: [],
  number: [],
  text: [],
  words: [],
  date: [],
  as_of: [],
  parameter: [],
  fact: [],
  and: ["args"],
  or: ["args"],
  min: ["args"],
  max: ["args"],
  tally: ["args"],
  not: ["arg"],
  negate: ["arg"],
  abs: ["arg"],
  round: ["arg", "step"],
  among: ["arg"],
  spelled: ["arg"],
  listed: ["arg"],
  holds: ["list"],
  compare: ["left", "right"],
  add: ["left", "right"],
  subtract: ["left", "right"],
  multiply: ["left", "right"],
  divide: ["left", "right"],
  shift: ["date", "by"],
  elapsed: ["from", "to"],
  if: ["condition", "then", "otherwise"],
  aggregate: ["body", "filter"],
} as const satisfies Readonly<Record<Node["op"], readonly string[]>>;

type Parts = Readonly<Record<string, Node | readonly Node[] | undefined>>;

const isMany = (part: Node | readonly Node[]): part is readonly Node[] => Array.isArray(part);

/** The parts of a node, in the order in which they are written. */
export function childrenOf(node: Node): readonly Node[] {
  const parts = node as unknown as Parts;
  const children: Node[] = [];
  for (const name of names[node.op]) {
    const part = parts[name];
    if (part !== undefined) children.push(...(isMany(part) ? part : [part]));
  }
  return children;
}

/** The same node with each of its parts changed; `at` counts as `childrenOf` does. */
export function mapChildren(node: Node, change: (part: Node, at: number) => Node): Node {
  const parts = node as unknown as Parts;
  let at = 0;
  const changed = names[node.op].flatMap((name) => {
    const part = parts[name];
    if (part === undefined) return [];
    return [[name, isMany(part) ? part.map((one) => change(one, at++)) : change(part, at++)]];
  });
  return { ...node, ...(Object.fromEntries(changed) as object) };
}

/** The same tree with every span set to the place where its name stands. */
export const placedAt = (node: Node, span: Span): Node => ({
  ...mapChildren(node, (part) => placedAt(part, span)),
  span,
});

/** Whether an aggregate stands anywhere in a tree. */
export const folds = (node: Node): boolean =>
  node.op === "aggregate" || childrenOf(node).some(folds);

/** How many nodes a tree has. */
export function sizeOf(node: Node): number {
  return childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
}
