import { childrenOf } from "../check/tree.ts";
import type { Node } from "../ir.ts";

const leaves = [
  ...(["boolean", "number", "text", "words", "date"] as const),
  ...(["as_of", "parameter", "fact"] as const),
] as const;
const arithmetic = [
  ...(["add", "subtract", "multiply", "divide", "negate", "min", "max"] as const),
  ...(["abs", "round", "tally", "shift", "elapsed"] as const),
] as const;

/** A literal, the law date, a figure of the law, or a fact. */
export type Leaf = Extract<Node, { op: (typeof leaves)[number] }>;
export type Arithmetic = Extract<Node, { op: (typeof arithmetic)[number] }>;
export type Aggregate = Extract<Node, { op: "aggregate" }>;
/** What is decided from its operands, and is no arithmetic. */
export type Logic = Exclude<Node, Leaf | Arithmetic | Aggregate>;

const leafOps: ReadonlySet<string> = new Set(leaves);
const arithmeticOps: ReadonlySet<string> = new Set(arithmetic);

export const isLeaf = (node: Node): node is Leaf => leafOps.has(node.op);
export const isArithmetic = (node: Node): node is Arithmetic => arithmeticOps.has(node.op);

/** The operands of a node in their order; of an aggregate none, since its body runs per subject. */
export const operands = (node: Node): readonly Node[] =>
  node.op === "aggregate" ? [] : childrenOf(node);
