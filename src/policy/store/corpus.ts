import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { Clause, ClauseKind } from "../model/clause.ts";
import { searchVector } from "../model/corpus/search-words.ts";

export type ImportedDocument = {
  readonly id: string;
  readonly title: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  /** How many clauses its tree has. */
  readonly items: number;
  readonly importedAt: string;
};

type ClauseRow = {
  document_id: string;
  item: string;
  parent: string | null;
  kind: ClauseKind;
  ordinal: number;
  heading: string;
  cells: string[];
  body: string;
  sha256: string;
};

const toClause = (row: ClauseRow): Clause => ({
  document: row.document_id,
  item: row.item,
  parent: row.parent,
  kind: row.kind,
  ordinal: row.ordinal,
  heading: row.heading,
  cells: row.cells,
  text: row.body,
  sha256: row.sha256,
});

const clauseColumns = sql`
  document_id, item, parent, kind, ordinal, heading, cells, body, sha256`;

/** Puts a document and all its clauses in place of what an earlier import left. */
export async function putDocument(
  tx: Tx,
  document: ImportedDocument,
  clauses: readonly Clause[],
): Promise<void> {
  await tx.query(sql`delete from policy.document where document_id = ${document.id}`);
  await tx.query(sql`
    insert into policy.document
      (document_id, title, source_name, source_sha256, items, imported_at)
    values (${document.id}, ${document.title}, ${document.sourceName},
            ${document.sourceSha256}, ${document.items}, ${document.importedAt})`);
  const rows = clauses.map(({ text, ...clause }, place) => ({
    ...{ ...clause, body: text, place },
    words: searchVector(clause.heading, text),
  }));
  await tx.query(sql`
    insert into policy.clause
      (document_id, item, place, parent, kind, ordinal, heading, cells, body, sha256, words)
    select ${document.id}, item, place, parent, kind, ordinal, heading, cells, body, sha256,
           words::tsvector
      from jsonb_to_recordset(${sql.json(rows)})
        as line (item text, place integer, parent text, kind text, ordinal integer,
                 heading text, cells jsonb, body text, sha256 text, words text)`);
}

/** Every clause that was imported, in the order of its document. */
export async function listClauses(tx: Tx): Promise<Clause[]> {
  const { rows } = await tx.query<ClauseRow>(sql`
    select ${clauseColumns} from policy.clause order by document_id, place`);
  return rows.map(toClause);
}

/** The clauses of one document, in its order. */
export async function listClausesOf(tx: Tx, document: string): Promise<Clause[]> {
  const { rows } = await tx.query<ClauseRow>(sql`
    select ${clauseColumns} from policy.clause where document_id = ${document} order by place`);
  return rows.map(toClause);
}

export async function findClause(
  tx: Tx,
  document: string,
  item: string,
): Promise<Clause | undefined> {
  const { rows } = await tx.query<ClauseRow>(sql`
    select ${clauseColumns} from policy.clause
     where document_id = ${document} and item = ${item}`);
  return rows[0] && toClause(rows[0]);
}

const documentColumns = sql`
  document_id as id, title, source_name as "sourceName", source_sha256 as "sourceSha256", items,
  imported_at as "importedAt"`;

/** The documents whose texts were imported. */
export async function listDocuments(tx: Tx): Promise<ImportedDocument[]> {
  const { rows } = await tx.query<ImportedDocument>(sql`
    select ${documentColumns} from policy.document order by document_id`);
  return rows;
}
