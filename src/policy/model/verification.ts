import type { Measure } from "../../rules/index.ts";
import type { Clause } from "./clause.ts";

/** How one coded measure stands against the text that an operator imported. */
export type VerificationLine = {
  readonly measure: string;
  readonly document: string;
  readonly item: string;
  readonly state: "verified" | "differs" | "not_imported";
  readonly expected: string;
  readonly found: string | undefined;
};

const key = (document: string, item: string) => `${document}\u0000${item}`;

/** Holds the hash of every coded measure against the clauses: a changed text raises its hand. */
export function verifyMeasures(
  measures: readonly Measure[],
  clauses: readonly Clause[],
): VerificationLine[] {
  const found = new Map(
    clauses.map((clause) => [key(clause.document, clause.item), clause.sha256]),
  );
  return measures.map(({ id, cite }) => {
    const item = String(cite.item);
    const hash = found.get(key(cite.document, item));
    const state =
      hash === undefined ? "not_imported" : hash === cite.sha256 ? "verified" : "differs";
    return {
      measure: id,
      document: cite.document,
      item,
      state,
      expected: cite.sha256,
      found: hash,
    };
  });
}
