import type { FactRow } from "../../../src/policy/contract.ts";

const shown = 3;

const byReaders = (a: FactRow, b: FactRow): number => b.readBy - a.readBy;

/** One of its kind says more than three alike: an area, a use, and how the place lies. */
function kindOf(row: FactRow): "area" | "map" | "other" {
  if (row.unit === "m2") return "area";
  return row.source === "map" ? "map" : "other";
}

/** The three known facts at the head: the most read of each kind, filled up with the most read. */
function headKnown(known: readonly FactRow[]): FactRow[] {
  const kinds = (["area", "other", "map"] as const).flatMap((kind) => {
    const found = known.find((row) => kindOf(row) === kind);
    return found ? [found] : [];
  });
  const others = known.filter((row) => !kinds.includes(row));
  return [...kinds, ...others].slice(0, shown);
}

/** The facts that most rules read: three that are known, and the one most waited for. */
export function headFacts(rows: readonly FactRow[]): { head: FactRow[]; rest: FactRow[] } {
  const sorted = [...rows].sort(byReaders);
  const known = sorted.filter(({ state }) => state === "known" || state === "estimate");
  const unknown = sorted.filter(({ state }) => state === "unknown");
  const head = [...headKnown(known), ...unknown.slice(0, 1)];
  const rest = [...known, ...unknown, ...sorted.filter(({ state }) => state === "not_applicable")];
  return { head, rest: rest.filter((row) => !head.includes(row)) };
}
