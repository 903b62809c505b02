import type { FactRow } from "../../../src/policy/contract.ts";

const shown = 3;

const byReaders = (a: FactRow, b: FactRow): number => b.readBy - a.readBy;

/** The facts that most rules read: three that are known, and the one most waited for. */
export function headFacts(rows: readonly FactRow[]): { head: FactRow[]; rest: FactRow[] } {
  const sorted = [...rows].sort(byReaders);
  const known = sorted.filter(({ state }) => state === "known" || state === "estimate");
  const unknown = sorted.filter(({ state }) => state === "unknown");
  const head = [...known.slice(0, shown), ...unknown.slice(0, 1)];
  const rest = [...known, ...unknown, ...sorted.filter(({ state }) => state === "not_applicable")];
  return { head, rest: rest.filter((row) => !head.includes(row)) };
}
