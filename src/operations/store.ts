import type { Chain } from "../store/chain/chain.ts";
import type { Tx } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import type { SealState } from "./contract.ts";

/** What the database says of itself. */
export type Standing = {
  readonly version: string;
  readonly postgis: string;
  /** Its own clock. */
  readonly at: string;
  readonly migrations: number;
  readonly standby: boolean;
};

export async function readStanding(tx: Tx): Promise<Standing | undefined> {
  const { rows } = await tx.query<Standing>(sql`
    select current_setting('server_version') as version,
           postgis_lib_version() as postgis,
           clock_timestamp() as at,
           (select count(*) from store.migration) as migrations,
           pg_is_in_recovery() as standby`);
  return rows[0];
}

/** How long the oldest event has waited that some consumer has not read, in seconds. */
export async function readEventLag(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ seconds: number | null }>(sql`
    select extract(epoch from clock_timestamp() - min(event.at))::float8 as seconds
      from store.event as event
     where event.id > (select min(after_id) from store.cursor)`);
  return Math.max(0, rows[0]?.seconds ?? 0);
}

/** Jobs that wait for their turn, and those that failed so often that they stopped. */
export async function countJobs(tx: Tx): Promise<{ waiting: number; dead: number }> {
  const { rows } = await tx.query<{ waiting: number; dead: number }>(sql`
    select count(*) filter (where name <> 'store.dead' and state in ('created', 'retry')
                                  and start_after <= now()) as waiting,
           count(*) filter (where name = 'store.dead') as dead
      from job.job`);
  return rows[0] ?? { waiting: 0, dead: 0 };
}

async function countUnsealedOf(tx: Tx, { room, table }: Chain): Promise<number> {
  const name = `${room}.${table}`;
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*)
      from ${sql.id([name], name)}
     where id > coalesce((select max(to_id) from store.seal
                           where room = ${room} and chain = ${table}), 0)`);
  return rows[0]?.count ?? 0;
}

/** Rows that no seal covers yet, of all chains together. */
export async function countUnsealed(tx: Tx, chains: readonly Chain[]): Promise<number> {
  let count = 0;
  for (const chain of chains) count += await countUnsealedOf(tx, chain);
  return count;
}

/** How far a chain is sealed; counted from the seals, without reading the rows themselves. */
export async function readSealState(tx: Tx, chain: Chain): Promise<SealState> {
  const { room, table } = chain;
  const { rows } = await tx.query<{ sealed: number } & NonNullable<SealState["last"]>>(sql`
    select (select sum(row_count) from store.seal
             where room = ${room} and chain = ${table}) as sealed,
           number, to_id as "toId", hash, at
      from store.seal
     where room = ${room} and chain = ${table}
     order by number desc
     limit 1`);
  const unsealed = await countUnsealedOf(tx, chain);
  const [found] = rows;
  if (!found) return { room, table, sealed: 0, unsealed, last: null };
  const { sealed, ...last } = found;
  return { room, table, sealed, unsealed, last };
}

/** One backup that was made: the file's name alone, since its folder is this machine's affair. */
export type BackupRow = {
  readonly at: string;
  readonly file: string;
  readonly rowCount: number;
  readonly sizeBytes: number;
  readonly encrypted: boolean;
};

export async function insertBackup(tx: Tx, row: BackupRow): Promise<void> {
  const { at, file, rowCount, sizeBytes, encrypted } = row;
  await tx.query(sql`
    insert into operations.backup (at, file, row_count, size_bytes, encrypted)
    values (${at}, ${file}, ${rowCount}, ${sizeBytes}, ${encrypted})`);
}

export async function findLastBackup(tx: Tx): Promise<string | undefined> {
  const { rows } = await tx.query<{ at: string | null }>(
    sql`select max(at) as at from operations.backup`,
  );
  return rows[0]?.at ?? undefined;
}

/** Takes a turn of the schedule for this node; false where another has taken it. */
export async function claimSlot(tx: Tx, slot: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    insert into operations.backup_slot (slot) values (${slot})
    on conflict (slot) do nothing
    returning slot`);
  await tx.query(sql`
    delete from operations.backup_slot where claimed_at < now() - interval '100 days'`);
  return rows.length > 0;
}
