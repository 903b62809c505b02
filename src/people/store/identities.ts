import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";

/** Who somebody is at an identity provider. */
export type Identity = { readonly issuer: string; readonly subject: string };

export async function findAccountOf(tx: Tx, identity: Identity): Promise<string | undefined> {
  const { rows } = await tx.query<{ account_id: string }>(sql`
    select account_id
      from people.identity
     where issuer = ${identity.issuer} and subject = ${identity.subject}`);
  return rows[0]?.account_id;
}

export async function listIdentities(
  tx: Tx,
  accountId: string,
): Promise<(Identity & { linkedAt: string })[]> {
  const { rows } = await tx.query<Identity & { linked_at: string }>(sql`
    select issuer, subject, linked_at
      from people.identity
     where account_id = ${accountId}
     order by issuer`);
  return rows.map(({ issuer, subject, linked_at }) => ({ issuer, subject, linkedAt: linked_at }));
}

/** Links an account to an identity; false where another account has it. */
export async function putIdentity(
  tx: Tx,
  accountId: string,
  { issuer, subject, at }: Identity & { at: string },
): Promise<boolean> {
  await dropIdentity(tx, accountId, issuer);
  const { rows } = await tx.query(sql`
    insert into people.identity (issuer, subject, account_id, linked_at)
    values (${issuer}, ${subject}, ${accountId}, ${at})
    on conflict do nothing
    returning subject`);
  return rows.length > 0;
}

export async function dropIdentity(tx: Tx, accountId: string, issuer: string): Promise<void> {
  await tx.query(sql`
    delete from people.identity where account_id = ${accountId} and issuer = ${issuer}`);
}

/** What was asked of the identity provider, until its answer comes. */
export type OidcLogin = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnPath: string;
  readonly until: string;
};

export async function appendLogin(tx: Tx, browserSha256: string, login: OidcLogin): Promise<void> {
  await tx.query(sql`
    insert into people.oidc_login (browser_sha256, state, nonce, verifier, return_path, until)
    values (${browserSha256}, ${login.state}, ${login.nonce}, ${login.verifier},
            ${login.returnPath}, ${login.until})`);
}

type LoginRow = Omit<OidcLogin, "returnPath"> & { return_path: string };

/** Takes a login under way out of the table: it serves once, whatever comes of it. */
export async function takeLogin(tx: Tx, browserSha256: string): Promise<OidcLogin | undefined> {
  const { rows } = await tx.query<LoginRow>(sql`
    delete from people.oidc_login
     where browser_sha256 = ${browserSha256}
    returning state, nonce, verifier, return_path, until`);
  const [row] = rows;
  if (!row) return undefined;
  const { return_path: returnPath, ...login } = row;
  return { ...login, returnPath };
}

export async function dropOldLogins(tx: Tx, at: string): Promise<number> {
  const { rows } = await tx.query(sql`
    delete from people.oidc_login where until <= ${at} returning state`);
  return rows.length;
}
