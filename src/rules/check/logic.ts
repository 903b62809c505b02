import type { Comparison, Node, Span, Type } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { nearest } from "../resolve/nearest.ts";
import { sameUnits } from "./numbers.ts";
import type { Checking } from "./checking.ts";
import { join } from "./join.ts";
import { boolean, zeroAs } from "./units.ts";

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Checks a part that has to be true or false. */
export function checkCondition(checking: Checking, syntax: Syntax): Node | undefined {
  const node = checking.check(checking, syntax);
  if (!node || node.type.kind === "boolean") return node;
  return checking.note("type_unfit", { expected: "boolean", found: node.type.kind }, syntax);
}

export function checkAll(
  checking: Checking,
  syntax: Extract<Syntax, { op: "and" | "or" }>,
): Node | undefined {
  const args = syntax.args.map((arg) => checkCondition(checking, arg));
  if (!args.every((arg) => arg !== undefined)) return undefined;
  // Written out for one value of a list, much is settled that is not for the others.
  if (checking.bound.size > 0) return join(syntax.op, args, spanOf(syntax));
  return { op: syntax.op, args, type: boolean, span: spanOf(syntax) };
}

/** The options of an enumeration or list must hold a word that is compared with it. */
export function hasOption(checking: Checking, node: Node, word: Node): boolean {
  if (word.op !== "text") return true;
  const options =
    node.type.kind === "enumeration" || node.type.kind === "list" ? node.type.options : undefined;
  if (!options || options.includes(word.value)) return true;
  const fact = node.op === "fact" ? (checking.scope.facts[node.fact]?.id ?? "") : "";
  const near = nearest(word.value, options);
  checking.note("option_unknown", { name: word.value, nearest: near, fact, options }, word.span);
  return false;
}

/** Whether two values of these types may be asked to be equal. */
function comparable(left: Type, right: Type): boolean {
  if (left.kind === right.kind) return left.kind !== "list";
  const kinds = new Set([left.kind, right.kind]);
  return kinds.has("enumeration") && kinds.has("text");
}

const ordered = new Set<Type["kind"]>(["number", "date"]);

export type Sides = { readonly left: Node; readonly right: Node; readonly span: Span };

/** A comparison of two checked values. */
export function compareNodes(
  checking: Checking,
  comparison: Comparison,
  { left, right, span }: Sides,
): Node | undefined {
  if (!comparable(left.type, right.type)) {
    return checking.note("types_differ", { left: left.type.kind, right: right.type.kind }, span);
  }
  if (comparison !== "=" && comparison !== "!=" && !ordered.has(left.type.kind)) {
    return checking.note("type_unfit", { expected: "number", found: left.type.kind }, left.span);
  }
  if (!hasOption(checking, left, right) || !hasOption(checking, right, left)) return undefined;
  if (left.op === "text" && right.op === "text") {
    const value = (left.value === right.value) === (comparison === "=");
    return { op: "boolean", value, type: boolean, span };
  }
  const pair = sameUnits(checking, [left, right], span);
  return pair && { op: "compare", comparison, left: pair[0], right: pair[1], type: boolean, span };
}

export function checkComparison(
  checking: Checking,
  syntax: Extract<Syntax, { op: "compare" }>,
): Node | undefined {
  const left = checking.check(checking, syntax.left);
  const right = checking.check(checking, syntax.right);
  if (!left || !right) return undefined;
  return compareNodes(checking, syntax.comparison, { left, right, span: spanOf(syntax) });
}

export function checkIf(
  checking: Checking,
  syntax: Extract<Syntax, { op: "if" }>,
): Node | undefined {
  const condition = checkCondition(checking, syntax.condition);
  const then = checking.check(checking, syntax.then);
  const otherwise = checking.check(checking, syntax.otherwise);
  if (!condition || !then || !otherwise) return undefined;
  const span = spanOf(syntax);
  if (then.type.kind !== otherwise.type.kind) {
    const kinds = { left: then.type.kind, right: otherwise.type.kind };
    return checking.note("types_differ", kinds, span);
  }
  const pair = sameUnits(checking, [then, otherwise], span);
  if (!pair) return undefined;
  const type = zeroAs(pair[0], pair[1].type).type;
  return { op: "if", condition, then: pair[0], otherwise: pair[1], type, span };
}
