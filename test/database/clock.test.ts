import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { auditChain } from "../../src/people/index.ts";
import { system } from "../../src/store/actor.ts";
import { makeSeal } from "../../src/store/chain/encoding.ts";
import { appendSeal, findLastSeal, listRows } from "../../src/store/chain/rows.ts";
import { startSealer, type Sealer } from "../../src/store/chain/sealer.ts";
import { appendEvent } from "../../src/store/event.ts";
import { startFeed, type Feed } from "../../src/store/events/feed.ts";
import { sql } from "../../src/store/sql.ts";
import { enqueueJob } from "../../src/store/jobs/enqueue.ts";
import { startWorkers, type Workers } from "../../src/store/jobs/workers.ts";
import { addAuditRows, sealAll, verifyAudit } from "../harness/audit.ts";
import { emptyTables, onBothEngines } from "../harness/engines.ts";

const me = system("test");
const hourMs = 3_600_000;
const within = { timeout: 20_000, interval: 50 };
const surprised = (cause: unknown): never => {
  throw cause;
};

/** There, on, and back beyond where it was. */
const jumps = [hourMs, hourMs, -3 * hourMs, hourMs];

onBothEngines("while the program's clock jumps by hours", (engine) => {
  const heard: string[] = [];
  const done: unknown[] = [];
  const held: { feed?: Feed; sealer?: Sealer; workers?: Workers } = {};

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true });
    held.feed = await startFeed(engine.db, {
      consumers: [
        {
          name: "test.clock",
          work: async (_tx, events) => void heard.push(...events.map(({ subject }) => subject)),
        },
      ],
      failed: surprised,
    });
    held.sealer = startSealer(engine.db, [auditChain], surprised);
    held.workers = await startWorkers(engine.db, {
      queues: [{ name: "t.clock", work: async ({ about }) => void done.push(about["nth"]) }],
      failed: surprised,
    });
  });
  afterAll(async () => {
    await held.feed?.stop();
    await held.sealer?.stop();
    await held.workers?.stop();
    vi.useRealTimers();
  });

  const nths = (upTo: number): number[] => Array.from({ length: upTo + 1 }, (_, nth) => nth);

  test.each(jumps.map((ms, nth) => ({ ms, nth })))(
    "jump $nth, by $ms ms: an event is heard, a job done, a row sealed, each once",
    async ({ ms, nth }) => {
      vi.setSystemTime(Date.now() + ms);
      await addAuditRows(engine.db, 2);
      await engine.db.transaction(me, async (tx) => {
        await appendEvent(tx, { room: "land", kind: "changed", subject: `e-${nth}` });
        await enqueueJob(tx, { queue: "t.clock", about: { nth } });
      });
      await vi.waitFor(() => expect(heard).toEqual(nths(nth).map((one) => `e-${one}`)), within);
      await vi.waitFor(() => expect(done).toEqual(nths(nth)), within);
      const found = async () => verifyAudit(engine.db);
      await vi.waitFor(async () => expect(await found()).toMatchObject({ unsealed: 0 }), within);
      expect(await found()).toMatchObject({ seen: 2 * (nth + 1), difference: null });
    },
  );
});

onBothEngines("after the database's clock was an hour ahead", (engine) => {
  beforeEach(() => emptyTables(engine.db));
  afterEach(() => emptyTables(engine.db));

  test("seals go on behind the one that is dated in the future, and the chain is sound", async () => {
    await addAuditRows(engine.db, 3);
    await engine.db.transaction(me, async (tx) => {
      const before = await findLastSeal(tx, auditChain);
      const rows = await listRows(tx, auditChain, { fromId: 1, toId: 3 });
      const [clock] = (await tx.query<{ at: string }>(sql`select now() + '1 hour' as at`)).rows;
      await appendSeal(tx, makeSeal(auditChain, { before, rows, at: clock?.at ?? "" }));
    });
    await addAuditRows(engine.db, 2);
    expect(await sealAll(engine.db)).toBe(2);
    expect(await verifyAudit(engine.db)).toMatchObject({ sealed: 5, seals: 2, difference: null });
  });
});
