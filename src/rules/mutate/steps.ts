import { add, multiply, negate, one, type Ratio } from "../../base/ratio.ts";
import { defaultQuantum, parseUnit } from "../../base/unit.ts";
import { unitOf } from "../check/units.ts";
import type { Node } from "../ir.ts";
import { dateOfDay, dayNumber } from "../evaluate/days.ts";
import { isNumber } from "./change.ts";

/** The finest step of a unit, in base units. */
export const stepOfUnit = (unit: string): Ratio =>
  multiply(defaultQuantum(unit), parseUnit(unit)?.factor ?? one);

/** The finest step in which a number of this kind is stated, in base units. */
export function stepOf(node: Node): Ratio {
  const unit = isNumber(node.type) ? unitOf(node.type.dimension) : undefined;
  return stepOfUnit(unit ?? "1");
}

export const ways = ["up", "down"] as const;
export type Way = (typeof ways)[number];

/** One step more, or one less. */
export const stepped = (value: Ratio, step: Ratio, way: Way): Ratio =>
  add(value, way === "up" ? step : negate(step));

/** The day after, or the day before. */
export const dayBeside = (date: string, way: Way): string =>
  dateOfDay(dayNumber(date) + (way === "up" ? 1 : -1));

/** A number that is one step more or less than an expression comes to. */
export const moved = (node: Node, step: Ratio, way: Way): Node => ({
  op: "add",
  left: node,
  right: {
    op: "number",
    value: way === "up" ? step : negate(step),
    type: node.type,
    span: node.span,
  },
  type: node.type,
  span: node.span,
});
