import { visitAll } from "./closures-over.ts";
import { anyGone, type Read } from "./gone-facts.ts";
import { gauge, gone, noNumber, none, type NumberRun, type TruthRun } from "./machine.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

export type Filtered = {
  readonly fold: "min" | "max";
  readonly level: number;
  readonly body: NumberRun;
  readonly filter: TruthRun;
  readonly reads: readonly Read[];
};

/** The least or greatest of the subjects that pass; open while it may turn out that none does. */
export function runFiltered({ fold, level, body, filter, reads }: Filtered): NumberRun {
  const pick = Math[fold];
  return (machine) => {
    if (!machine.table.listed[level]) return noNumber(gone.open);
    const [sure, any] = [emptyRange(), emptyRange()];
    let reason: number = none;
    visitAll(machine, level, () => {
      const passes = filter(machine);
      if (passes === inapplicable) reason = gone.notApplicable;
      if (passes === inapplicable || passes === no) return true;
      if (passes === unknown && anyGone(machine, reads)) reason = Math.min(reason, gone.open);
      const low = body(machine);
      if (Number.isNaN(low)) {
        reason = Math.min(reason, passes === yes ? gauge.high : gone.open);
        return true;
      }
      widen(any, low, pick);
      if (passes === yes) widen(sure, low, pick);
      return true;
    });
    if (reason !== none) return noNumber(reason);
    if (Number.isNaN(any.low)) return noNumber(gone.undefined);
    if (Number.isNaN(sure.low)) return noNumber(gone.open);
    gauge.high = fold === "min" ? sure.high : any.high;
    return fold === "min" ? any.low : sure.low;
  };
}

type Range = { low: number; high: number };

const emptyRange = (): Range => ({ low: NaN, high: NaN });

/** Takes one more number into a least or a greatest; its upper end stands in the gauge. */
function widen(range: Range, low: number, pick: (a: number, b: number) => number): void {
  range.low = Number.isNaN(range.low) ? low : pick(range.low, low);
  range.high = Number.isNaN(range.high) ? gauge.high : pick(range.high, gauge.high);
}
