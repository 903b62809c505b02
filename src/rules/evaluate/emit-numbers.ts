import { writeFiltered } from "./emit-filtered.ts";
import { writeMarks, writeTally, writeTotal } from "./emit-over.ts";
import type { Emitter, Ends } from "./emit.ts";
import { gone, none } from "./machine.ts";
import { isFolded, provenMax, type Folded, type NumberPlan, type Term } from "./plan.ts";
import { inapplicable, no, yes } from "./rows.ts";

/** Writes the statements of a number, and gives the names of its ends. */
export function writeNumber(plan: NumberPlan, emitter: Emitter): Ends {
  if (isFolded(plan)) return writeFolded(plan, emitter);
  switch (plan.op) {
    case "constant":
      return { low: `(${plan.min})`, high: `(${plan.max})` };
    case "fact": {
      const cell = (column: "low" | "high") => emitter.cell(column, plan);
      return declare(emitter, cell("low"), cell("high"));
    }
    case "as_of":
      return { low: "machine.day", high: "machine.day" };
    case "shift":
    case "elapsed":
      return writeTimed(plan, emitter);
    case "abs":
      return writeAbsolute(emitter.number(plan.arg), emitter);
    case "round":
      return writeRounding(plan, emitter);
    case "linear":
      return plan.terms
        .map((term) => writeTerm(term, emitter))
        .reduce((sum, term) => writeSum(sum, term, { emitter, size: plan.size }));
    case "product": {
      const [left, right] = [emitter.number(plan.left), emitter.number(plan.right)];
      return writeProduct(left, right, { emitter, size: plan.size });
    }
    case "extreme":
      return plan.terms
        .map((term) => writeTerm(term, emitter))
        .reduce((one, other) => writeExtreme(plan.fold, [one, other], emitter));
    case "choice":
      return writeChoice(plan, emitter);
  }
}

function writeFolded(plan: Folded, emitter: Emitter): Ends {
  switch (plan.op) {
    case "total":
      return writeTotal(plan, emitter);
    case "filtered":
      return writeFiltered(plan, emitter);
    case "tally":
      return writeTally(plan, emitter);
    case "marks":
      return writeMarks(plan, emitter);
  }
}

function declare(emitter: Emitter, low: string, high: string): Ends {
  const ends = { low: emitter.name("low"), high: emitter.name("high") };
  emitter.line(`const ${ends.low} = ${low}, ${ends.high} = ${high};`);
  return ends;
}

/** Names for two ends that branches fill in. */
export function reserve(emitter: Emitter): Ends {
  const ends = { low: emitter.name("low"), high: emitter.name("high") };
  emitter.line(`let ${ends.low} = NaN, ${ends.high} = 0;`);
  return ends;
}

export const isMissing = ({ low }: Ends): string => `${low} !== ${low}`;

/** Of two numbers one of which is missing: the reason that goes first. */
export const firstReason = (a: Ends, b: Ends): string =>
  `Math.min(${isMissing(a)} ? ${a.high} : ${none}, ${isMissing(b)} ? ${b.high} : ${none})`;

/** A check that a magnitude stays exact, where nothing has proved it. */
const guard = (text: string, size: number): string => (size <= provenMax ? text : `exact(${text})`);

export type Guarded = { readonly emitter: Emitter; readonly size: number };

/** A number brought to the step of its surroundings. */
export const writeTerm = ({ plan, factor }: Term, emitter: Emitter): Ends =>
  writeScaled(emitter.number(plan), factor, { emitter, size: plan.size * Math.abs(factor) });

export function writeScaled(ends: Ends, factor: number, { emitter, size }: Guarded): Ends {
  if (factor === 1) return ends;
  const [from, to] = factor < 0 ? [ends.high, ends.low] : [ends.low, ends.high];
  const scaled = reserve(emitter);
  emitter.line(`if (${isMissing(ends)}) ${scaled.high} = ${ends.high};`);
  emitter.line(`else { ${scaled.low} = ${guard(`${from} * (${factor})`, size)};`);
  emitter.line(`${scaled.high} = ${guard(`${to} * (${factor})`, size)}; }`);
  return scaled;
}

/** Fills two ends from two numbers that are both there; else the reason why not. */
function writeBoth(a: Ends, b: Ends, emitter: Emitter): { out: Ends; fill: (text: Ends) => Ends } {
  const out = reserve(emitter);
  emitter.line(`if (${isMissing(a)} || ${isMissing(b)}) ${out.high} = ${firstReason(a, b)};`);
  const fill = (text: Ends): Ends => {
    emitter.line(`else { ${out.low} = ${text.low}; ${out.high} = ${text.high}; }`);
    return out;
  };
  return { out, fill };
}

