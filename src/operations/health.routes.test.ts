import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditChain } from "../people/index.ts";
import { createServer, type Server } from "../http/server.ts";
import { system, type Actor } from "../base/actor.ts";
import { makeSealer } from "../store/chain/sealer.ts";
import { appendEvent } from "../store/event.ts";
import { sql } from "../store/sql.ts";
import { onBothEngines } from "../../test/harness/engines.ts";
import { actorOf, city, seedPeople } from "../../test/harness/people.ts";
import type { Health, SealStateList } from "./contract.ts";
import { operationsGauges } from "./gauges.ts";
import { operationsRoutes } from "./routes.ts";

const path = "/api/v1/operations/health";
const seals = "/api/v1/operations/seals";
const broken = {
  name: "the far side",
  look: () => Promise.reject(new Error("no answer")),
};

onBothEngines("the health of the system", (engine) => {
  let app: Server;
  let actor: Actor = { kind: "anonymous" };
  let aheadMs = 0;
  beforeAll(async () => {
    await seedPeople(engine.db, {
      keeper: [{ role: "administrator", scope: city }],
      neighbour: [{ role: "resident", scope: city }],
    });
    const options = {
      clock: () => new Date(Date.now() + aheadMs),
      chains: [auditChain],
      folder: tmpdir(),
    };
    app = await createServer({
      db: engine.db,
      routes: [operationsRoutes({ ...options, sources: [broken] })],
      gauges: operationsGauges(engine.db, options),
      identify: async () => actor,
      checkAnswers: true,
    });
  });
  afterAll(() => app.close());

  const as = async (id: string): Promise<void> => {
    actor = await actorOf(engine.db, id);
  };
  const look = async (): Promise<Health> => (await app.inject(path)).json<Health>();
  const codes = ({ findings }: Health): string[] => findings.map(({ code }) => code);

  test("is not for everyone", async () => {
    expect((await app.inject(path)).statusCode).toBe(403);
    await as("neighbour");
    expect((await app.inject(path)).statusCode).toBe(403);
  });

  test("says in both languages what was found, and what to do where it is not good", async () => {
    await as("keeper");
    const health = await look();
    expect(codes(health)).toEqual(
      expect.arrayContaining(["database_answers", "clock_agrees", "backup_none", "writes_open"]),
    );
    for (const { level, said, todo } of health.findings) {
      expect(said.zh).toMatch(/\p{Script=Han}/u);
      expect(said.en).toMatch(/^[\x20-\x7e]+$/);
      expect(todo !== undefined).toBe(level !== "good");
    }
  });

  test("names a source that fails, worst first, and looks at the others all the same", async () => {
    await as("keeper");
    const health = await look();
    expect(health.level).toBe("bad");
    expect(health.findings[0]).toMatchObject({ code: "source_failed", level: "bad" });
    expect(health.findings[0]?.said.en).toContain("the far side");
    expect(health.findings.length).toBeGreaterThan(5);
  });

  test("tells a clock that stands an hour apart, whichever way", async () => {
    await as("keeper");
    for (const hours of [-1, 1]) {
      aheadMs = hours * 3_600_000;
      expect(codes(await look())).toContain("clock_differs");
    }
    aheadMs = 0;
    expect(codes(await look())).toContain("clock_agrees");
  });

  test("tells how old the last backup is, here and among the metrics", async () => {
    await as("keeper");
    const at = new Date(Date.now() - 31 * 3_600_000).toISOString();
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        insert into operations.backup (at, file, row_count, size_bytes, encrypted)
        values (${at}, 'zhibu-old.zhibu', 1, 1, false)`),
    );
    expect(codes(await look())).toContain("backup_old");
    const age = /^zhibu_backup_age_seconds (\d+)/m.exec((await app.inject("/metrics")).body)?.[1];
    expect(Number(age)).toBeGreaterThanOrEqual(30 * 3_600);
  });

  test("counts the events that a consumer has not read", async () => {
    await engine.db.transaction(system("test"), async (tx) => {
      await tx.query(sql`insert into store.cursor (name) values ('slow.reader')`);
      await appendEvent(tx, { room: "test", kind: "waiting", subject: "x" });
      await tx.query(sql`update store.event set at = now() - interval '2 minutes'`);
    });
    await as("keeper");
    expect(codes(await look())).toContain("events_late");
    const { body } = await app.inject("/metrics");
    const lag = Number(/^zhibu_event_lag_seconds ([\d.]+)/m.exec(body)?.[1]);
    expect(lag).toBeGreaterThanOrEqual(120);
    expect(body).toContain("zhibu_read_only 0");
    expect(body).toMatch(/^zhibu_database_connections_open [1-9]/m);
  });

  test("tells how far the audit trail is sealed, and how much is behind the last seal", async () => {
    const readSeals = async (): Promise<SealStateList["chains"]> =>
      (await app.inject(seals)).json<SealStateList>().chains;
    await as("neighbour");
    expect((await app.inject(seals)).statusCode).toBe(403);
    await as("keeper");
    const [before] = await readSeals();
    expect(before).toMatchObject({ room: "people", table: "audit", sealed: 0, last: null });
    expect(before?.unsealed).toBeGreaterThan(0);

    const { sealNow } = makeSealer(engine.db, [auditChain]);
    await expect.poll(sealNow).toBe(before?.unsealed);
    const [after] = await readSeals();
    expect(after).toMatchObject({ sealed: before?.unsealed, unsealed: 0, last: { number: 1 } });
    expect(after?.last?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
