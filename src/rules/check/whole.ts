import { isWhole, ratio } from "../../base/ratio.ts";
import type { FactIr, Node, ParameterIr } from "../ir.ts";
import { childrenOf } from "./tree.ts";

type Known = { readonly facts: readonly FactIr[]; readonly parameters: readonly ParameterIr[] };

/** What is whole where its parts are: no sum, product or choice of whole numbers has a part. */
const closed: ReadonlySet<Node["op"]> = new Set<Node["op"]>([
  ...(["add", "subtract", "multiply", "negate", "min", "max"] as const),
]);

/** Whether every value that a number can have is a whole number of base units: days, months. */
export function isWholeNumber(node: Node, known: Known): boolean {
  const isWholeToo = (part: Node): boolean => isWholeNumber(part, known);
  if (node.op === "number") return isWhole(node.value);
  if (node.op === "fact") return isWhole(known.facts[node.fact]?.step ?? half);
  if (node.op === "parameter") return areWhole(known.parameters[node.parameter]?.values ?? []);
  if (node.op === "if") return isWholeToo(node.then) && isWholeToo(node.otherwise);
  if (node.op === "aggregate") return node.fold === "count" || isWholeToo(node.body);
  if (node.op === "elapsed" || areDays(node)) return true;
  return closed.has(node.op) && childrenOf(node).every(isWholeToo);
}

const areWhole = (values: ParameterIr["values"]): boolean =>
  values.every(({ min, max }) => isWhole(min) && isWhole(max));

const half = ratio(1, 2);

/** The days between two dates. */
const areDays = (node: Node): boolean => node.op === "subtract" && node.left.type.kind === "date";

/** Whether every date in an expression is moved by a whole number of units. */
export const movesByWhole = (node: Node, known: Known): boolean =>
  (node.op !== "shift" || isWholeNumber(node.by, known)) &&
  childrenOf(node).every((part) => movesByWhole(part, known));
