import { bilingual, type Bilingual } from "../../base/message.ts";
import { divide, one, parseRatio, toDecimal, type Ratio } from "../../base/ratio.ts";
import {
  parseUnit,
  sameDimension,
  unitNames,
  unitSymbol,
  type Dimension,
} from "../../base/unit.ts";
import type { Node, Program } from "../ir.ts";
import { childrenOf } from "../check/tree.ts";
import { inBoth } from "./wording.ts";

const exactDigits = 6;
const shownDigits = 2;

/** Digits grouped by three: 10,000. */
const grouped = (decimal: string): string => {
  const [whole = "", part] = decimal.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? apart : `${apart}.${part}`;
};

/** A figure as text; one that never ends is cut and says that it is about so much. */
export function plainFigure(value: Ratio): Bilingual {
  const text = toDecimal(value, exactDigits);
  const back = parseRatio(text);
  if (back?.n === value.n && back.d === value.d) return bilingual(grouped(text), grouped(text));
  const cut = grouped(toDecimal(value, shownDigits));
  return bilingual(`约 ${cut}`, `about ${cut}`);
}

/** What is printed after a figure; pure quotients such as m²/m² have no symbol. */
function symbolAfter(unit: string): Bilingual {
  if (unit === "%") return bilingual("%", "%");
  const isPure = sameDimension(parseUnit(unit)?.dimension ?? {}, {});
  return isPure ? bilingual("", "") : inBoth((locale) => ` ${unitSymbol(unit)[locale]}`);
}

const inUnit = (value: Ratio, unit: string): Ratio => divide(value, parseUnit(unit)?.factor ?? one);

/** A figure in base units, written in a unit. */
export function figureText(value: Ratio, unit: string): Bilingual {
  const [figure, symbol] = [plainFigure(inUnit(value, unit)), symbolAfter(unit)];
  const en = figure.en === "1" ? symbol.en.replace(/s$/, "") : symbol.en;
  return bilingual(figure.zh + symbol.zh, figure.en + en);
}

/** Both ends of a range in a unit; an end with a denominator of zero has no limit. */
export function rangeText(min: Ratio, max: Ratio, unit: string): Bilingual {
  const symbol = symbolAfter(unit);
  const end = (value: Ratio) => plainFigure(inUnit(value, unit));
  if (min.d === 0n && max.d === 0n) return bilingual("不限", "anything");
  if (max.d === 0n)
    return inBoth((at) => `${{ zh: "不低于 ", en: "at least " }[at]}${end(min)[at]}${symbol[at]}`);
  if (min.d === 0n)
    return inBoth((at) => `${{ zh: "不超过 ", en: "at most " }[at]}${end(max)[at]}${symbol[at]}`);
  return inBoth((at) => `${end(min)[at]}–${end(max)[at]}${symbol[at]}`);
}

function unitInside(node: Node, dimension: Dimension, program: Program): string | undefined {
  const fits = (unit: string | undefined): string | undefined =>
    unit !== undefined && sameDimension(parseUnit(unit)?.dimension ?? {}, dimension)
      ? unit
      : undefined;
  if (node.op === "fact") return fits(program.facts[node.fact]?.definition.unit);
  if (node.op === "parameter") return fits(program.parameters[node.parameter]?.unit);
  for (const part of childrenOf(node)) {
    const unit = unitInside(part, dimension, program);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** The units in which people speak where an expression names none of its own. */
const spoken = ["1", "m2", "m", "yuan", "years"] as const;

/** The unit in which to write what an expression is worth: that of its first fact or parameter. */
export function unitFor(node: Node, program: Program): string {
  if (node.type.kind !== "number") return "1";
  const { dimension } = node.type;
  const of = (unit: string) => sameDimension(parseUnit(unit)?.dimension ?? {}, dimension);
  return unitInside(node, dimension, program) ?? [...spoken, ...unitNames].find(of) ?? "1";
}
