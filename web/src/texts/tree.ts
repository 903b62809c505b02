import { grouped } from "../tables/grouped.ts";
import type { ClauseLine } from "../../../src/policy/contract.ts";

/** A clause with those that it is divided into, in the order of the text. */
export type Branch = { readonly clause: ClauseLine; readonly below: readonly Branch[] };

/** The clauses of a document as its tree; one whose parent is not there stands at the top. */
export function treeOf(clauses: readonly ClauseLine[]): Branch[] {
  const items = new Set(clauses.map(({ item }) => item));
  const byParent = grouped(clauses, ({ parent }) =>
    parent !== null && items.has(parent) ? parent : "",
  );
  const under = (parent: string): Branch[] =>
    (byParent.get(parent) ?? []).map((clause) => ({ clause, below: under(clause.item) }));
  return under("");
}
