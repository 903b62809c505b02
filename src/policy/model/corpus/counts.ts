import type { ClauseKind, ReadClause } from "../clause.ts";

/** How many clauses of each kind stand under each clause that has any, in the text's order. */
export type ClauseCounts = Readonly<Partial<Record<ClauseKind, readonly number[]>>>;

export function countClauses(clauses: readonly ReadClause[]): ClauseCounts {
  const counts = new Map<ClauseKind, Map<string | null, number>>();
  for (const { kind, parent } of clauses) {
    const under = counts.get(kind) ?? new Map<string | null, number>();
    counts.set(kind, under.set(parent, (under.get(parent) ?? 0) + 1));
  }
  return Object.fromEntries([...counts].map(([kind, under]) => [kind, [...under.values()]]));
}

type Declared = Readonly<Partial<Record<ClauseKind, number | readonly number[]>>>;

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** "5 chapters" or, told one by one, "3/6/4/5 items". */
const say = (kind: string, count: number | readonly number[]): string =>
  `${typeof count === "number" ? count : count.join("/")} ${kind}`;

/** The kinds whose number is not what the pack declares, as expected and as found. */
export function miscounted(
  declared: Declared,
  clauses: readonly ReadClause[],
): { expected: string; found: string } | undefined {
  const counts = countClauses(clauses);
  const kinds = [...new Set([...Object.keys(declared), ...Object.keys(counts)])] as ClauseKind[];
  const wrong = kinds.flatMap((kind) => {
    const wanted = declared[kind] ?? 0;
    const under = counts[kind] ?? [];
    const found = typeof wanted === "number" ? total(under) : under;
    const expected = say(kind, wanted);
    return expected === say(kind, found) ? [] : [{ expected, found: say(kind, found) }];
  });
  if (wrong.length === 0) return undefined;
  return {
    expected: wrong.map(({ expected }) => expected).join(", "),
    found: wrong.map(({ found }) => found).join(", "),
  };
}
