import type { Tx } from "../store/db.ts";
import { sql } from "../store/sql.ts";

export { findClause, listClauses } from "./store/corpus.ts";

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
