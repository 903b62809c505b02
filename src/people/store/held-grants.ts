import type { Grant } from "../../base/actor.ts";
import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";

type HeldRow = { role: string; scope: string; delegated_by: string | null };

/**
 * What an account may act as at an instant: its own grants, and what others delegated to it for as
 * long as they hold it themselves and may sign in. Read anew for each request: what is withdrawn
 * ends at once.
 */
export async function grantsOf(tx: Tx, accountId: string, now: Date): Promise<Grant[]> {
  const at = now.toISOString();
  const { rows } = await tx.query<HeldRow>(sql`
    select role, scope, null as delegated_by
      from people.role_grant
     where account_id = ${accountId}
       and withdrawn_at is null
    union all
    select delegation.role, delegation.scope, delegation.from_account
      from people.delegation
     where delegation.to_account = ${accountId}
       and delegation.withdrawn_at is null
       and delegation.since <= ${at}
       and delegation.until > ${at}
       and exists (
             select 1
               from people.role_grant as held
               join people.account as lender on lender.account_id = held.account_id
              where lender.disabled_at is null
                and held.account_id = delegation.from_account
                and held.role = delegation.role
                and held.withdrawn_at is null
                and starts_with(delegation.scope || '.', held.scope || '.'))
     order by role, scope, delegated_by nulls first`);
  return rows.map(({ role, scope, delegated_by }) => ({
    role,
    scope,
    ...(delegated_by === null ? {} : { delegatedBy: delegated_by }),
  }));
}
