/**
 * Kills a primary under load and promotes its replica: npx tsx scripts/failover.ts. Two nodes of
 * the program, as processes, find the new primary by the two servers in their address. Prints what
 * was lost and for how long writing was refused, and keeps the figures in docs/measured.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { system } from "../src/base/actor.ts";
import { openDb } from "../src/store/db.ts";
import { homeFolder } from "../src/store/home.ts";
import { sql } from "../src/store/sql.ts";
import { startCluster, startReplica, type Cluster } from "../test/harness/cluster.ts";
import { need, postgresqlFolder } from "../test/harness/need.ts";
import { startNode, type AppNode } from "./failover/node.ts";
import { reportOf, type Failover } from "./failover/report.ts";
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

const bin = postgresqlFolder();
if (bin === undefined) throw new Error(`PostgreSQL is needed: ${need("postgres").cure}`);

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
  const failover = await run(nodes, primary, replica);
  const report = reportOf(failover);
  const folder = join(homeFolder(), "docs", "measured");
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(join(folder, `${day}-failover.md`), report);
  console.log(report);
  if (failover.lost.length > 0 || failover.doubled > 0) process.exitCode = 1;
} finally {
  for (const close of closing.reverse()) await close();
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
