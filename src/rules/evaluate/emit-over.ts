import type { Emitter, Ends } from "./emit.ts";
import { gone, none } from "./machine.ts";
import type { NumberPlan, TruthPlan } from "./plan.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

type Total = Extract<NumberPlan, { op: "total" }>;
type Tally = Extract<NumberPlan, { op: "tally" }>;
type Over = Extract<TruthPlan, { op: "over" }>;

/** Names for two ends that a loop fills. */
function open(emitter: Emitter, low: string, high: string): Ends {
  const ends = { low: emitter.name("low"), high: emitter.name("high") };
  emitter.line(`let ${ends.low} = ${low}, ${ends.high} = ${high};`);
  return ends;
}

/** The sum, the least or the greatest of a number over the subjects of a level. */
export function writeTotal({ fold, level, body }: Total, emitter: Emitter): Ends {
  const out = open(emitter, "NaN", "NaN");
  const reason = emitter.name("reason");
  const { low, high } = out;
  emitter.line(`let ${reason} = ${none};`);
  const pick = (a: string, b: string) =>
    fold === "sum" ? `exact(${a} + ${b})` : `Math.${fold}(${a}, ${b})`;
  emitter.overSubjects(level, () => {
    const one = emitter.number(body);
    emitter.line(`if (${one.low} !== ${one.low}) ${reason} = Math.min(${reason}, ${one.high});`);
    emitter.line(`else { ${low} = ${low} !== ${low} ? ${one.low} : ${pick(low, one.low)};`);
    emitter.line(`${high} = ${high} !== ${high} ? ${one.high} : ${pick(high, one.high)}; }`);
  });
  const sum = fold === "sum" ? `${reason} === ${none}` : "false";
  emitter.line(`if (!${emitter.isListed(level)}) { if (${sum}) {`);
  emitter.line(`${low} = ${low} < 0 ? -Infinity : 0; ${high} = ${high} > 0 ? Infinity : 0;`);
  emitter.line(`} else { ${low} = NaN; ${high} = ${gone.open}; }`);
  emitter.line(`} else if (${reason} !== ${none}) { ${low} = NaN; ${high} = ${reason}; }`);
  const [empty, highEmpty] = fold === "sum" ? ["0", "0"] : ["NaN", String(gone.undefined)];
  emitter.line(`else if (${low} !== ${low}) { ${low} = ${empty}; ${high} = ${highEmpty}; }`);
  return out;
}

/** How many subjects of a level meet a condition. */
export function writeTally({ level, body, reads }: Tally, emitter: Emitter): Ends {
  const out = open(emitter, "0", "0");
  const isGone = emitter.name("gone");
  const { low, high } = out;
  const isShaky = emitter.name("shaky");
  emitter.line(`let ${isGone} = false, ${isShaky} = false;`);
  emitter.overSubjects(level, () => {
    const truth = emitter.truth(body);
    emitter.line(`if (${truth} === ${inapplicable}) ${isGone} = true;`);
    emitter.line(`else if (${truth} === ${yes}) { ${low}++; ${high}++; }`);
    emitter.line(`else if (${truth} === ${unknown}) ${high}++;`);
    emitter.line(`if (${truth} > ${yes} && ${emitter.anyGone(reads)}) ${isShaky} = true;`);
  });
  // Inside the loop it is asked of each subject, here of the one that nobody lists.
  const anyGone = emitter.anyGone(reads);
  const isListed = emitter.isListed(level);
  emitter.line(`if (${isGone} && ${isListed}) { ${low} = NaN; ${high} = ${gone.notApplicable}; }`);
  emitter.line(`else if (${isShaky} || (!${isListed} && ${high} > 0 && ${anyGone})) {`);
  emitter.line(`${low} = NaN; ${high} = ${gone.open}; }`);
  emitter.line(`else if (!${isListed}) { ${low} = 0; if (${high} > 0) ${high} = Infinity; }`);
  return out;
}

type Marks = Extract<NumberPlan, { op: "marks" }>;

/** How many of some conditions hold. */
export function writeMarks({ args }: Marks, emitter: Emitter): Ends {
  const out = open(emitter, "0", "0");
  const reason = emitter.name("reason");
  const { low, high } = out;
  emitter.line(`let ${reason} = ${none};`);
  for (const { truth: plan, reads } of args) {
    const truth = emitter.truth(plan);
    const isShaky = emitter.anyGone(reads);
    emitter.line(`if (${truth} === ${inapplicable}) ${reason} = ${gone.notApplicable};`);
    emitter.line(`else if (${truth} === ${yes}) { ${low}++; ${high}++; }`);
    emitter.line(`else if (${truth} === ${unknown}) { ${high}++;`);
    emitter.line(`if (${isShaky}) ${reason} = Math.min(${reason}, ${gone.open}); }`);
  }
  emitter.line(`if (${reason} !== ${none}) { ${low} = NaN; ${high} = ${reason}; }`);
  return out;
}

/** Whether some or every subject of a level meets a condition. */
export function writeOver({ fold, level, body }: Over, emitter: Emitter): string {
  const [wins, rest] = fold === "some" ? [yes, no] : [no, yes];
  const out = emitter.name("truth");
  emitter.line(`let ${out} = ${rest};`);
  emitter.overSubjects(level, () => {
    const truth = emitter.truth(body);
    emitter.line(`if (${truth} === ${wins}) { ${out} = ${wins}; break; }`);
    emitter.line(`if (${truth} === ${unknown}) ${out} = ${unknown}; else`);
    emitter.line(
      `if (${truth} === ${inapplicable} && ${out} === ${rest}) ${out} = ${inapplicable};`,
    );
  });
  emitter.line(`if (!${emitter.isListed(level)} && ${out} !== ${rest}) ${out} = ${unknown};`);
  return out;
}
