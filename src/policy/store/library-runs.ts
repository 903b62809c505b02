import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type {
  LibraryPartition,
  LibraryRun,
  LibraryState,
  PartitionResult,
} from "../model/library-run.ts";
import type { LibraryPart } from "../model/library-source.ts";
import type { LibraryRefusal } from "../model/refusals.ts";

const runColumns = sql`
  run_id as id, created_at as "createdAt", created_by as "createdBy", pack, encoding,
  as_of as "asOf", source, group_fact as by, keeps_good_rows as "keepsGoodRows", state, refusal,
  run.ended_at as "endedAt"`;

export async function insertRun(
  tx: Tx,
  run: LibraryRun,
  parts: readonly LibraryPart[],
): Promise<void> {
  await tx.query(sql`
    insert into policy.library_run
      (run_id, created_at, created_by, pack, encoding, as_of, source, group_fact,
       keeps_good_rows, state)
    values (${run.id}, ${run.createdAt}, ${run.createdBy}, ${run.pack}, ${run.encoding},
            ${run.asOf}, ${sql.json(run.source)}, ${run.by}, ${run.keepsGoodRows}, ${run.state})`);
  const rows = parts.map((part, at) => ({ ...part, number: at + 1 }));
  await tx.query(sql`
    insert into policy.library_partition (run_id, number, starts, ends, first_row, sha256)
    select ${run.id}, number, starts, ends, "firstRow", sha256
      from jsonb_to_recordset(${sql.json(rows)})
        as part (number integer, starts bigint, ends bigint, "firstRow" bigint, sha256 text)`);
}

export async function findRun(tx: Tx, id: string): Promise<LibraryRun | undefined> {
  const { rows } = await tx.query<LibraryRun>(sql`
    select ${runColumns} from policy.library_run as run where run_id = ${id}`);
  return rows[0];
}

/** How many runs are under way. */
export async function countRunning(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*) from policy.library_run where state = 'running'`);
  return rows[0]?.count ?? 0;
}

/** The run of an id, held until the transaction ends: whoever ends it does so alone. */
export async function holdRun(tx: Tx, id: string): Promise<LibraryRun | undefined> {
  await tx.query(sql`select from policy.library_run where run_id = ${id} for update`);
  return findRun(tx, id);
}

export async function listRuns(tx: Tx): Promise<LibraryRun[]> {
  const { rows } = await tx.query<LibraryRun>(sql`
    select ${runColumns} from policy.library_run as run
     order by created_at desc, run_id
     limit 100`);
  return rows;
}

export async function setState(
  tx: Tx,
  id: string,
  { state, refusal }: { readonly state: LibraryState; readonly refusal?: LibraryRefusal },
): Promise<void> {
  await tx.query(sql`
    update policy.library_run
       set state = ${state},
           refusal = ${refusal === undefined ? null : sql.json(refusal)}::jsonb,
           ended_at = case when ${state} = 'running' then null else now() end
     where run_id = ${id}`);
}

type PartitionRow = {
  number: number;
  starts: number;
  ends: number;
  firstRow: number;
  sha256: string | null;
};

/** Notes who begins a partition; undefined where there is nothing left to do of it. */
export async function beginPartition(
  tx: Tx,
  { run: id, number, node }: { run: string; number: number; node: string },
): Promise<LibraryPartition | undefined> {
  const run = await findRun(tx, id);
  if (run?.state !== "running") return undefined;
  const { rows } = await tx.query<PartitionRow>(sql`
    update policy.library_partition
       set tries = tries + 1, node = ${node}, begun_at = now(), refusal = null
     where run_id = ${id} and number = ${number} and summary is null
    returning number, starts, ends, first_row as "firstRow", sha256`);
  if (!rows[0]) return undefined;
  const { number: own, ...part } = rows[0];
  return { run, number: own, part };
}

type Done = PartitionResult & {
  readonly run: string;
  readonly number: number;
  readonly node: string;
};

/** Keeps the result of a partition; false where it has one already. */
export async function endPartition(tx: Tx, done: Done): Promise<boolean> {
  const { rows } = await tx.query(sql`
    update policy.library_partition
       set summary = ${sql.json(done.summary)}, cases = ${done.cases}, node = ${done.node},
           refused_rows = ${done.refused.count === 0 ? null : sql.json(done.refused)}::jsonb,
           ended_at = now(), refusal = null
     where run_id = ${done.run} and number = ${done.number} and summary is null
    returning number`);
  return rows.length > 0;
}

export async function refusePartition(
  tx: Tx,
  { run, number }: { run: string; number: number },
  refusal: LibraryRefusal,
): Promise<void> {
  await tx.query(sql`
    update policy.library_partition set refusal = ${sql.json(refusal)}
     where run_id = ${run} and number = ${number} and summary is null`);
}

/** The numbers of the partitions that have no result yet. */
export async function openPartitions(tx: Tx, run: string): Promise<number[]> {
  const { rows } = await tx.query<{ number: number }>(sql`
    select number from policy.library_partition
     where run_id = ${run} and summary is null
     order by number`);
  return rows.map(({ number }) => number);
}

/** Results in the order of their partitions, so many after a number. */
export async function listResults(
  tx: Tx,
  run: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<(PartitionResult & { readonly number: number })[]> {
  const { rows } = await tx.query<PartitionResult & { number: number }>(sql`
    select number, summary, cases,
           coalesce(refused_rows, '{"count": 0, "rows": []}') as refused
      from policy.library_partition
     where run_id = ${run} and number > ${after} and summary is not null
     order by number
     limit ${limit}`);
  return rows;
}
