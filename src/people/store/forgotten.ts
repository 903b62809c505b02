import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";

/** A disabled account keeps its owner's names for so long, in case it was a mistake. */
const namesKeptMs = 365 * 24 * 3_600_000;

/**
 * Takes the person out of accounts that were disabled long ago: names, address, subject, secrets.
 * The id stays, because the audit trail and the grants name it; nobody is known by it any more.
 */
export async function forgetDisabled(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - namesKeptMs).toISOString();
  const { rows } = await tx.query<{ account_id: string }>(sql`
    update people.account
       set name = '—', email = null, sign_in_name = 'gone-' || account_id,
           version = version + 1
     where disabled_at <= ${before}
       and sign_in_name <> 'gone-' || account_id
    returning account_id`);
  const ids = rows.map((row) => row.account_id);
  await tx.query(sql`delete from people.identity where account_id = any(${ids})`);
  await tx.query(sql`delete from people.password where account_id = any(${ids})`);
  await tx.query(sql`delete from people.factor where account_id = any(${ids})`);
  await tx.query(sql`delete from people.recovery_code where account_id = any(${ids})`);
  return ids.length;
}
