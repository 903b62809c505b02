import type { Node } from "../ir.ts";

const leaves = ["boolean", "number", "text", "date", "parameter", "fact"] as const;
const arithmetic = ["add", "subtract", "multiply", "divide", "negate", "min", "max"] as const;

/** A literal, a figure of the law, or a fact. */
export type Leaf = Extract<Node, { op: (typeof leaves)[number] }>;
export type Arithmetic = Extract<Node, { op: (typeof arithmetic)[number] }>;
export type Aggregate = Extract<Node, { op: "aggregate" }>;
/** What is decided from its operands, and is no arithmetic. */
export type Logic = Exclude<Node, Leaf | Arithmetic | Aggregate>;

const leafOps: ReadonlySet<string> = new Set(leaves);
const arithmeticOps: ReadonlySet<string> = new Set(arithmetic);

export const isLeaf = (node: Node): node is Leaf => leafOps.has(node.op);
export const isArithmetic = (node: Node): node is Arithmetic => arithmeticOps.has(node.op);

function arithmeticOperands(node: Arithmetic): readonly Node[] {
  switch (node.op) {
    case "min":
    case "max":
      return node.args;
    case "negate":
      return [node.arg];
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return [node.left, node.right];
  }
}

function logicOperands(node: Logic): readonly Node[] {
  switch (node.op) {
    case "and":
    case "or":
      return node.args;
    case "not":
    case "among":
    case "listed":
      return [node.arg];
    case "holds":
      return [node.list];
    case "if":
      return [node.condition, node.then, node.otherwise];
    case "compare":
      return [node.left, node.right];
  }
}

/** The operands of a node in their order; of an aggregate none, since its body runs per subject. */
export function operands(node: Node): readonly Node[] {
  if (isLeaf(node) || node.op === "aggregate") return [];
  return isArithmetic(node) ? arithmeticOperands(node) : logicOperands(node);
}
