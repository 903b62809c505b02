import {
  isWhole,
  multiply,
  one,
  parseRatio,
  zero,
  compareRatio,
  negate,
} from "../../base/ratio.ts";
import { combineDimensions, sameDimension } from "../../base/unit.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Checking } from "./checking.ts";
import { checkDateSum } from "./dates.ts";
import { isPeriod, pureNumber, writtenUnit, zeroAs } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A number written out: only 0 and 1 in a rule, since every other figure is one of the law. */
export function checkNumber(
  checking: Checking,
  syntax: Extract<Syntax, { op: "number" }>,
): Node | undefined {
  const value = parseRatio(syntax.text);
  if (!value) return checking.note("syntax_unexpected", { found: syntax.text }, syntax);
  const size = value.n < 0n ? negate(value) : value;
  const plain = isWhole(value) && (compareRatio(size, zero) === 0 || compareRatio(size, one) === 0);
  if (!plain && checking.scope.figures === "refused") {
    return checking.note("literal_figure", { text: syntax.text }, syntax);
  }
  return { op: "number", value: multiply(value, one), type: pureNumber, span: spanOf(syntax) };
}

/** Checks a part that has to be a number. */
export function checkQuantity(checking: Checking, syntax: Syntax): Node | undefined {
  const node = checking.check(checking, syntax);
  if (!node || node.type.kind === "number") return node;
  return checking.note("type_unfit", { expected: "number", found: node.type.kind }, syntax);
}

/** Two numbers of one dimension, or a finding that names both units. */
export function sameUnits(
  checking: Checking,
  [left, right]: readonly [Node, Node],
  span: Span,
): readonly [Node, Node] | undefined {
  const pair = [zeroAs(left, right.type), zeroAs(right, left.type)] as const;
  const [a, b] = [pair[0].type, pair[1].type];
  if (a.kind === "number" && b.kind === "number" && !sameDimension(a.dimension, b.dimension)) {
    const units = {
      left: writtenUnit(left, checking.scope),
      right: writtenUnit(right, checking.scope),
    };
    const arePeriods = isPeriod(a.dimension) && isPeriod(b.dimension);
    return checking.note(arePeriods ? "periods_clash" : "unit_mismatch", units, span);
  }
  return pair;
}

type Operation = Extract<Syntax, { op: "add" | "subtract" | "multiply" | "divide" }>;

export function checkArithmetic(checking: Checking, syntax: Operation): Node | undefined {
  const { op } = syntax;
  if (op === "add" || op === "subtract") return checkSumOfTwo(checking, { ...syntax, op });
  const left = checkQuantity(checking, syntax.left);
  const right = checkQuantity(checking, syntax.right);
  const span = spanOf(syntax);
  if (left?.type.kind !== "number" || right?.type.kind !== "number") return undefined;
  if (op === "divide" && isNothing(checking, right)) {
    return checking.note("division_by_zero", {}, syntax.right);
  }
  const sign = op === "divide" ? -1 : 1;
  const dimension = combineDimensions(left.type.dimension, right.type.dimension, sign);
  return { op, left, right, type: { kind: "number", dimension }, span };
}

/** A figure that is zero, or a parameter that never is anything else. */
function isNothing({ scope }: Checking, node: Node): boolean {
  if (node.op === "number") return node.value.n === 0n;
  const values = node.op === "parameter" ? (scope.parameters[node.parameter]?.values ?? []) : [];
  return values.length > 0 && values.every(({ min, max }) => min.n === 0n && max.n === 0n);
}

type Sum = Operation & { readonly op: "add" | "subtract" };

/** Numbers of one unit, or dates and periods. */
function checkSumOfTwo(checking: Checking, syntax: Sum): Node | undefined {
  const left = checkMeasured(checking, syntax.left);
  const right = checkMeasured(checking, syntax.right);
  if (!left || !right) return undefined;
  const { op } = syntax;
  const span = spanOf(syntax);
  if (left.type.kind === "date" || right.type.kind === "date") {
    return checkDateSum(checking, [left, right], { op, span });
  }
  const pair = sameUnits(checking, [left, right], span);
  return pair && { op, left: pair[0], right: pair[1], type: pair[0].type, span };
}

/** Checks a part that has to be a number or a date. */
export function checkMeasured(checking: Checking, syntax: Syntax): Node | undefined {
  const node = checking.check(checking, syntax);
  if (!node || node.type.kind === "number" || node.type.kind === "date") return node;
  return checking.note("type_unfit", { expected: "number", found: node.type.kind }, syntax);
}
