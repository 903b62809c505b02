import type { Tx } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import type { Clause } from "./model/clause.ts";

export type ImportedDocument = {
  readonly id: string;
  readonly title: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly items: number;
  readonly importedAt: string;
};

type ClauseRow = {
  document_id: string;
  item: string;
  mechanism: number;
  standing: string;
  lead: string;
  body: string;
  sha256: string;
};

const toClause = (row: ClauseRow): Clause => ({
  document: row.document_id,
  item: row.item,
  mechanism: row.mechanism,
  standing: row.standing,
  lead: row.lead,
  text: row.body,
  sha256: row.sha256,
});

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
  const rows = clauses.map(({ text, ...clause }, place) => ({ ...clause, body: text, place }));
  await tx.query(sql`
    insert into policy.clause
      (document_id, item, place, mechanism, standing, lead, body, sha256)
    select ${document.id}, item, place, mechanism, standing, lead, body, sha256
      from jsonb_to_recordset(${sql.json(rows)})
        as line (item text, place integer, mechanism integer, standing text, lead text,
                 body text, sha256 text)`);
}

/** Every clause that was imported, in the order of its document. */
export async function listClauses(tx: Tx): Promise<Clause[]> {
  const { rows } = await tx.query<ClauseRow>(sql`
    select document_id, item, mechanism, standing, lead, body, sha256
      from policy.clause
     order by document_id, place`);
  return rows.map(toClause);
}

export async function findClause(
  tx: Tx,
  document: string,
  item: string,
): Promise<Clause | undefined> {
  const { rows } = await tx.query<ClauseRow>(sql`
    select document_id, item, mechanism, standing, lead, body, sha256
      from policy.clause
     where document_id = ${document} and item = ${item}`);
  return rows[0] && toClause(rows[0]);
}

export type StoredEvaluation = {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly asOf: string;
  readonly encoding: string;
  readonly engine: string;
  readonly question: unknown;
  readonly facts: unknown;
  readonly answers: unknown;
};

type EvaluationRow = {
  evaluation_id: string;
  created_at: string;
  expires_at: string;
  as_of: string;
  encoding: string;
  engine: string;
  question: unknown;
  facts: unknown;
  answers: unknown;
};

export async function appendEvaluation(tx: Tx, evaluation: StoredEvaluation): Promise<void> {
  await tx.query(sql`
    insert into policy.evaluation
      (evaluation_id, created_at, expires_at, as_of, encoding, engine, question, facts, answers)
    values (${evaluation.id}, ${evaluation.createdAt}, ${evaluation.expiresAt},
            ${evaluation.asOf}, ${evaluation.encoding}, ${evaluation.engine},
            ${sql.json(evaluation.question)}, ${sql.json(evaluation.facts)},
            ${sql.json(evaluation.answers)})`);
}

/** An evaluation that has not expired at the instant given. */
export async function findEvaluation(
  tx: Tx,
  id: string,
  at: string,
): Promise<StoredEvaluation | undefined> {
  const { rows } = await tx.query<EvaluationRow>(sql`
    select evaluation_id, created_at, expires_at, as_of, encoding, engine,
           question, facts, answers
      from policy.evaluation
     where evaluation_id = ${id} and expires_at > ${at}`);
  const row = rows[0];
  return (
    row && {
      id: row.evaluation_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      asOf: row.as_of,
      encoding: row.encoding,
      engine: row.engine,
      question: row.question,
      facts: row.facts,
      answers: row.answers,
    }
  );
}

/** Forgets what has expired; returns how many evaluations that were. */
export async function dropExpiredEvaluations(tx: Tx, at: string): Promise<number> {
  const { rows } = await tx.query<{ evaluation_id: string }>(sql`
    delete from policy.evaluation where expires_at <= ${at} returning evaluation_id`);
  return rows.length;
}
