import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { getConstructionPlans } from "pg-boss";
import { afterAll, describe, expect, test, vi } from "vitest";
import { system } from "../../src/store/actor.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { homeFolder } from "../../src/store/home.ts";
import { enqueueJob } from "../../src/store/jobs/enqueue.ts";
import type { Job } from "../../src/store/jobs/job.ts";
import { startWorkers } from "../../src/store/jobs/workers.ts";
import { onBothEngines } from "../harness/engines.ts";
import { ownEngines } from "../harness/own-engines.ts";

const { cacheFolder } = ownEngines();
const root = mkdtempSync(join(tmpdir(), "zhibu-jobs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function open(where: { url: string } | { folder: string }): Promise<Db> {
  const opened = await openDb({ ...where, cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

/** The queue of the worker that is killed, as the process that waits for its job declares it. */
const killed = { name: "t.killed", expireSeconds: 2, retrySeconds: 1 } as const;

/** Wants a job with nobody there to do it: the queue is declared, and its worker gone again. */
async function wantKilled(db: Db): Promise<string> {
  const work = async (): Promise<void> => undefined;
  const queues = [{ ...killed, work }];
  const workers = await startWorkers(db, { queues, failed: () => undefined });
  await workers.stop();
  const order = { queue: killed.name, requestId: "r-killed" };
  return db.transaction(system("test"), (tx) => enqueueJob(tx, order));
}

/** Lets another process take a job, and kills it there; the job's id. */
async function killInMidJob(where: string): Promise<string> {
  const file = fileURLToPath(new URL("../harness/stuck-worker.ts", import.meta.url));
  const args = ["--import", "tsx", file, where, cacheFolder];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, "line")) as [string];
  child.kill("SIGKILL");
  await once(child, "close");
  return line.replace("took ", "");
}

onBothEngines("a job whose worker is killed", (engine) => {
  test("is taken up by another", async () => {
    const where = engine.url ?? join(root, "data");
    const place = engine.url === undefined ? { folder: where } : { url: where };
    // The queue stands before the job, and embedded one process at a time holds the folder.
    const first = await open(place);
    const id = await wantKilled(first);
    await first.close();

    expect(await killInMidJob(where)).toBe(id);

    const db = await open(place);
    const done: Job[] = [];
    const workers = await startWorkers(db, {
      queues: [{ ...killed, work: async (job) => void done.push(job) }],
      failed: () => undefined,
      superviseSeconds: 1,
    });
    await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 40_000, interval: 100 });
    expect(done[0]).toMatchObject({ id, context: { requestId: "r-killed" } });
    await workers.stop();
    await db.close();
  });
});

describe("the migration of the jobs' tables", () => {
  test("is what this version of pg-boss would make", () => {
    const file = join(homeFolder(), "db", "migrations", "0040-jobs.sql");
    const migration = readFileSync(file, "utf8");
    const ours = migration.slice(migration.indexOf("CREATE SCHEMA IF NOT EXISTS job"));
    expect(tidied(ours)).toBe(tidied(withoutStatistics(getConstructionPlans("job"))));
  });
});

/** Without pg-boss's own transaction, and without the dated partitions of its statistics. */
function withoutStatistics(plan: string): string {
  const whole = plan.slice(plan.indexOf("CREATE SCHEMA"), plan.lastIndexOf("COMMIT;"));
  const start = whole.indexOf("    DO $$");
  return whole.slice(0, start) + whole.slice(whole.indexOf("    CREATE TABLE job.job_dependency"));
}

const tidied = (text: string): string => text.replace(/[ \t]+$/gm, "").trim();
