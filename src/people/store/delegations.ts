import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Delegation } from "../contract/grant.ts";
import { visibleTo } from "./visible.ts";

type DelegationRow = {
  delegation_id: string;
  from_account: string;
  to_account: string;
  role: string;
  scope: string;
  since: string;
  until: string;
  version: number;
};

const toDelegation = (row: DelegationRow): Delegation => ({
  id: row.delegation_id,
  from: row.from_account,
  to: row.to_account,
  role: row.role,
  scope: row.scope,
  since: row.since,
  until: row.until,
  version: row.version,
});

const columns = sql`delegation_id, from_account, to_account, role, scope, since, until, version`;

const owners = [sql`from_account`, sql`to_account`];

/** The delegations that have not ended and that the actor may see, the soonest to end first. */
export async function listDelegations(tx: Tx, now: Date): Promise<Delegation[]> {
  const { rows } = await tx.query<DelegationRow>(sql`
    select ${columns}
      from people.delegation
     where ${visibleTo(tx.actor, "delegation", { scope: sql`scope`, owners })}
       and withdrawn_at is null
       and until > ${now.toISOString()}
     order by until, delegation_id`);
  return rows.map(toDelegation);
}

/** The names of accounts, for those who lend to them or borrow from them. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; name: string }>(sql`
    select account_id as id, name
      from people.account
     where account_id = any (${[...ids]}::text[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Asked = { readonly id: string; readonly now: Date };

const oneInForce = async (
  tx: Tx,
  { id, now }: Asked,
  locking: Fragment,
): Promise<Delegation | undefined> => {
  const { rows } = await tx.query<DelegationRow>(sql`
    select ${columns}
      from people.delegation
     where delegation_id = ${id}
       and withdrawn_at is null
       and until > ${now.toISOString()}
     ${locking}`);
  return rows[0] && toDelegation(rows[0]);
};

export const findDelegation = (tx: Tx, asked: Asked): Promise<Delegation | undefined> =>
  oneInForce(tx, asked, sql.empty);

export const lockDelegation = (tx: Tx, asked: Asked): Promise<Delegation | undefined> =>
  oneInForce(tx, asked, sql`for update`);

export async function appendDelegation(tx: Tx, made: Delegation): Promise<void> {
  await tx.query(sql`
    insert into people.delegation
      (delegation_id, from_account, to_account, role, scope, since, until)
    values (${made.id}, ${made.from}, ${made.to}, ${made.role}, ${made.scope}, ${made.since},
            ${made.until})`);
}

export async function putUntil(tx: Tx, id: string, until: string): Promise<void> {
  await tx.query(sql`
    update people.delegation
       set until = ${until}, version = version + 1
     where delegation_id = ${id}`);
}

export async function withdrawDelegation(tx: Tx, { id, now }: Asked): Promise<void> {
  await tx.query(sql`
    update people.delegation
       set withdrawn_at = ${now.toISOString()}, version = version + 1
     where delegation_id = ${id}`);
}
