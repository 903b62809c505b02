import { commonStep, divide, isWhole, multiply, type Ratio } from "../../base/ratio.ts";
import type { Node } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { readsIn } from "./gone-facts.ts";
import { isArithmetic, isLeaf, type Logic } from "./kinds.ts";
import { lowerNumber } from "./lower-numbers.ts";
import { lowerSpelled, lowerWords } from "./lower-words.ts";
import type { Lowering, NumberPlan, Side, TruthPlan } from "./plan.ts";
import { levelNumber, no, yes } from "./rows.ts";
import { factAt } from "./scope.ts";

export const loweringOf = (edition: Edition): Lowering => ({
  edition,
  truth: (node) => lowerTruth(node, edition),
});

const constant = (code: number): TruthPlan => ({ op: "constant", code });

/** A number, or a quotient of two numbers that only comparing can do without dividing. */
function lowerSide(node: Node, edition: Edition): Side | undefined {
  const top = lowerNumber(node, loweringOf(edition));
  if (top) return { top, bottom: undefined };
  if (node.op !== "divide") return undefined;
  const [left, bottom] = [
    lowerNumber(node.left, loweringOf(edition)),
    lowerNumber(node.right, loweringOf(edition)),
  ];
  return left && bottom ? { top: left, bottom } : undefined;
}

type Across = { readonly step: Ratio; readonly size: number };

/** What a side comes to once it is multiplied by the other's denominator. */
const across = (top: NumberPlan, bottom: NumberPlan | undefined): Across =>
  bottom
    ? { step: multiply(top.step, bottom.step), size: top.size * bottom.size || 0 }
    : { step: top.step, size: top.size };

function factorOf(step: Ratio, common: Ratio): number | undefined {
  const count = divide(step, common);
  const factor = Number(count.n);
  return isWhole(count) && Number.isSafeInteger(factor) ? factor : undefined;
}

type Compare = Extract<Node, { op: "compare" }>;

function lowerNumbers(node: Compare, edition: Edition): TruthPlan {
  const left = lowerSide(node.left, edition);
  const right = lowerSide(node.right, edition);
  if (!left || !right) return { op: "exact", node };
  const [a, b] = [across(left.top, right.bottom), across(right.top, left.bottom)];
  const common = commonStep(a.step, b.step);
  const [l, r] = [factorOf(a.step, common), factorOf(b.step, common)];
  if (l === undefined || r === undefined) return { op: "exact", node };
  const size = Math.max(a.size * l, b.size * r);
  return { op: "compare", comparison: node.comparison, left, right, factors: [l, r], size };
}

function lowerCompare(node: Compare, edition: Edition): TruthPlan {
  const { kind } = node.left.type;
  if (kind === "number" || kind === "date") return lowerNumbers(node, edition);
  const same = kind === "boolean" ? lowerSame(node, edition) : lowerWords(node, edition);
  if (same.op === "exact") return same;
  return node.comparison === "!=" ? { op: "not", arg: same } : same;
}

const lowerSame = ({ left, right }: Compare, edition: Edition): TruthPlan => ({
  op: "same",
  left: lowerTruth(left, edition),
  right: lowerTruth(right, edition),
});

function lowerFact(fact: number, edition: Edition): TruthPlan {
  return { op: "fact", level: levelNumber[factAt(edition, fact).level], fact };
}

const lowerChoice = (node: Extract<Node, { op: "if" }>, edition: Edition): TruthPlan => ({
  op: "choice",
  condition: lowerTruth(node.condition, edition),
  reads: readsIn(node.condition, edition),
  then: lowerTruth(node.then, edition),
  otherwise: lowerTruth(node.otherwise, edition),
});

/** Lowers a condition. What has no whole-number form stays a node for exact ratios. */
export function lowerTruth(node: Node, edition: Edition): TruthPlan {
  if (node.op === "boolean") return constant(node.value ? yes : no);
  if (node.op === "fact") return lowerFact(node.fact, edition);
  if (isLeaf(node) || isArithmetic(node)) return { op: "exact", node };
  return node.op === "aggregate" ? lowerOver(node, edition) : lowerLogic(node, edition);
}

function lowerLogic(node: Logic, edition: Edition): TruthPlan {
  const lower = (one: Node) => lowerTruth(one, edition);
  switch (node.op) {
    case "and":
      return { op: "every", args: node.args.map(lower) };
    case "or":
      return { op: "some", args: node.args.map(lower) };
    case "not":
      return { op: "not", arg: lower(node.arg) };
    case "compare":
      return lowerCompare(node, edition);
    case "among":
    case "holds":
    case "listed":
      return lowerWords(node, edition);
    case "spelled":
      return lowerSpelled(node, edition);
    case "if":
      return lowerChoice(node, edition);
  }
}

function lowerOver(node: Extract<Node, { op: "aggregate" }>, edition: Edition): TruthPlan {
  if (node.fold !== "some" && node.fold !== "every") return { op: "exact", node };
  const level = levelNumber[node.level];
  return { op: "over", fold: node.fold, level, body: lowerTruth(node.body, edition) };
}
