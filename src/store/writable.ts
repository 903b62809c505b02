import { system } from "./actor.ts";
import type { Db, Tx } from "./db.ts";
import { sql } from "./sql.ts";

/** Whether nothing can be written: it was forbidden, or the server is a standby. */
export async function isReadOnly(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ held: boolean }>(sql`
    select current_setting('transaction_read_only') = 'on' as held`);
  return rows[0]?.held ?? false;
}

/** Whether anything can be written here and now. */
export const isWritable = async (db: Db): Promise<boolean> =>
  !(await db.transaction(system("store.writable"), isReadOnly));
