import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { sql } from "../sql.ts";
import type { Tx } from "../transaction.ts";
import type { Chain, Seal } from "./chain.ts";
import { checkRows, checkSeal, type Difference } from "./check.ts";
import { findSealAfter, listRows, tableOf } from "./rows.ts";

/** What a recomputation of one chain found. */
export type Verified = {
  readonly room: string;
  readonly table: string;
  /** Rows in the table. */
  readonly seen: number;
  /** Rows that a seal covers and that are as they were sealed. */
  readonly sealed: number;
  /** Rows behind the last seal: their changes are not seen yet. */
  readonly unsealed: number;
  readonly seals: number;
  /** The hash of the last seal: whoever keeps it elsewhere sees a chain that was made anew. */
  readonly head: string | null;
  /** The first row or seal that is not as it was. */
  readonly difference: Difference | null;
};

/** Long enough for a city's audit trail; it is read from one snapshot of the database. */
const timeoutMs = 3_600_000;

export type Verification = {
  readonly verified: readonly Verified[];
  /** Whether some chain holds the seal that was asked for; true where none was. */
  readonly hasHead: boolean;
};

/** Recomputes chains from their rows, and looks for a seal that somebody kept elsewhere. */
export async function verifyChains(
  db: Db,
  chains: readonly Chain[],
  head?: string,
): Promise<Verification> {
  return db.transaction(
    system("store.verify"),
    async (tx) => {
      const verified: Verified[] = [];
      for (const chain of chains) verified.push(await verifyChain(tx, chain));
      return { verified, hasHead: head === undefined || (await hasSeal(tx, head)) };
    },
    { isolation: "repeatable read", timeoutMs },
  );
}

async function hasSeal(tx: Tx, hash: string): Promise<boolean> {
  const { rows } = await tx.query(sql`select 1 from store.seal where hash = ${hash}`);
  return rows.length > 0;
}

async function verifyChain(tx: Tx, chain: Chain): Promise<Verified> {
  const walked = await walk(tx, chain);
  const { last, difference } = walked;
  const { room, table } = chain;
  const { rows } = await tx.query<{ seen: number; unsealed: number }>(sql`
    select count(*) as seen,
           count(*) filter (where id > coalesce((
             select max(to_id) from store.seal where room = ${room} and chain = ${table}
           ), 0)) as unsealed
      from ${tableOf(chain)}`);
  const early = difference === undefined ? await rowBeforeAll(tx, chain) : undefined;
  return {
    room,
    table,
    seen: rows[0]?.seen ?? 0,
    sealed: walked.sealed,
    unsealed: rows[0]?.unsealed ?? 0,
    seals: last?.number ?? 0,
    head: last?.hash ?? null,
    difference: difference ?? early ?? null,
  };
}

type Walked = {
  readonly last: Seal | undefined;
  readonly sealed: number;
  readonly difference: Difference | undefined;
};

/** Follows the seals from the first one, and stops at what is wrong. */
async function walk(tx: Tx, chain: Chain): Promise<Walked> {
  let walked: Walked = { last: undefined, sealed: 0, difference: undefined };
  for (;;) {
    const seal = await findSealAfter(tx, chain, walked.last?.number ?? 0);
    if (!seal) return walked;
    const difference = checkSeal(seal, walked.last) ?? (await checkRowsOf(tx, chain, seal));
    if (difference) return { ...walked, difference };
    walked = { last: seal, sealed: walked.sealed + seal.rowCount, difference };
  }
}

async function checkRowsOf(tx: Tx, chain: Chain, seal: Seal): Promise<Difference | undefined> {
  const { fromId, toId, columns } = seal;
  const rows = await listRows(tx, { ...chain, columns }, { fromId, toId });
  return checkRows(chain, seal, rows);
}

/** Ids begin with 1: a smaller one was put there by hand, before all that is sealed. */
async function rowBeforeAll(tx: Tx, chain: Chain): Promise<Difference | undefined> {
  const { rows } = await tx.query<{ id: number | null }>(
    sql`select min(id) as id from ${tableOf(chain)} where id < 1`,
  );
  const id = rows[0]?.id ?? null;
  return id === null ? undefined : { code: "row_inserted", id };
}
