import type { Node, Span } from "../ir.ts";

/** The parts of a node, in the order in which they are written. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.op) {
    case "boolean":
    case "number":
    case "text":
    case "date":
    case "parameter":
    case "fact":
      return [];
    case "and":
    case "or":
    case "min":
    case "max":
      return node.args;
    case "not":
    case "negate":
    case "among":
    case "listed":
      return [node.arg];
    case "holds":
      return [node.list];
    case "compare":
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return [node.left, node.right];
    case "if":
      return [node.condition, node.then, node.otherwise];
    case "aggregate":
      return [node.body];
  }
}

/** The same tree with every span set to the place where its name stands. */
export function placedAt(node: Node, span: Span): Node {
  const move = (part: Node): Node => placedAt(part, span);
  switch (node.op) {
    case "boolean":
    case "number":
    case "text":
    case "date":
    case "parameter":
    case "fact":
      return { ...node, span };
    case "and":
    case "or":
    case "min":
    case "max":
      return { ...node, span, args: node.args.map(move) };
    case "not":
    case "negate":
    case "among":
    case "listed":
      return { ...node, span, arg: move(node.arg) };
    case "holds":
      return { ...node, span, list: move(node.list) };
    case "compare":
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return { ...node, span, left: move(node.left), right: move(node.right) };
    case "if":
      return {
        ...node,
        span,
        condition: move(node.condition),
        then: move(node.then),
        otherwise: move(node.otherwise),
      };
    case "aggregate":
      return { ...node, span, body: move(node.body) };
  }
}

/** Whether an aggregate stands anywhere in a tree. */
export const folds = (node: Node): boolean =>
  node.op === "aggregate" || childrenOf(node).some(folds);

/** How many nodes a tree has. */
export function sizeOf(node: Node): number {
  return childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
}
