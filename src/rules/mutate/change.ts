import type { Node, Type } from "../ir.ts";

/** One small change of a node: what ids call it, and what stands there instead. */
export type Change = {
  readonly name: string;
  readonly by: Node;
  /** The part that is left out, where the change is nothing else. */
  readonly dropped?: Node;
};

export type NodeOf<Op extends Node["op"]> = Extract<Node, { op: Op }>;

export const isNumber = (type: Type): type is Extract<Type, { kind: "number" }> =>
  type.kind === "number";

/** The opposite of a condition. */
export const negated = (node: Node): Node => ({
  op: "not",
  arg: node,
  type: node.type,
  span: node.span,
});

/** A node without each of its parts; the last part that is left stands alone. */
export function withoutEach(node: NodeOf<"and" | "or" | "min" | "max">): readonly Change[] {
  return node.args.flatMap((dropped, at): readonly Change[] => {
    const [only, ...more] = node.args.filter((_, index) => index !== at);
    if (!only) return [];
    const by = more.length > 0 ? { ...node, args: [only, ...more] } : only;
    return [{ name: `drop.${at}`, by, dropped }];
  });
}
