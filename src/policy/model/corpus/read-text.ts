import type { ReadClause } from "../clause.ts";

/** A document as its text was read; one file may hold several. */
export type ReadText = {
  readonly shape: "table" | "outline" | "flat_table" | "gazette";
  /** What the text itself says that it is called; some texts do not say it. */
  readonly title: string | undefined;
  readonly clauses: readonly ReadClause[];
};
