import type { Node, Span } from "../ir.ts";
import { boolean } from "./units.ts";

const constant = (value: boolean, span: Span): Node => ({
  op: "boolean",
  value,
  type: boolean,
  span,
});

/** The conditions together, those left out that settle nothing: for what nobody wrote out. */
export function join(op: "and" | "or", conditions: readonly Node[], span: Span): Node {
  const wins = op === "or";
  const args = conditions.filter((one) => !(one.op === "boolean" && one.value !== wins));
  if (args.some((one) => one.op === "boolean")) return constant(wins, span);
  const [first] = args;
  if (!first) return constant(!wins, span);
  return args.length === 1 ? first : { op, args, type: boolean, span };
}

/** The opposite of a condition. */
export function opposite(node: Node): Node {
  const { span } = node;
  if (node.op === "boolean") return constant(!node.value, span);
  return { op: "not", arg: node, type: boolean, span };
}

/** A condition of those that pass a filter: some that pass, or every one that does. */
export function guarded(fold: "some" | "every", guard: Node | undefined, body: Node): Node {
  if (!guard) return body;
  return fold === "some"
    ? join("and", [guard, body], body.span)
    : join("or", [opposite(guard), body], body.span);
}
