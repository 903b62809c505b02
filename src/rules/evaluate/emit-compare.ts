import type { Emitter, Ends } from "./emit.ts";
import { firstReason, isMissing, reserve, writeProduct, writeScaled } from "./emit-numbers.ts";
import { gone, none } from "./machine.ts";
import type { Side, TruthPlan } from "./plan.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

type Compare = Extract<TruthPlan, { op: "compare" }>;
type SideEnds = { readonly top: Ends; readonly bottom: Ends | undefined };

/** Writes a comparison of two numbers, or of quotients multiplied out. */
export function writeCompare(plan: Compare, emitter: Emitter): string {
  const sides = [plan.left, plan.right].map((side) => writeSide(side, emitter));
  const [left, right] = sides as [SideEnds, SideEnds];
  const size = plan.size;
  const a = writeScaled(across(left, right, emitter), plan.factors[0], { emitter, size });
  const b = writeScaled(across(right, left, emitter), plan.factors[1], { emitter, size });
  const out = emitter.name("truth");
  const isGone = `${firstReason(a, b)} === ${gone.notApplicable}`;
  emitter.line(`const ${out} = ${isMissing(a)} || ${isMissing(b)}`);
  emitter.line(`? (${isGone} ? ${inapplicable} : ${unknown})`);
  emitter.line(`: ${answer(plan.comparison, a, b)};`);
  return out;
}

const writeSide = ({ top, bottom }: Side, emitter: Emitter): SideEnds => ({
  top: emitter.number(top),
  bottom: bottom && emitter.number(bottom),
});

/** One side multiplied by the other's denominator, both taken as positive. */
function across(side: SideEnds, other: SideEnds, emitter: Emitter): Ends {
  const own = side.bottom ? writeSigned(side.top, side.bottom, emitter) : side.top;
  if (!other.bottom) return own;
  const by = writeSigned(other.bottom, other.bottom, emitter);
  return writeProduct(own, by, { emitter, size: Infinity });
}

/** A number with the sign of a denominator; open where the denominator may be zero. */
function writeSigned(top: Ends, bottom: Ends, emitter: Emitter): Ends {
  const out = reserve(emitter);
  const isZero = `${bottom.low} <= 0 && ${bottom.high} >= 0`;
  const whyTop = `${isMissing(top)} ? ${top.high} : ${none}`;
  const whyBottom = `${isMissing(bottom)} ? ${bottom.high} : ${isZero} ? ${gone.open} : ${none}`;
  emitter.line(`if (${isMissing(top)} || ${isMissing(bottom)} || ${isZero}) {`);
  emitter.line(`${out.high} = Math.min(${whyTop}, ${whyBottom});`);
  emitter.line(`} else if (${bottom.high} < 0) {`);
  emitter.line(`${out.low} = -${top.high}; ${out.high} = -${top.low};`);
  emitter.line(`} else { ${out.low} = ${top.low}; ${out.high} = ${top.high}; }`);
  return out;
}

const below = (a: Ends, b: Ends, [is, isNot]: readonly [number, number]): string =>
  `${a.high} < ${b.low} ? ${is} : ${a.low} >= ${b.high} ? ${isNot} : ${unknown}`;

function equal(a: Ends, b: Ends, [is, isNot]: readonly [number, number]): string {
  const isApart = `${a.high} < ${b.low} || ${b.high} < ${a.low}`;
  const isPoint = `${a.low} === ${a.high} && ${b.low} === ${b.high}`;
  return `${isApart} ? ${isNot} : ${isPoint} ? ${is} : ${unknown}`;
}

function answer(comparison: Compare["comparison"], a: Ends, b: Ends): string {
  switch (comparison) {
    case "<":
      return below(a, b, [yes, no]);
    case ">=":
      return below(a, b, [no, yes]);
    case ">":
      return below(b, a, [yes, no]);
    case "<=":
      return below(b, a, [no, yes]);
    case "=":
      return equal(a, b, [yes, no]);
    case "!=":
      return equal(a, b, [no, yes]);
  }
}
