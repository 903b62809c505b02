import { afterEach, expect, test, vi } from "vitest";
import { onBothEngines } from "../../../test/harness/engines.ts";
import { refuse } from "../../base/decision.ts";
import { system } from "../actor.ts";
import { sql } from "../sql.ts";
import { enqueueJob, listDeadJobs, type JobOrder } from "./enqueue.ts";
import type { Job, Queue } from "./job.ts";
import { startWorkers, type Workers, type WorkersOptions } from "./workers.ts";

const me = system("test");
const within = { timeout: 20_000, interval: 50 };

onBothEngines("a job", (engine) => {
  const running: Workers[] = [];
  const start = async (queues: Queue[], options: Partial<WorkersOptions> = {}) => {
    const failures: [unknown, Job | undefined][] = [];
    const failed = (cause: unknown, job?: Job): void => void failures.push([cause, job]);
    running.push(await startWorkers(engine.db, { queues, failed, ...options }));
    return failures;
  };
  const want = (order: JobOrder): Promise<string> =>
    engine.db.transaction(me, (tx) => enqueueJob(tx, order));
  afterEach(async () => {
    await Promise.all(running.splice(0).map((workers) => workers.stop()));
  });

  test("is done soon after its transaction has committed, and knows who wanted it", async () => {
    const seen: Job[] = [];
    const failures = await start([{ name: "t.soon", work: async (job) => void seen.push(job) }]);
    const id = await want({ queue: "t.soon", about: { 名: "更新" }, requestId: "r-7" });
    await vi.waitFor(() => expect(seen).toHaveLength(1), within);
    expect(seen[0]).toMatchObject({
      id,
      queue: "t.soon",
      about: { 名: "更新" },
      context: { requestId: "r-7", actor: { kind: "system", name: "test" } },
    });
    expect(failures).toEqual([]);
  });

  test("does not exist where its transaction was refused or failed", async () => {
    const seen: unknown[] = [];
    await start([{ name: "t.never", work: async ({ about }) => void seen.push(about["nth"]) }]);
    await engine.db.transaction(me, async (tx) => {
      await enqueueJob(tx, { queue: "t.never", about: { nth: "refused" } });
      return refuse({ code: "closed" });
    });
    const broken = engine.db.transaction(me, async (tx) => {
      await enqueueJob(tx, { queue: "t.never", about: { nth: "failed" } });
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    await want({ queue: "t.never", about: { nth: "kept" } });
    await vi.waitFor(() => expect(seen).toEqual(["kept"]), within);
  });

  test("is tried again when it fails, and told each time", async () => {
    let attempts = 0;
    const work = async (): Promise<void> => {
      attempts += 1;
      if (attempts < 3) throw new Error(`attempt ${attempts}`);
    };
    const failures = await start([{ name: "t.again", work, retries: 3, retrySeconds: 1 }]);
    await want({ queue: "t.again", requestId: "r-8" });
    await vi.waitFor(() => expect(attempts).toBe(3), within);
    expect(failures.map(([cause]) => String(cause))).toEqual([
      "Error: attempt 1",
      "Error: attempt 2",
    ]);
    expect(failures[0]?.[1]?.context.requestId).toBe("r-8");
  });

  test("lies with the dead when it failed each time, with its reason", async () => {
    const work = async (): Promise<void> => {
      throw new Error("the printer is on fire");
    };
    await start([{ name: "t.dead", work, retries: 1, retrySeconds: 1 }]);
    await want({ queue: "t.dead", about: { sheet: 3 } });
    const dead = () => engine.db.transaction(me, (tx) => listDeadJobs(tx));
    await vi.waitFor(async () => expect(await dead()).toHaveLength(1), within);
    expect((await dead())[0]).toMatchObject({ queue: "t.dead", wanted: { about: { sheet: 3 } } });
    expect(JSON.stringify((await dead())[0]?.failed)).toContain("on fire");
  });

  test("is done by itself at its time, and when the program starts", async () => {
    const seen: Job[] = [];
    const work = async (job: Job): Promise<void> => void seen.push(job);
    await start([{ name: "t.timed", work, cron: "* * * * *" }]);
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), within);
    expect(seen[0]?.context).toEqual({
      requestId: null,
      actor: { kind: "system", name: "t.timed" },
    });
    const { rows } = await engine.db.transaction(me, (tx) =>
      tx.query(sql`select cron, timezone from job.schedule where name = 't.timed'`),
    );
    expect(rows).toEqual([{ cron: "* * * * *", timezone: "UTC" }]);
  });

  test("waits for its time", async () => {
    const seen: number[] = [];
    await start([{ name: "t.later", work: async () => void seen.push(Date.now()) }]);
    const wanted = Date.now();
    await want({ queue: "t.later", afterSeconds: 2 });
    await vi.waitFor(() => expect(seen).toHaveLength(1), within);
    expect((seen[0] ?? 0) - wanted).toBeGreaterThanOrEqual(1_900);
  });

  test("is done once, by one of the workers of two nodes", async () => {
    const done: unknown[][] = [[], []];
    const node = (nth: number): Queue => ({
      name: "t.shared",
      work: async ({ about }) => void done[nth]?.push(about["nth"]),
    });
    await start([node(0)]);
    await start([node(1)]);
    await engine.db.transaction(me, async (tx) => {
      for (let nth = 0; nth < 200; nth += 1) {
        await enqueueJob(tx, { queue: "t.shared", about: { nth } });
      }
    });
    await vi.waitFor(() => expect(done.flat()).toHaveLength(200), { ...within, timeout: 40_000 });
    expect(new Set(done.flat()).size).toBe(200);
    expect(done.map((own) => own.length > 0)).toEqual([true, true]);
  });
});
