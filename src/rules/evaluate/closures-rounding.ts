import { roundQuotient, type Rounding } from "../../base/rounding.ts";
import { exact, gauge, type NumberRun } from "./machine.ts";

/** The size of a number, whatever its sign. */
export function runAbsolute(run: NumberRun): NumberRun {
  return (machine) => {
    const low = run(machine);
    const high = gauge.high;
    if (Number.isNaN(low) || low >= 0) return low;
    gauge.high = Math.max(-low, high);
    return high >= 0 ? 0 : -high;
  };
}

export type Scale = { readonly mode: Rounding; readonly up: number; readonly down: number };

/** Both ends as whole steps of what they are rounded to. */
export function runRounding(run: NumberRun, { mode, up, down }: Scale): NumberRun {
  return (machine) => {
    const low = run(machine);
    if (Number.isNaN(low)) return low;
    gauge.high = roundQuotient(exact(gauge.high * up), down, mode);
    return roundQuotient(exact(low * up), down, mode);
  };
}
