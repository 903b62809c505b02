import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { ClauseKind } from "../model/clause.ts";
import type { SearchWord } from "../model/corpus/search-words.ts";

export type FoundClause = {
  readonly document: string;
  readonly item: string;
  readonly kind: ClauseKind;
  readonly heading: string;
  readonly text: string;
  readonly words: number;
  /** How many clauses were found in all. */
  readonly found: number;
};

export type SearchOrder = {
  readonly words: readonly SearchWord[];
  readonly document?: string;
  readonly limit: number;
};

/**
 * The clauses that hold a word looked for: first those with most of the words, then those where
 * the words stand near each other or in the heading. Ranks are rounded, so that both engines
 * order alike.
 */
export async function searchClauses(tx: Tx, order: SearchOrder): Promise<FoundClause[]> {
  const queries = order.words.map(({ query }) => `(${query})`);
  const any = queries.join(" | ");
  const all = queries.join(" & ");
  const { rows } = await tx.query<FoundClause>(sql`
    with asked as (select query::tsquery as query from jsonb_array_elements_text(
                     ${sql.json(queries)}) as query),
    hit as (
      select document_id, item, kind, heading, body, place,
             (select count(*)::integer from asked where words @@ asked.query) as met,
             round(ts_rank_cd(words, ${all}::tsquery, 1)::numeric, 4) as near,
             round(ts_rank(words, ${any}::tsquery, 1)::numeric, 4) as often
        from policy.clause
       where words @@ ${any}::tsquery
         and (${order.document ?? null}::text is null or document_id = ${order.document ?? null})
    )
    select document_id as document, item, kind, heading, body as text, met as words,
           (count(*) over ())::integer as found
      from hit
     order by met desc, near desc, often desc, document_id, place
     limit ${order.limit}`);
  return rows;
}
