import type { ReadClause } from "../clause.ts";

/** What an import makes of the text that was there before, clause by clause. */
export type TextChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
};

/** The addresses that are new, gone, or hold other words than before. */
export function textChanges(
  before: readonly ReadClause[],
  after: readonly ReadClause[],
): TextChanges {
  const was = new Map(before.map(({ item, sha256 }) => [item, sha256]));
  const is = new Set(after.map(({ item }) => item));
  const items = (clauses: readonly ReadClause[]) => clauses.map(({ item }) => item);
  return {
    added: items(after.filter(({ item }) => !was.has(item))),
    removed: items(before.filter(({ item }) => !is.has(item))),
    changed: items(after.filter(({ item, sha256 }) => was.has(item) && was.get(item) !== sha256)),
  };
}
