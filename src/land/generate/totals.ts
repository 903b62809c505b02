import { invariant } from "../../base/invariant.ts";

/** A building whose storeys may change until the sum is as declared. */
export type Elastic = {
  readonly id: string;
  readonly footprintDm2: number;
  floors: number;
  readonly fewest: number;
  readonly most: number;
};

/**
 * Adds or takes storeys, one building after the other in the order given, as long as that brings
 * the sum nearer to the target. Changes `floors` of the list in place and returns the new sum.
 */
export function settleStoreys(
  list: readonly Elastic[],
  { sumDm2, targetDm2 }: { sumDm2: number; targetDm2: number },
): number {
  let sum = sumDm2;
  for (let before = NaN; before !== sum;) {
    before = sum;
    for (const item of list) sum += stepTowards(item, targetDm2 - sum);
  }
  return sum;
}

/** Adds or takes one storey where that leaves less area missing or too much; tells the change. */
function stepTowards(item: Elastic, missingDm2: number): number {
  const step = missingDm2 > 0 ? 1 : -1;
  const floors = item.floors + step;
  const change = step * item.footprintDm2;
  if (floors < item.fewest || floors > item.most) return 0;
  if (Math.abs(missingDm2 - change) >= Math.abs(missingDm2)) return 0;
  item.floors = floors;
  return change;
}

/**
 * Scales whole numbers so that they add up to the total exactly: by largest remainder, ties by
 * place.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + BigInt(part), 0n);
  invariant(sum > 0n, "there is something to share out");
  const rows = parts.map((part, index) => {
    const scaled = BigInt(part) * BigInt(total);
    return { index, whole: Number(scaled / sum), rest: scaled % sum };
  });
  let left = total - rows.reduce((all, { whole }) => all + whole, 0);
  const byRest = [...rows].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  );
  for (const row of byRest) {
    if (left === 0) break;
    row.whole += 1;
    left -= 1;
  }
  return rows.map(({ whole }) => whole);
}
