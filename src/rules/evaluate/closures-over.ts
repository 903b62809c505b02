import { anyGone, type Read } from "./gone-facts.ts";
import { exact, gauge, gone, noNumber, none } from "./machine.ts";
import type { Machine, NumberRun, TruthRun } from "./machine.ts";
import { inapplicable, no, unknown, yes } from "./rows.ts";

/** Folds over the subjects of a level. The current subject of the level is put back afterwards. */
type Visit = (machine: Machine) => boolean;

/** Visits each subject of a level until a visit says that the rest does not matter. */
export function visitAll(machine: Machine, level: number, visit: Visit): void {
  const all = machine.table.rows[level]!;
  const row = machine.rows[level]!;
  const at = machine.current[level]!;
  for (let index = 0; index < all.length; index++) {
    machine.rows[level] = all[index]!;
    machine.current[level] = index;
    if (!visit(machine)) break;
  }
  machine.rows[level] = row;
  machine.current[level] = at;
}

/** `some` and `every` mirror each other: `wins` ends the search, `rest` holds where it fails. */
export function truthOver(fold: "some" | "every", level: number, body: TruthRun): TruthRun {
  const [wins, rest] = fold === "some" ? [yes, no] : [no, yes];
  return (machine) => {
    let found = rest;
    visitAll(machine, level, () => {
      const truth = body(machine);
      if (truth === wins) found = wins;
      else if (truth === unknown) found = unknown;
      else if (truth === inapplicable && found === rest) found = inapplicable;
      return found !== wins;
    });
    if (machine.table.listed[level]) return found;
    return found === rest ? rest : unknown;
  };
}

export function countOver(level: number, body: TruthRun, reads: readonly Read[]): NumberRun {
  return (machine) => {
    let low = 0;
    let high = 0;
    let isGone = false;
    let isShaky = false;
    visitAll(machine, level, () => {
      const truth = body(machine);
      if (truth === inapplicable) isGone = true;
      if (truth !== no && truth !== yes && anyGone(machine, reads)) isShaky = true;
      if (truth === yes) low++;
      if (truth === yes || truth === unknown) high++;
      return true;
    });
    const isListed = machine.table.listed[level]!;
    if (isGone && isListed) return noNumber(gone.notApplicable);
    if (isShaky || (!isListed && high > 0 && anyGone(machine, reads))) return noNumber(gone.open);
    const isNone = high === 0;
    gauge.high = isListed || isNone ? high : Infinity;
    return isListed ? low : 0;
  };
}

type Mark = { readonly run: TruthRun; readonly reads: readonly Read[] };

/** How many of some conditions hold. */
export function runMarks(marks: readonly Mark[]): NumberRun {
  return (machine) => {
    let low = 0;
    let high = 0;
    let reason: number = none;
    for (const { run, reads } of marks) {
      const truth = run(machine);
      if (truth === inapplicable) reason = gone.notApplicable;
      if (truth === unknown && anyGone(machine, reads)) reason = Math.min(reason, gone.open);
      if (truth === yes) low++;
      if (truth === yes || truth === unknown) high++;
    }
    if (reason !== none) return noNumber(reason);
    gauge.high = high;
    return low;
  };
}

export function totalOver(fold: "sum" | "min" | "max", level: number, body: NumberRun): NumberRun {
  const pick = fold === "sum" ? (a: number, b: number) => exact(a + b) : Math[fold];
  return (machine) => {
    let low = NaN;
    let high = NaN;
    let reason: number = none;
    visitAll(machine, level, () => {
      const from = body(machine);
      if (Number.isNaN(from)) reason = Math.min(reason, gauge.high);
      else {
        low = Number.isNaN(low) ? from : pick(low, from);
        high = Number.isNaN(high) ? gauge.high : pick(high, gauge.high);
      }
      return true;
    });
    if (!machine.table.listed[level]) {
      return fold === "sum" && reason === none ? anySum(low, high) : noNumber(gone.open);
    }
    if (reason !== none) return noNumber(reason);
    if (Number.isNaN(low)) return fold === "sum" ? nothing() : noNumber(gone.undefined);
    gauge.high = high;
    return low;
  };
}

function nothing(): number {
  gauge.high = 0;
  return 0;
}

/** The sum of no value, of one, or of any number of them. */
function anySum(low: number, high: number): number {
  gauge.high = high > 0 ? Infinity : 0;
  return low < 0 ? -Infinity : 0;
}
