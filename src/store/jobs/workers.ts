import { PgBoss, type Job as BossJob } from "pg-boss";
import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { bossDoor } from "./boss-door.ts";
import { deadQueue, jobActorOf, type Job, type JobContext, type Queue } from "./job.ts";

export type WorkersOptions = {
  readonly queues: readonly Queue[];
  /** Hears of each failed attempt, and of pg-boss's own trouble without a job. */
  readonly failed: (cause: unknown, job?: Job) => void;
  /** How often jobs are looked for that lost their worker. */
  readonly superviseSeconds?: number;
  /** How long jobs under way may still take when the workers stop. */
  readonly stopMs?: number;
};

export type Workers = {
  /** Takes no more jobs, lets those under way end, and gives back the ones that did not. */
  stop(): Promise<void>;
};

const usual = { retries: 3, retrySeconds: 5, expireSeconds: 300, superviseSeconds: 30 };
const stopMs = 10_000;

/** A new job is told at once; one that waits for its time or its retry is found by looking. */
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
const deadDays = 90;

/** Starts the workers of this node. Each job is done by one worker of one node at a time. */
export async function startWorkers(db: Db, options: WorkersOptions): Promise<Workers> {
  const { queues, failed } = options;
  const boss = openBoss(db, options.superviseSeconds ?? usual.superviseSeconds);
  boss.on("error", (cause) => failed(cause));
  await boss.start();
  await declare(boss, queues);
  for (const queue of queues) await startWork(boss, queue, failed);
  return {
    stop: () => boss.stop({ graceful: true, timeout: options.stopMs ?? stopMs }),
  };
}

/** Makes queues without working on them: jobs may be wanted before any worker was started. */
export async function declareQueues(db: Db, queues: readonly Queue[]): Promise<void> {
  const boss = openBoss(db, usual.superviseSeconds);
  const failures: unknown[] = [];
  boss.on("error", (cause) => failures.push(cause));
  await boss.start();
  await declare(boss, queues);
  await boss.stop({ graceful: false });
  if (failures.length > 0) throw failures[0];
}

/** The tables are our migrations' own: pg-boss only checks that it knows them. */
function openBoss(db: Db, superviseSeconds: number): PgBoss {
  const isServer = db.engine === "postgresql";
  return new PgBoss({
    db: bossDoor(db),
    schema: "job",
    backend: isServer ? "postgres" : "pglite",
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    reindex: isServer,
    monitorVacuum: isServer,
  });
}

/** Makes the queues, and brings those that are there to what is declared now. */
async function declare(boss: PgBoss, queues: readonly Queue[]): Promise<void> {
  await boss.createQueue(deadQueue, { retentionSeconds: deadDays * 86_400 });
  for (const queue of queues) {
    const patience = {
      retryLimit: queue.retries ?? usual.retries,
      retryDelay: queue.retrySeconds ?? usual.retrySeconds,
      retryBackoff: true,
      expireInSeconds: queue.expireSeconds ?? usual.expireSeconds,
      ...(queue.heartbeatSeconds === undefined ? {} : { heartbeatSeconds: queue.heartbeatSeconds }),
      deadLetter: deadQueue,
      notify: true,
    };
    await boss.createQueue(queue.name, patience);
    await boss.updateQueue(queue.name, patience);
  }
}

const ofTheProgram = (name: string): Stored => ({
  context: { requestId: null, actor: jobActorOf(system(name)) },
  about: {},
});

async function startWork(
  boss: PgBoss,
  queue: Queue,
  failed: WorkersOptions["failed"],
): Promise<void> {
  const { name, cron } = queue;
  const worker = await boss.work<Stored>(name, polling, async ([taken]) => {
    // Behind a job there may be another: the worker looks again before it waits.
    boss.notifyWorker(worker);
    if (taken) await workOn(queue, jobOf(taken), failed);
  });
  if (cron === undefined) return boss.unschedule(name);
  await boss.schedule(name, cron, ofTheProgram(name));
  await boss.sendThrottled(name, ofTheProgram(name), {}, 60);
}

type Stored = { readonly context: JobContext; readonly about: Job["about"] };

const jobOf = ({ id, name, data: stored, signal }: BossJob<Stored>): Job => ({
  id,
  queue: name,
  about: stored.about,
  context: stored.context,
  signal,
});

async function workOn(queue: Queue, job: Job, failed: WorkersOptions["failed"]): Promise<void> {
  try {
    await queue.work(job);
  } catch (cause) {
    failed(cause, job);
    throw cause;
  }
}
