import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { listEvents, type StoredEvent } from "../event.ts";
import { sql } from "../sql.ts";
import type { Tx } from "../transaction.ts";

/** Who reads events and works on them, in the order of their ids. */
export type Consumer = {
  /** Names its place in the events; two nodes with one name share one place. */
  readonly name: string;
  /** Events of these rooms alone. */
  readonly rooms?: readonly string[];
  /**
   * Works on a batch in the very transaction that moves the cursor. What it writes there is done
   * once; what it does elsewhere may be repeated after a crash.
   */
  readonly work: (tx: Tx, events: readonly StoredEvent[]) => Promise<void>;
  readonly timeoutMs?: number;
};

const batch = 100;

/** What became of one batch: there is more, that was all, or another node holds the name. */
export type Consumed = "more" | "all" | "elsewhere";

/** Lets a consumer work on the next events up to a settled id. */
export async function consumeBatch(db: Db, consumer: Consumer, upTo: number): Promise<Consumed> {
  const { name, rooms, work, timeoutMs } = consumer;
  const options = timeoutMs === undefined ? {} : { timeoutMs };
  return db.transaction(
    system(name),
    async (tx): Promise<Consumed> => {
      const afterId = await holdCursor(tx, name);
      if (afterId === undefined) return "elsewhere";
      if (afterId >= upTo) return "all";
      const events = await listEvents(tx, { afterId, upTo, limit: batch, rooms });
      if (events.length > 0) await work(tx, events);
      const isFull = events.length === batch;
      await moveCursor(tx, name, isFull ? (events.at(-1)?.id ?? upTo) : upTo);
      return isFull ? "more" : "all";
    },
    options,
  );
}

/** Takes the consumer's cursor for this transaction; nothing where another node has it. */
async function holdCursor(tx: Tx, name: string): Promise<number | undefined> {
  const { rows } = await tx.query<{ after_id: number }>(sql`
    select after_id from store.cursor where name = ${name} for update skip locked`);
  return rows[0]?.after_id;
}

async function moveCursor(tx: Tx, name: string, afterId: number): Promise<void> {
  await tx.query(sql`
    update store.cursor set after_id = ${afterId}, moved_at = now() where name = ${name}`);
}

/** Gives a consumer its cursor: a new one begins with the first event there is. */
export async function registerConsumer(db: Db, name: string): Promise<void> {
  await db.transaction(system(name), (tx) =>
    tx.query(sql`insert into store.cursor (name) values (${name}) on conflict (name) do nothing`),
  );
}
