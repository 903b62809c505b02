import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { LibraryRun, NodeProgress, RunProgress } from "../model/library-run.ts";
import type { LibraryRefusal } from "../model/refusals.ts";

type Counts = Omit<RunProgress, "run" | "nodes" | "waiting">;

/** How far a run is, as a whole and on each node. */
export async function progressOf(tx: Tx, run: LibraryRun): Promise<RunProgress> {
  const { rows: counts } = await tx.query<Counts>(sql`
    select count(*) as partitions,
           count(summary) as done,
           coalesce(sum(cases), 0)::bigint as cases,
           coalesce(sum((refused_rows ->> 'count')::bigint), 0)::bigint as "passedOver",
           count(*) filter (where tries > 1) as "takenUpAgain",
           min(begun_at) as "beganAt", max(ended_at) as "lastAt"
      from policy.library_partition
     where run_id = ${run.id}`);
  const { rows: nodes } = await tx.query<NodeProgress>(sql`
    select node, count(summary) as done,
           count(*) filter (where summary is null and refusal is null) as "underWay",
           coalesce(sum(cases), 0)::bigint as cases
      from policy.library_partition
     where run_id = ${run.id} and node is not null
     group by node
     order by node`);
  const { rows: waiting } = await tx.query<{ refusal: LibraryRefusal }>(sql`
    select distinct refusal from policy.library_partition
     where run_id = ${run.id} and refusal is not null`);
  return { run, ...counts[0]!, nodes, waiting: waiting.map(({ refusal }) => refusal) };
}
