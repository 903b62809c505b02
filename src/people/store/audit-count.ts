import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";

/** How many rows of the audit trail are about what an account did, or was done to it. */
export async function countAudit(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*) as count
      from people.audit
     where actor = ${accountId}
        or (resource_kind = 'account' and resource_id = ${accountId})`);
  return rows[0]?.count ?? 0;
}
