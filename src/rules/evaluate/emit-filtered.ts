import type { Emitter, Ends } from "./emit.ts";
import { gone, none } from "./machine.ts";
import type { NumberPlan } from "./plan.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

type Filtered = Extract<NumberPlan, { op: "filtered" }>;

function range(emitter: Emitter): Ends {
  const ends = { low: emitter.name("low"), high: emitter.name("high") };
  emitter.line(`let ${ends.low} = NaN, ${ends.high} = NaN;`);
  return ends;
}

/** Takes one more number into a least or a greatest. */
function widen(fold: "min" | "max", by: Ends): (to: Ends) => string {
  const end = (to: string, one: string) =>
    `${to} = ${to} !== ${to} ? ${one} : Math.${fold}(${to}, ${one});`;
  return (to) => `${end(to.low, by.low)} ${end(to.high, by.high)}`;
}

/** The least or greatest of the subjects that pass; open while it may turn out that none does. */
export function writeFiltered(plan: Filtered, emitter: Emitter): Ends {
  const { fold, level, body, filter, reads } = plan;
  const [sure, any, out] = [range(emitter), range(emitter), range(emitter)];
  const reason = emitter.name("reason");
  emitter.line(`let ${reason} = ${none};`);
  emitter.overSubjects(level, () => {
    const passes = emitter.truth(filter);
    emitter.line(`if (${passes} === ${inapplicable}) ${reason} = ${gone.notApplicable};`);
    emitter.line(`if (${passes} === ${inapplicable} || ${passes} === ${no}) continue;`);
    emitter.line(`if (${passes} === ${unknown} && ${emitter.anyGone(reads)})`);
    emitter.line(`${reason} = Math.min(${reason}, ${gone.open});`);
    const one = emitter.number(body);
    const why = `${passes} === ${yes} ? ${one.high} : ${gone.open}`;
    emitter.line(`if (${one.low} !== ${one.low}) ${reason} = Math.min(${reason}, ${why});`);
    const take = widen(fold, one);
    emitter.line(`else { ${take(any)} if (${passes} === ${yes}) { ${take(sure)} } }`);
  });
  const [low, high] = fold === "min" ? [any.low, sure.high] : [sure.low, any.high];
  emitter.line(`if (!${emitter.isListed(level)}) ${out.high} = ${gone.open};`);
  emitter.line(`else if (${reason} !== ${none}) ${out.high} = ${reason};`);
  emitter.line(`else if (${any.low} !== ${any.low}) ${out.high} = ${gone.undefined};`);
  emitter.line(`else if (${sure.low} !== ${sure.low}) ${out.high} = ${gone.open};`);
  emitter.line(`else { ${out.low} = ${low}; ${out.high} = ${high}; }`);
  return out;
}
