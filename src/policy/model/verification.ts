import type { Citing } from "./citations.ts";
import type { Clause } from "./clause.ts";

export const verificationStates = ["verified", "differs", "not_imported"] as const;
export type VerificationState = (typeof verificationStates)[number];

/** How one citation stands against the text that an operator imported. */
export type VerificationLine = {
  readonly citing: Citing;
  readonly state: VerificationState;
  /** The hash of the clause as it was imported; none where the document has no such clause. */
  readonly found: string | undefined;
};

const key = (document: string, item: string) => `${document}\u0000${item}`;

type Held = Pick<Clause, "document" | "item" | "sha256">;

/**
 * Holds the hash of every citation against the clauses: a changed text raises its hand, and so does
 * an imported one in which the clause is not to be found.
 */
export function verifyCitations(
  citations: readonly Citing[],
  clauses: readonly Held[],
): VerificationLine[] {
  const found = new Map(clauses.map(({ document, item, sha256 }) => [key(document, item), sha256]));
  const documents = new Set(clauses.map(({ document }) => document));
  return citations.map((citing) => {
    const hash = found.get(key(citing.document, citing.item));
    if (!documents.has(citing.document)) return { citing, state: "not_imported", found: hash };
    return { citing, state: hash === citing.sha256 ? "verified" : "differs", found: hash };
  });
}

/** How many citations of a document stand how. */
export type DocumentVerification = { readonly document: string } & Readonly<
  Record<VerificationState, number>
>;

export function verificationByDocument(lines: readonly VerificationLine[]): DocumentVerification[] {
  const documents = [...new Set(lines.map(({ citing }) => citing.document))];
  return documents.map((document) => {
    const own = lines.filter(({ citing }) => citing.document === document);
    const count = (state: VerificationState) => own.filter((line) => line.state === state).length;
    const [verified, differs] = [count("verified"), count("differs")];
    return { document, verified, differs, not_imported: count("not_imported") };
  });
}
