import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { FactorAlgorithm } from "../model/factor.ts";

/** What is kept of a second factor: its seed sealed, its spare codes as hashes. */
export type KeptFactor = {
  readonly sealed: string;
  /** Null until its first code was right. */
  readonly algorithm: FactorAlgorithm | null;
  readonly begunAt: string;
  readonly confirmedAt: string | null;
  readonly lastStep: number;
  readonly spareCodes: number;
};

type FactorRow = {
  seed_sealed: string;
  algorithm: FactorAlgorithm | null;
  begun_at: string;
  confirmed_at: string | null;
  last_step: number;
  spare_codes: number;
};

export async function findFactor(tx: Tx, accountId: string): Promise<KeptFactor | undefined> {
  const { rows } = await tx.query<FactorRow>(sql`
    select seed_sealed, algorithm, begun_at, confirmed_at, last_step,
           (select count(*)::int from people.spare_code as code
             where code.account_id = factor.account_id) as spare_codes
      from people.factor
     where account_id = ${accountId}`);
  const [row] = rows;
  return (
    row && {
      sealed: row.seed_sealed,
      algorithm: row.algorithm,
      begunAt: row.begun_at,
      confirmedAt: row.confirmed_at,
      lastStep: row.last_step,
      spareCodes: row.spare_codes,
    }
  );
}

/** Puts a factor that waits for its first code, in place of one that waited before. */
export async function putWaitingFactor(
  tx: Tx,
  accountId: string,
  { sealed, at }: { sealed: string; at: string },
): Promise<void> {
  await tx.query(sql`
    insert into people.factor (account_id, seed_sealed, begun_at)
    values (${accountId}, ${sealed}, ${at})
    on conflict (account_id) do update
       set seed_sealed = excluded.seed_sealed, begun_at = excluded.begun_at
     where factor.confirmed_at is null`);
}

export type Confirmation = {
  readonly algorithm: FactorAlgorithm;
  readonly step: number;
  readonly at: string;
  readonly spareSha256: readonly string[];
};

/** From now on the factor holds; these codes stand for it, once each. */
export async function putConfirmation(
  tx: Tx,
  accountId: string,
  { algorithm, step, at, spareSha256 }: Confirmation,
): Promise<void> {
  await tx.query(sql`
    update people.factor
       set algorithm = ${algorithm}, last_step = ${step}, confirmed_at = ${at}
     where account_id = ${accountId}`);
  await tx.query(sql`
    insert into people.spare_code (account_id, code_sha256)
    select ${accountId}, code from unnest(${spareSha256}::text[]) as code`);
}

/** Takes the code of a half minute; false where one as late was taken, by whomever. */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { rows } = await tx.query(sql`
    update people.factor
       set last_step = ${step}
     where account_id = ${accountId} and last_step < ${step}
    returning account_id`);
  return rows.length > 0;
}

/** Takes a spare code; false where it is none, or was taken before. */
export async function takeSpareCode(tx: Tx, accountId: string, sha256: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    delete from people.spare_code
     where account_id = ${accountId} and code_sha256 = ${sha256}
    returning account_id`);
  return rows.length > 0;
}

/** Seals the seed anew, under the key that seals now. */
export async function putSeal(tx: Tx, accountId: string, sealed: string): Promise<void> {
  await tx.query(sql`
    update people.factor set seed_sealed = ${sealed} where account_id = ${accountId}`);
}

/** Takes a factor away with its spare codes; false where there is none. */
export async function dropFactor(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    delete from people.factor where account_id = ${accountId} returning account_id`);
  return rows.length > 0;
}
