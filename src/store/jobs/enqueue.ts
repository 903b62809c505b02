import { invariant } from "../../base/invariant.ts";
import { sql } from "../sql.ts";
import type { Tx } from "../transaction.ts";
import { jobActorOf } from "./job.ts";

export type JobOrder = {
  readonly queue: string;
  /** What the work is about. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** The request that wants it. */
  readonly requestId?: string | undefined;
  /** Not before so many seconds from now. */
  readonly afterSeconds?: number;
};

/**
 * Wants a job in the caller's transaction: it is there when that commits, and only then. The row is
 * the one that pg-boss would write, with the patience of its queue; its id is the answer.
 */
export async function enqueueJob(tx: Tx, order: JobOrder): Promise<string> {
  const { queue, about = {}, requestId = null, afterSeconds = 0 } = order;
  const context = { requestId, actor: jobActorOf(tx.actor) };
  const { rows } = await tx.query<{ id: string }>(sql`
    with job as (
      insert into job.job (name, data, start_after, keep_until, expire_seconds, deletion_seconds,
                           retry_limit, retry_delay, retry_backoff, retry_delay_max, policy,
                           dead_letter, heartbeat_seconds)
      select name, ${sql.json({ context, about })}, starts,
             starts + make_interval(secs => retention_seconds), expire_seconds, deletion_seconds,
             retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter,
             heartbeat_seconds
        from job.queue, (select now() + make_interval(secs => ${afterSeconds}::int)) as at (starts)
       where name = ${queue}
      returning id, start_after
    ),
    woken as (
      select pg_notify('pgboss_' || left(encode(sha224('job'::bytea), 'hex'), 24), ${queue}::text)
        from job
       where start_after <= now()
    )
    select id from job where (select count(*) from woken) >= 0`);
  invariant(rows[0], `a worker has declared the queue ${queue}`);
  return rows[0].id;
}

export type DeadJob = {
  readonly id: string;
  readonly queue: string;
  readonly wanted: unknown;
  readonly failed: unknown;
  readonly at: string;
};

/** The jobs that failed each time, newest first, for whoever looks after the program. */
export async function listDeadJobs(tx: Tx, limit = 100): Promise<DeadJob[]> {
  const { rows } = await tx.query<DeadJob>(sql`
    select id, source_name as queue, data as wanted, output as failed, created_on as at
      from job.job
     where name = 'store.dead'
     order by created_on desc
     limit ${limit}`);
  return rows;
}
