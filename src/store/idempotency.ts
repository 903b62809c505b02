import { accept, refuse, type Decision } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Actor } from "./actor.ts";
import { sql, type Fragment } from "./sql.ts";
import type { Tx } from "./transaction.ts";

/** What makes a repeated request known beside its actor: the key, the route and the content. */
export type RepeatKey = {
  readonly key: string;
  readonly route: string;
  readonly requestSha256: string;
};

export type RepeatRefusal = { code: "idempotency_key_reused" };

type Kept<Value> = { request_sha256: string; answer: Value };

/**
 * Runs the work once per actor and key: a repetition gets the first answer, nobody that of another.
 * Those who are not signed in are one actor here: none of them can be told from the others.
 * The answer is kept in the transaction of the work, so neither a crash nor a race can do it twice.
 * Without a key the work simply runs.
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
     where ${isKept(tx, repeat)}`);
  return decision;
}

/** Whose a key is, as it stands in the table and as the row policy spells it. */
function callerOf(actor: Actor): string {
  switch (actor.kind) {
    case "anonymous":
      return actor.kind;
    case "account":
      return `${actor.kind}:${actor.id}`;
    case "system":
      return `${actor.kind}:${actor.name}`;
  }
}

const isKept = ({ actor }: Tx, { key, route }: RepeatKey): Fragment =>
  sql`caller = ${callerOf(actor)} and key = ${key} and route = ${route}`;

/** Waits where the same request is under way; false when it has been answered before. */
async function claim(tx: Tx, { key, route, requestSha256 }: RepeatKey): Promise<boolean> {
  const { rows } = await tx.query(sql`
    insert into store.idempotency (caller, key, route, request_sha256)
    values (${callerOf(tx.actor)}, ${key}, ${route}, ${requestSha256})
    on conflict (caller, key, route) do nothing
    returning key`);
  return rows.length > 0;
}

async function repeated<Value>(tx: Tx, repeat: RepeatKey): Promise<Decision<Value, RepeatRefusal>> {
  const { rows } = await tx.query<Kept<Value>>(sql`
    select request_sha256, answer
      from store.idempotency
     where ${isKept(tx, repeat)}`);
  const kept = rows[0];
  invariant(kept, "a key that was taken has its row");
  if (kept.request_sha256 !== repeat.requestSha256)
    return refuse({ code: "idempotency_key_reused" });
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
