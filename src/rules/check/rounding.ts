import { compareRatio, one, zero } from "../../base/ratio.ts";
import type { Rounding } from "../../base/rounding.ts";
import { sameDimension } from "../../base/unit.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Checking } from "./checking.ts";
import { checkQuantity } from "./numbers.ts";
import { pureNumber, writtenUnit } from "./units.ts";

type Call = Extract<Syntax, { op: "call" }>;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

export function checkAbsolute(checking: Checking, call: Call): Node | undefined {
  const [only, more] = call.args;
  if (!only || more) return wrongCount(checking, call, 1);
  const arg = checkQuantity(checking, only);
  return arg && { op: "abs", arg, type: arg.type, span: spanOf(call) };
}

export function wrongCount({ note }: Checking, call: Call, expected: number): undefined {
  return note("function_arguments", { name: call.name, expected, found: call.args.length }, call);
}

/** `floor(x)` of a pure number, and `floor(x, step)` of a quantity to multiples of a step. */
export function checkRounding(checking: Checking, call: Call, mode: Rounding): Node | undefined {
  const [first, second, more] = call.args;
  if (!first || more) return wrongCount(checking, call, 2);
  const arg = checkQuantity(checking, first);
  if (arg?.type.kind !== "number") return undefined;
  const span = spanOf(call);
  const isPure = sameDimension(arg.type.dimension, {});
  if (!second && !isPure) {
    const unit = writtenUnit(arg, checking.scope);
    return checking.note("step_missing", { name: call.name, unit }, call);
  }
  const unit: Node = { op: "number", value: one, type: pureNumber, span };
  const step = second ? checkStep(checking, arg, second) : unit;
  return step && { op: "round", mode, arg, step, type: arg.type, span };
}

/** A step is a figure of the law with a unit: a number of decimals, as in FEEL, would be none. */
function checkStep(checking: Checking, arg: Node, syntax: Syntax): Node | undefined {
  const { scope, note } = checking;
  const step = checkQuantity(checking, syntax);
  if (step?.type.kind !== "number" || arg.type.kind !== "number") return undefined;
  const values = step.op === "parameter" ? (scope.parameters[step.parameter]?.values ?? []) : [];
  const isFigure =
    values.length > 0 && values.every(({ min, max }) => compareRatio(min, max) === 0);
  if (!isFigure || sameDimension(step.type.dimension, {})) return note("step_unfit", {}, syntax);
  if (values.some(({ min }) => compareRatio(min, zero) <= 0)) {
    return note("step_not_positive", {}, syntax);
  }
  if (sameDimension(step.type.dimension, arg.type.dimension)) return step;
  const [left, right] = [writtenUnit(arg, scope), writtenUnit(step, scope)];
  return note("unit_mismatch", { left, right }, syntax);
}
