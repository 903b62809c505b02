import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";

/** What is kept of an account's secrets: hashes alone. */
export type Secrets = {
  readonly passwordHash: string | undefined;
  readonly passwordSetAt: string | null;
  readonly codeSha256: string | undefined;
  readonly codeUntil: string | undefined;
};

type SecretRow = {
  hash: string | null;
  set_at: string | null;
  code_sha256: string | null;
  until: string | null;
};

/** The secrets of an account, in one look whether it has them or not. */
export async function findSecrets(tx: Tx, accountId: string): Promise<Secrets> {
  const { rows } = await tx.query<SecretRow>(sql`
    select password.hash, password.set_at, code.code_sha256, code.until
      from (select ${accountId}::text as account_id) as asked
      left join people.password as password using (account_id)
      left join people.recovery_code as code using (account_id)`);
  const [row] = rows;
  return {
    passwordHash: row?.hash ?? undefined,
    passwordSetAt: row?.set_at ?? null,
    codeSha256: row?.code_sha256 ?? undefined,
    codeUntil: row?.until ?? undefined,
  };
}

/** Puts a password in place of what was there, the code that served to set it included. */
export async function putPassword(
  tx: Tx,
  accountId: string,
  { hash, at }: { hash: string; at: string },
): Promise<void> {
  await tx.query(sql`delete from people.recovery_code where account_id = ${accountId}`);
  await tx.query(sql`
    insert into people.password (account_id, hash, set_at)
    values (${accountId}, ${hash}, ${at})
    on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at`);
}

/** Puts a code in place of an earlier one, which no longer serves. */
export async function putRecoveryCode(
  tx: Tx,
  accountId: string,
  code: { sha256: string; at: string; until: string },
): Promise<void> {
  await tx.query(sql`
    insert into people.recovery_code (account_id, code_sha256, issued_at, until)
    values (${accountId}, ${code.sha256}, ${code.at}, ${code.until})
    on conflict (account_id) do update
       set code_sha256 = excluded.code_sha256, issued_at = excluded.issued_at,
           until = excluded.until`);
}
