import { setTimeout as pause } from "node:timers/promises";
import { system } from "../../src/base/actor.ts";
import { openDb } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { startCluster, startReplica, type Cluster } from "../../test/harness/cluster.ts";
import { startNode, type AppNode } from "./failover/node.ts";
import type { Failover } from "./failover/section.ts";
import { startWriters, type Shot } from "./failover/writers.ts";

const beforeMs = 6_000;
/** How long whoever watches the cluster would take to see that the primary is gone. */
const watchMs = 2_000;
const afterMs = 10_000;

/** Acknowledged means on the replica and visible there: nothing is lost with the primary. */
const synchronous = [
  "synchronous_commit=remote_apply",
  "synchronous_standby_names=replica",
  "max_connections=100",
];

/**
 * Kills a primary under load and promotes its replica. Two nodes of the program, as processes, find
 * the new primary by the two servers in their address.
 */
export async function failOver(bin: string): Promise<Failover> {
  const closing: (() => Promise<void> | void)[] = [];
  try {
    const primary = startCluster(bin, synchronous);
    closing.push(() => primary.stop());
    const replica = startReplica(bin, primary, [
      "cluster_name=replica",
      "synchronous_commit=on",
      "max_connections=100",
    ]);
    closing.push(() => replica.stop());
    const hosts = [primary, replica].map(({ host }) => encodeURIComponent(host)).join(",");
    const url = `postgresql://zhibu@${hosts}/postgres?target_session_attrs=read-write`;
    const nodes: AppNode[] = [];
    for (const _node of [1, 2]) nodes.push(await startNode(url));
    closing.push(...nodes.map((node) => () => node.stop()));
    return await run(nodes, primary, replica);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function run(
  nodes: readonly AppNode[],
  primary: Cluster,
  replica: Cluster,
): Promise<Failover> {
  const writers = startWriters(nodes.map((node) => node.url));
  await pause(beforeMs);
  const killedAt = performance.now();
  primary.halt("kill");
  await pause(watchMs);
  replica.promote();
  const promotedAt = performance.now();
  await pause(afterMs);
  const shots = await writers.stop();
  return { shots, killedAt, promotedAt, watchMs, ...(await compare(replica, shots)) };
}

/** Holds what was acknowledged against what the new primary has. */
async function compare(replica: Cluster, shots: readonly Shot[]) {
  const opened = await openDb({ url: replica.url("postgres") });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const { rows } = await opened.value.transaction(system("failover"), (tx) =>
    tx.query<{ id: string; key: string }>(sql`
      select answer ->> 'id' as id, key
        from store.idempotency as kept
        join policy.evaluation on evaluation_id = kept.answer ->> 'id'`),
  );
  const evaluations = await opened.value.transaction(system("failover"), (tx) =>
    tx.query<{ count: number }>(sql`select count(*) from policy.evaluation`),
  );
  await opened.value.close();
  const held = new Set(rows.map(({ id }) => id));
  const lost = shots.flatMap(({ id }) => (id !== undefined && !held.has(id) ? [id] : []));
  return { lost, doubled: (evaluations.rows[0]?.count ?? 0) - held.size };
}
