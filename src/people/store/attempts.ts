import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import { forgottenMs, type Attempts } from "../model/attempt.ts";

/** Whose attempts are counted: a name's, or an address's, each known here by its hash alone. */
export type AttemptKey = { readonly kind: "name" | "address"; readonly sha256: string };

/** The attempts under a key; no other transaction counts there until this one ends. */
export async function lockAttempts(
  tx: Tx,
  { kind, sha256 }: AttemptKey,
  at: string,
): Promise<Attempts> {
  await tx.query(sql`
    insert into people.sign_in_attempt (kind, key_sha256, failures, last_at)
    values (${kind}, ${sha256}, 0, ${at})
    on conflict do nothing`);
  const { rows } = await tx.query<{ failures: number; last_at: string }>(sql`
    select failures, last_at
      from people.sign_in_attempt
     where kind = ${kind} and key_sha256 = ${sha256}
       for update`);
  return { failures: rows[0]?.failures ?? 0, lastAt: rows[0]?.last_at ?? at };
}

export async function putAttempts(
  tx: Tx,
  { kind, sha256 }: AttemptKey,
  { failures, lastAt }: Attempts,
): Promise<void> {
  await tx.query(sql`
    update people.sign_in_attempt
       set failures = ${failures}, last_at = ${lastAt}
     where kind = ${kind} and key_sha256 = ${sha256}`);
}

/** Takes back what a successful attempt had counted: all of the name's, one of the address's. */
export async function forgiveAttempts(tx: Tx, keys: readonly AttemptKey[]): Promise<void> {
  for (const { kind, sha256 } of keys) {
    await tx.query(sql`
      update people.sign_in_attempt
         set failures = case kind when 'name' then 0 else greatest(failures - 1, 0) end
       where kind = ${kind} and key_sha256 = ${sha256}`);
  }
}

/** Takes back one attempt that was no failure. */
export async function uncountAttempt(tx: Tx, keys: readonly AttemptKey[]): Promise<void> {
  for (const { kind, sha256 } of keys) {
    await tx.query(sql`
      update people.sign_in_attempt
         set failures = greatest(failures - 1, 0)
       where kind = ${kind} and key_sha256 = ${sha256}`);
  }
}

/** Forgets attempts that no longer count. */
export async function dropOldAttempts(tx: Tx, now: Date): Promise<number> {
  const { rows } = await tx.query(sql`
    delete from people.sign_in_attempt
     where last_at <= ${new Date(now.getTime() - forgottenMs).toISOString()}
    returning kind`);
  return rows.length;
}