function writeSum(a: Ends, b: Ends, { emitter, size }: Guarded): Ends {
  return writeBoth(a, b, emitter).fill({
    low: guard(`${a.low} + ${b.low}`, size),
    high: guard(`${a.high} + ${b.high}`, size),
  });
}

export function writeProduct(a: Ends, b: Ends, { emitter, size }: Guarded): Ends {
  const of = (one: string, other: string) => guard(`times(${one}, ${other})`, size);
  const all = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)].join(
    ", ",
  );
  return writeBoth(a, b, emitter).fill({ low: `Math.min(${all})`, high: `Math.max(${all})` });
}

function writeExtreme(fold: "min" | "max", [a, b]: readonly [Ends, Ends], emitter: Emitter): Ends {
  const pick = (one: string, other: string) => `Math.${fold}(${one}, ${other})`;
  return writeBoth(a, b, emitter).fill({
    low: pick(a.low, b.low),
    high: pick(a.high, b.high),
  });
}

function writeAbsolute(arg: Ends, emitter: Emitter): Ends {
  const low = `${arg.low} < 0 ? ${arg.high} >= 0 ? 0 : -${arg.high} : ${arg.low}`;
  const high = `${arg.low} < 0 ? Math.max(-${arg.low}, ${arg.high}) : ${arg.high}`;
  return declare(emitter, low, high);
}

type Round = Extract<NumberPlan, { op: "round" }>;

function writeRounding({ arg, mode, up, down }: Round, emitter: Emitter): Ends {
  const ends = emitter.number(arg);
  const out = reserve(emitter);
  const round = (end: string) =>
    `roundQuotient(exact(${end} * ${up}), ${down}, ${JSON.stringify(mode)})`;
  emitter.line(`if (${isMissing(ends)}) ${out.high} = ${ends.high};`);
  emitter.line(`else { ${out.low} = ${round(ends.low)}; ${out.high} = ${round(ends.high)}; }`);
  return out;
}

type Timed = Extract<NumberPlan, { op: "shift" | "elapsed" }>;

/** What the calendar makes of two numbers; the function leaves the upper end in the gauge. */
function writeTimed(plan: Timed, emitter: Emitter): Ends {
  const [a, b] = [writeTerm(plan.first, emitter), writeTerm(plan.second, emitter)];
  const [timing, unit] = [plan.op === "shift" ? "shifted" : "elapsed", JSON.stringify(plan.unit)];
  return writeBoth(a, b, emitter).fill({
    low: `${timing}(machine, ${unit}, [${a.low}, ${a.high}, ${b.low}, ${b.high}])`,
    high: "gauge.high",
  });
}

type Choice = Extract<NumberPlan, { op: "choice" }>;

function writeChoice(plan: Choice, emitter: Emitter): Ends {
  const truth = emitter.truth(plan.condition);
  const out = reserve(emitter);
  emitter.line(`if (${truth} === ${inapplicable}) ${out.high} = ${gone.notApplicable};`);
  emitter.line(`else if (${truth} === ${yes}) {`);
  copy(writeTerm(plan.then, emitter), out, emitter);
  emitter.line(`} else if (${truth} === ${no}) {`);
  copy(writeTerm(plan.otherwise, emitter), out, emitter);
  emitter.line("} else {");
  const [a, b] = [writeTerm(plan.then, emitter), writeTerm(plan.otherwise, emitter)];
  const isShaky = emitter.name("shaky");
  emitter.line(`const ${isShaky} = ${emitter.anyGone(plan.reads)};`);
  const isFinal = `(${a.high} === ${gone.notApplicable} || !${isShaky})`;
  emitter.line(`if (${isMissing(a)} || ${isMissing(b)}) ${out.high} = `);
  emitter.line(`${isMissing(a)} && ${isMissing(b)} && ${a.high} === ${b.high} && ${isFinal}`);
  emitter.line(`? ${a.high} : ${gone.open};`);
  emitter.line(`else if (${isShaky}) ${out.high} = ${gone.open};`);
  emitter.line(`else { ${out.low} = Math.min(${a.low}, ${b.low});`);
  emitter.line(`${out.high} = Math.max(${a.high}, ${b.high}); } }`);
  return out;
}

const copy = (from: Ends, to: Ends, emitter: Emitter): void =>
  emitter.line(`${to.low} = ${from.low}; ${to.high} = ${from.high};`);
