import type { Rounding } from "../../base/rounding.ts";
import { sameDimension } from "../../base/unit.ts";
import type { Node } from "../ir.ts";
import { isNumber, withoutEach, type Change, type NodeOf } from "./change.ts";
import { stepOf, stepped, ways } from "./steps.ts";

/** A figure written out: one step more, and one step less. */
export const figureChanges = (node: NodeOf<"number">): readonly Change[] =>
  ways.map((way) => ({
    name: way,
    by: { ...node, value: stepped(node.value, stepOf(node), way) },
  }));

const isAlike = ({ type: a }: Node, { type: b }: Node): boolean =>
  isNumber(a) && isNumber(b) && sameDimension(a.dimension, b.dimension);

type Binary = NodeOf<"add" | "subtract" | "multiply" | "divide">;

const turned = {
  add: "subtract",
  subtract: "add",
  multiply: "divide",
  divide: "multiply",
} as const satisfies Readonly<Record<Binary["op"], Binary["op"]>>;

/**
 * Two numbers put together in another way, and each of them left out. What comes of it must still
 * be of the same kind, else nobody compiles it.
 */
export function binaryChanges(node: Binary): readonly Change[] {
  const { left, right } = node;
  const op = turned[node.op];
  const isEitherFirst = node.op === "add" || node.op === "multiply";
  const isLeft = isAlike(left, node);
  return [
    ...(isLeft ? [{ name: op, by: { ...node, op } }] : []),
    ...(isLeft ? [{ name: "drop.1", by: left, dropped: right }] : []),
    ...(isEitherFirst && isAlike(right, node)
      ? [{ name: "drop.0", by: right, dropped: left }]
      : []),
  ];
}

/** The lesser or the greater: one for the other, and each part left out. */
export function extremeChanges(node: NodeOf<"min" | "max">): readonly Change[] {
  const other = node.op === "min" ? "max" : "min";
  return [{ name: other, by: { ...node, op: other } }, ...withoutEach(node)];
}

const roundedOtherwise: Readonly<Record<Rounding, Rounding>> = {
  floor: "ceiling",
  ceiling: "floor",
  "round up": "round down",
  "round down": "round up",
  "round half up": "round half down",
  "round half down": "round half up",
};

/** Rounded the other way, and not at all. */
export function roundingChanges(node: NodeOf<"round">): readonly Change[] {
  const mode = roundedOtherwise[node.mode];
  return [
    { name: mode, by: { ...node, mode } },
    { name: "drop", by: node.arg },
  ];
}

type Fold = NodeOf<"aggregate">["fold"];

const others: Readonly<Record<Fold, Fold | undefined>> = {
  sum: "max",
  min: "max",
  max: "min",
  some: "every",
  every: "some",
  // No other fold counts: what it counts is changed inside it.
  count: undefined,
};

/** Over the subjects of a level: another way of putting them together. */
export function foldChanges(node: NodeOf<"aggregate">): readonly Change[] {
  const { filter, ...rest } = node;
  const fold = others[node.fold];
  return [
    ...(fold ? [{ name: fold, by: { ...node, fold } }] : []),
    ...(filter ? [{ name: "drop.1", by: rest, dropped: filter }] : []),
  ];
}
