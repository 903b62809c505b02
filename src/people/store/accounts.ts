import { invariant } from "../../base/invariant.ts";
import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { AccountLine } from "../contract/account.ts";
import type { Account } from "../model/account.ts";
import { isUnder } from "./organisations.ts";

type AccountRow = {
  account_id: string;
  sign_in_name: string;
  name: string;
  email: string | null;
  organisation: string | null;
  demonstration: string | null;
  created_at: string;
  disabled_at: string | null;
  version: number;
};

const toAccount = (row: AccountRow): Account => ({
  id: row.account_id,
  signInName: row.sign_in_name,
  name: row.name,
  email: row.email,
  organisation: row.organisation,
  demonstration: row.demonstration,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
  version: row.version,
});

/** An account as its owner and its administrators see it. */
export const lineOf = ({ demonstration, ...account }: Account): AccountLine => ({
  ...account,
  demonstration: demonstration !== null,
});

const columns = sql`account.account_id, account.sign_in_name, account.name, account.email,
  account.organisation, account.demonstration, account.created_at, account.disabled_at,
  account.version`;

async function find(tx: Tx, condition: Fragment): Promise<Account | undefined> {
  const { rows } = await tx.query<AccountRow>(sql`
    select ${columns} from people.account as account where ${condition}`);
  return rows[0] && toAccount(rows[0]);
}

export const findAccount = (tx: Tx, id: string): Promise<Account | undefined> =>
  find(tx, sql`account.account_id = ${id}`);

export const findAccountByName = (tx: Tx, signInName: string): Promise<Account | undefined> =>
  find(tx, sql`account.sign_in_name = ${signInName}`);

export const findDemonstration = (tx: Tx, role: string): Promise<Account | undefined> =>
  find(tx, sql`account.demonstration = ${role} and account.disabled_at is null`);

/** An account whose row no other transaction changes until this one ends. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const { rows } = await tx.query<AccountRow>(sql`
    select ${columns} from people.account as account where account_id = ${id} for update`);
  return rows[0] && toAccount(rows[0]);
}

/** The accounts after a sign-in name, with a part of a name, of an organisation or below it. */
type AccountSearch = {
  readonly after: string;
  readonly limit: number;
  readonly find: string;
  readonly under: string | undefined;
};

/** The accounts that a condition lets through, by sign-in name. */
export async function listAccounts(
  tx: Tx,
  visible: Fragment,
  { after, limit, find: part, under }: AccountSearch,
): Promise<Account[]> {
  const wanted = sql`position(lower(${part}) in lower(account.name || ' ' || sign_in_name)) > 0`;
  const { rows } = await tx.query<AccountRow>(sql`
    select ${columns}
      from people.account as account
     where ${visible}
       and sign_in_name > ${after}
       and ${part === "" ? sql`true` : wanted}
       and ${under === undefined ? sql`true` : isUnder(sql`organisation`, under)}
     order by sign_in_name
     limit ${limit}`);
  return rows.map(toAccount);
}

export async function listDemonstrations(tx: Tx): Promise<{ role: string; name: string }[]> {
  const { rows } = await tx.query<{ role: string; name: string }>(sql`
    select demonstration as role, name
      from people.account
     where demonstration is not null
       and disabled_at is null
     order by demonstration`);
  return rows;
}

/** Adds an account; false where the sign-in name is taken. */
export async function appendAccount(tx: Tx, account: Account): Promise<boolean> {
  const { rows } = await tx.query(sql`
    insert into people.account
      (account_id, sign_in_name, name, email, organisation, demonstration, created_at)
    values (${account.id}, ${account.signInName}, ${account.name}, ${account.email},
            ${account.organisation}, ${account.demonstration}, ${account.createdAt})
    on conflict do nothing
    returning account_id`);
  return rows.length > 0;
}

/** Writes what an administrator may change, and moves the version. */
export async function putAccount(tx: Tx, account: Account): Promise<Account> {
  const { rows } = await tx.query<AccountRow>(sql`
    update people.account as account
       set name = ${account.name}, email = ${account.email},
           organisation = ${account.organisation}, disabled_at = ${account.disabledAt},
           version = version + 1
     where account_id = ${account.id}
    returning ${columns}`);
  invariant(rows[0], "whoever may change an account has its row within the wall");
  return toAccount(rows[0]);
}

/** The names of an organisation that is open. */
export async function findOrganisationNames(
  tx: Tx,
  path: string,
): Promise<{ zh: string; en: string } | undefined> {
  const { rows } = await tx.query<{ zh: string; en: string }>(sql`
    select name_zh as zh, name_en as en
      from people.organisation
     where path = ${path}
       and closed_at is null`);
  return rows[0];
}
