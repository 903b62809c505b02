import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createServer, type Server } from "../../src/http/server.ts";
import { openBook, policyRoutes } from "../../src/policy/index.ts";
import { system } from "../../src/store/actor.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { homeFolder } from "../../src/store/home.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { startCluster, startReplica, type Cluster } from "../harness/cluster.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { postgresqlFolder } from "../harness/need.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const within = { timeout: 10_000, interval: 50 };
const { postgresql } = ownEngines();
const bin = postgresqlFolder();

describe.skipIf(!("url" in postgresql))(onPostgresqlName("a replica"), () => {
  const held: { primary?: Cluster; replica?: Cluster; nodes: Db[] } = { nodes: [] };

  const open = async (): Promise<Db> => {
    const url = held.primary?.url("postgres");
    const replicaUrl = held.replica?.url("postgres");
    const opened = await openDb({ url, replicaUrl, timeoutMs: 20_000 });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    held.nodes.push(opened.value);
    return opened.value;
  };

  beforeAll(async () => {
    if (bin === undefined) return;
    held.primary = startCluster(bin, ["synchronous_commit=on"]);
    held.replica = startReplica(bin, held.primary);
  });
  afterAll(async () => {
    for (const node of held.nodes) await node.close();
    held.replica?.stop();
    held.primary?.stop();
  });

  const write = (node: Db, subject: string): Promise<void> =>
    node.transaction(me, (tx) => appendEvent(tx, { room: "test", kind: "written", subject }));

  type Seen = { where: "replica" | "primary"; subjects: string[] };

  const read = async (node: Db, mayLag = true): Promise<Seen> => {
    const { rows } = await node.transaction(
      me,
      (tx) =>
        tx.query<{ standby: boolean; subjects: string[] }>(sql`
          select pg_is_in_recovery() as standby,
                 array(select subject from store.event order by id) as subjects`),
      { mayLag },
    );
    const [row] = rows;
    return { where: row?.standby ? "replica" : "primary", subjects: row?.subjects ?? [] };
  };

  const askReplica = async <Row>(question: Fragment): Promise<Row[]> => {
    const opened = await openDb({ url: held.replica?.url("postgres") });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const { rows } = await opened.value.transaction(me, (tx) => tx.query<Row>(question));
    await opened.value.close();
    return rows;
  };
  const onReplica = (statement: "pause" | "resume"): Promise<unknown> =>
    askReplica(
      statement === "pause"
        ? sql`select pg_wal_replay_pause()`
        : sql`select pg_wal_replay_resume()`,
    );

  test("answers reads that may lag, and only those", async () => {
    const node = await open();
    await write(node, "first");
    await expect.poll(async () => (await read(node)).where, within).toBe("replica");
    expect(await read(node)).toEqual({ where: "replica", subjects: ["first"] });
    expect((await read(node, false)).where).toBe("primary");
  });

  test("that stands still is not asked: what one node wrote the other reads at once", async () => {
    const [one, other] = [await open(), await open()];
    await onReplica("pause");
    await write(one, "second");
    const fresh = { where: "primary", subjects: ["first", "second"] };
    expect(await read(other)).toEqual(fresh);
    expect(await read(one)).toEqual(fresh);

    await onReplica("resume");
    await expect.poll(async () => (await read(other)).where, within).toBe("replica");
    expect((await read(other)).subjects).toEqual(["first", "second"]);
  });

  test("never shows less than was acknowledged, whatever is written meanwhile", async () => {
    const [one, other] = [await open(), await open()];
    for (let count = 0; count < 100; count += 1) {
      await write(one, `many-${count}`);
      expect((await read(other)).subjects).toContain(`many-${count}`);
    }
  });

  /** A node as people reach it, with the law book and the reports. */
  const serve = async (): Promise<Server> => {
    const book = await openBook(join(homeFolder(), "packs"), "beijing");
    if (!book.ok) throw new Error("the shipped pack compiles");
    const clock = () => new Date();
    return createServer({ db: await open(), routes: [policyRoutes({ book: book.value, clock })] });
  };
  /** How often the replica has looked for a kept evaluation. */
  const looks = async (): Promise<number> => {
    const [row] = await askReplica<{ count: number }>(sql`
      select coalesce(idx_scan, 0) + coalesce(seq_scan, 0) as count
        from pg_stat_user_tables where schemaname = 'policy' and relname = 'evaluation'`);
    return row?.count ?? -1;
  };

  test("reopens reports, and one that was kept a moment ago on another node is there", async () => {
    const [one, other] = [await serve(), await serve()];
    const url = "/api/v1/policy/evaluations";
    const keep = async (): Promise<string> => {
      const made = await one.inject({ method: "POST", url, payload: { facts: {} } });
      expect(made.statusCode).toBe(201);
      return `${url}/${(made.json() as { id: string }).id}`;
    };
    const reopen = async (link: string) => (await other.inject(link)).statusCode;
    await onReplica("pause");
    expect(await reopen(await keep())).toBe(200);
    await onReplica("resume");

    const link = await keep();
    const before = await looks();
    // Figures of a server come a moment after the work that they count.
    const looked = async () => [await reopen(link), (await looks()) > before];
    await expect.poll(looked, within).toEqual([200, true]);
    await one.close();
    await other.close();
  });

  test("refuses to write where a read may lag, on whichever server it runs", async () => {
    const node = await open();
    const append = node.transaction(
      me,
      (tx) => appendEvent(tx, { room: "test", kind: "written", subject: "never" }),
      { mayLag: true },
    );
    await expect(append).rejects.toMatchObject({ name: "Fault", code: "read_only" });
    expect((await read(node)).subjects).not.toContain("never");
  });

  test("that is gone costs nothing but its help", async () => {
    const node = await open();
    await expect.poll(async () => (await read(node)).where, within).toBe("replica");
    held.replica?.halt("kill");
    expect((await read(node)).where).toBe("primary");
    held.replica?.start();
  });

  test("by itself is a system to look at: reads work, writes are told that they cannot", async () => {
    // It has just been started after a kill, and may not have replayed the migrations yet.
    const opened = await vi.waitFor(() => openDb({ url: held.replica?.url("postgres") }), within);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    held.nodes.push(opened.value);
    expect((await read(opened.value, false)).where).toBe("replica");
    await expect(write(opened.value, "never")).rejects.toMatchObject({
      code: "read_only",
      retryAfterSeconds: 30,
    });
  });
});
