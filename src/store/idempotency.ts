import { accept, refuse, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import { sql } from "./sql.ts";
import type { Tx } from "./transaction.ts";

/** What makes a repeated request known: the client's key, the route and the content. */
export type RepeatKey = {
  readonly key: string;
  readonly route: string;
  readonly requestSha256: string;
};

export type RepeatRefusal = { code: "idempotency_key_reused" };

type Kept<Value> = { request_sha256: string; answer: Value };

/**
 * Runs the work once per key: a repetition gets the first answer. The answer is kept in the
 * transaction of the work, so neither a crash nor a race can do it twice. Without a key the work
 * simply runs.
 */
export async function answerOnce<Value, Refusal = never>(
  tx: Tx,
  repeat: RepeatKey | undefined,
  work: () => Promise<Decision<Value, Refusal>>,
): Promise<Decision<Value, Refusal | RepeatRefusal>> {
  if (!repeat) return work();
  if (!(await claim(tx, repeat))) return repeated<Value>(tx, repeat);
  const decision = await work();
  if (!decision.ok) return decision;
  await tx.query(sql`
    update store.idempotency
       set answer = ${sql.json(decision.value)}
     where key = ${repeat.key}
       and route = ${repeat.route}`);
  return decision;
}

/** Waits where the same request is under way; false when it has been answered before. */
async function claim(tx: Tx, { key, route, requestSha256 }: RepeatKey): Promise<boolean> {
  const { rows } = await tx.query(sql`
    insert into store.idempotency (key, route, request_sha256)
    values (${key}, ${route}, ${requestSha256})
    on conflict (key, route) do nothing
    returning key`);
  return rows.length > 0;
}

async function repeated<Value>(
  tx: Tx,
  { key, route, requestSha256 }: RepeatKey,
): Promise<Decision<Value, RepeatRefusal>> {
  const { rows } = await tx.query<Kept<Value>>(sql`
    select request_sha256, answer
      from store.idempotency
     where key = ${key}
       and route = ${route}`);
  const kept = rows[0];
  invariant(kept, "a key that was taken has its row");
  if (kept.request_sha256 !== requestSha256) return refuse({ code: "idempotency_key_reused" });
  return accept(kept.answer);
}

/** How long a repetition is known: clients that still try after two days have lost their order. */
const keptHours = 48;

/** Forgets answers that nobody asks for again; how many. */
export async function dropOldAnswers(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ dropped: number }>(sql`
    with old as (
      delete from store.idempotency
       where at < now() - make_interval(hours => ${keptHours}::int)
      returning 1
    )
    select count(*) as dropped from old`);
  return rows[0]?.dropped ?? 0;
}
