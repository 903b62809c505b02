import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";

const before = (now: Date, days: number): Fragment =>
  sql`at < ${now.toISOString()}::timestamptz - make_interval(days => ${days}::int)`;

/** What is kept of a file beside the import itself. */
const tables = ["land.import_part", "land.import_row", "land.import_refusal"] as const;

/**
 * Gives up files that nobody has confirmed for so many days: their bytes and rows are dropped, the
 * import stays as cancelled. Tells how many.
 */
export async function dropUnconfirmed(tx: Tx, now: Date, days: number): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(sql`
    update land.import set state = 'cancelled'
     where state in ('receiving', 'waiting', 'refused') and ${before(now, days)}
    returning id`);
  const ids = rows.map(({ id }) => id);
  for (const table of tables) {
    await tx.query(sql`delete from ${sql.id(tables, table)} where import = any(${ids}::uuid[])`);
  }
  return ids.length;
}

/** Forgets why rows of imports were refused that are in for so many days. */
export async function dropOldRefusals(tx: Tx, now: Date, days: number): Promise<void> {
  await tx.query(sql`
    delete from land.import_refusal
     where import in (select id from land.import where state = 'done' and ${before(now, days)})`);
}

/** Imports under way for which no job is left, and which nobody can be working on any more. */
export async function listAbandoned(tx: Tx, now: Date, queue: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(sql`
    select id from land.import
     where state in ('reading', 'importing')
       and at < ${now.toISOString()}::timestamptz - interval '2 hours'
       and not exists (select from job.job
                        where name = ${queue} and state in ('created', 'retry', 'active')
                          and data #>> '{about,import}' = land.import.id::text)`);
  return rows.map(({ id }) => id);
}
