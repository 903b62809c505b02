import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { GrantChange, GrantLine, GrantQuery } from "../contract/grant.ts";
import { isUnder } from "./organisations.ts";
import { visibleTo } from "./visible.ts";

type GrantRow = {
  grant_id: string;
  account_id: string;
  role: string;
  scope: string;
  granted_by: string | null;
  granted_at: string;
  version: number;
};

const toGrant = (row: GrantRow): GrantLine => ({
  id: row.grant_id,
  account: row.account_id,
  role: row.role,
  scope: row.scope,
  grantedBy: row.granted_by,
  grantedAt: row.granted_at,
  version: row.version,
});

const columns = sql`grant_id, account_id, role, scope, granted_by, granted_at, version`;

/** The grants in force that the actor may see. */
export async function listGrants(
  tx: Tx,
  { account, role, under }: GrantQuery,
): Promise<GrantLine[]> {
  const seen = visibleTo(tx.actor, "grant", { scope: sql`scope`, owners: [sql`account_id`] });
  const wanted = sql.and([
    seen,
    sql`withdrawn_at is null`,
    ...(account === undefined ? [] : [sql`account_id = ${account}`]),
    ...(role === undefined ? [] : [sql`role = ${role}`]),
    ...(under === undefined ? [] : [isUnder(sql`scope`, under)]),
  ]);
  const { rows } = await tx.query<GrantRow>(sql`
    select ${columns} from people.role_grant where ${wanted} order by scope, role, account_id`);
  return rows.map(toGrant);
}

const oneInForce = async (
  tx: Tx,
  id: string,
  locking: Fragment,
): Promise<GrantLine | undefined> => {
  const { rows } = await tx.query<GrantRow>(sql`
    select ${columns}
      from people.role_grant
     where grant_id = ${id} and withdrawn_at is null
     ${locking}`);
  return rows[0] && toGrant(rows[0]);
};

export const findGrant = (tx: Tx, id: string): Promise<GrantLine | undefined> =>
  oneInForce(tx, id, sql.empty);

export const lockGrant = (tx: Tx, id: string): Promise<GrantLine | undefined> =>
  oneInForce(tx, id, sql`for update`);

/** Appends a grant; false where the account holds this very role there already. */
export async function appendGrant(tx: Tx, grant: Omit<GrantLine, "version">): Promise<boolean> {
  const { rows } = await tx.query(sql`
    insert into people.role_grant (grant_id, account_id, role, scope, granted_by, granted_at)
    values (${grant.id}, ${grant.account}, ${grant.role}, ${grant.scope}, ${grant.grantedBy},
            ${grant.grantedAt})
    on conflict (account_id, role, scope) where withdrawn_at is null do nothing
    returning grant_id`);
  return rows.length > 0;
}

/** Writes another role or scope into a grant; false where the account holds that already. */
export async function putGrant(
  tx: Tx,
  { id, account }: Pick<GrantLine, "id" | "account">,
  { role, scope }: GrantChange,
): Promise<boolean> {
  const { rows } = await tx.query(sql`
    update people.role_grant
       set role = ${role}, scope = ${scope}, version = version + 1
     where grant_id = ${id}
       and not exists (
             select 1
               from people.role_grant as other
              where other.account_id = ${account}
                and other.role = ${role}
                and other.scope = ${scope}
                and other.grant_id <> ${id}
                and other.withdrawn_at is null)
    returning grant_id`);
  return rows.length > 0;
}

export async function withdrawGrant(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.query(sql`
    update people.role_grant
       set withdrawn_at = ${now.toISOString()}, version = version + 1
     where grant_id = ${id}`);
}

/**
 * Locks all who administer the whole city, in one order, and names their accounts: two of them who
 * remove each other at the same moment come one after the other.
 */
export async function lockAdministrators(tx: Tx): Promise<{ id: string; account: string }[]> {
  const { rows } = await tx.query<{ id: string; account: string; is_disabled: boolean }>(sql`
    select grant_id as id, account_id as account,
           not exists (
             select 1
               from people.account as holder
              where holder.account_id = role_grant.account_id
                and holder.disabled_at is null) as is_disabled
      from people.role_grant
     where role = 'administrator'
       and position('.' in scope) = 0
       and withdrawn_at is null
     order by grant_id
       for update`);
  return rows.filter((row) => !row.is_disabled).map(({ id, account }) => ({ id, account }));
}

/** The account that somebody names by its number or by its sign-in name. */
export async function findAccountId(tx: Tx, named: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ account_id: string }>(sql`
    select account_id from people.account where account_id = ${named} or sign_in_name = ${named}`);
  return rows[0]?.account_id;
}

export async function hasAccount(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    select 1 from people.account where account_id = ${id}`);
  return rows.length > 0;
}
