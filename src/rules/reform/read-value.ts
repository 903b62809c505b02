import { divide, one, parseRatio, toDecimal, type Ratio } from "../../base/ratio.ts";
import { parseUnit, toBase } from "../../base/unit.ts";
import type { ParameterIr } from "../ir.ts";
import { readFigure } from "../resolve/figures.ts";

/**
 * A figure of a parameter in base units, as it is written in the parameter's own unit: "25",
 * "0.5", "1/3". Undefined where it is no figure, or the parameter is a day.
 */
export function readValue({ unit: name }: ParameterIr, text: string): Ratio | undefined {
  const unit = parseUnit(name);
  const figure = readFigure(text);
  return unit && figure ? toBase(figure, unit) : undefined;
}

/** A figure in base units as it is written in the parameter's own unit, exactly. */
export function writeValue({ unit: name }: ParameterIr, value: Ratio): string {
  const figure = divide(value, parseUnit(name)?.factor ?? one);
  const decimal = toDecimal(figure);
  const back = parseRatio(decimal);
  return back?.n === figure.n && back.d === figure.d ? decimal : `${figure.n}/${figure.d}`;
}
