import { accept, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import type { SearchPage } from "../contract.ts";
import { excerptOf } from "../model/corpus/excerpt.ts";
import type { CorpusRefusal } from "../model/corpus/refusals.ts";
import { searchWords } from "../model/corpus/search-words.ts";
import { searchClauses } from "../store/search.ts";

export type CorpusSearch = {
  readonly text: string;
  readonly document?: string;
  readonly limit: number;
};

/** Finds the clauses that hold what is looked for, the likeliest first. */
export async function searchCorpus(
  tx: Tx,
  { text, document, limit }: CorpusSearch,
): Promise<Decision<SearchPage, CorpusRefusal>> {
  const asked = searchWords(text);
  if (!asked.ok) return asked;
  const words = asked.value.map(({ word }) => word);
  const order = { words: asked.value, limit, ...(document === undefined ? {} : { document }) };
  const clauses = await searchClauses(tx, order);
  return accept({
    words,
    found: clauses[0]?.found ?? 0,
    hits: clauses.map((clause) => {
      const { text: excerpt, marks } = excerptOf(clause.text, words);
      const { document: of, item, kind, heading, words: met } = clause;
      return { document: of, item, kind, heading, excerpt, marks: [...marks], words: met };
    }),
  });
}
