import { invariant } from "../../base/invariant.ts";

/** A sum of whole numbers that never rounds, whatever it grows to. */
export type ExactSum = { readonly add: (value: number) => void; readonly total: () => bigint };

/** Two numbers below it add up to one that doubles hold. */
const half = 2 ** 52;

export function exactSum(): ExactSum {
  let whole = 0n;
  let part = 0;
  return {
    add(value) {
      invariant(Number.isSafeInteger(value), `a sum is of whole numbers: ${value}`);
      if (Math.abs(value) >= half) {
        whole += BigInt(value);
        return;
      }
      part += value;
      if (Math.abs(part) < half) return;
      whole += BigInt(part);
      part = 0;
    },
    total: () => whole + BigInt(part),
  };
}
