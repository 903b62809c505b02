import { sql } from "./sql.ts";
import type { Tx } from "./transaction.ts";

/** Something that happened in a room and that the rooms above may want to know. */
export type Event = {
  readonly room: string;
  readonly kind: string;
  /** The id of what it happened to. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Appends an event in the transaction that caused it: both are seen, or neither. */
export async function appendEvent(tx: Tx, { room, kind, subject, detail }: Event): Promise<void> {
  await tx.query(sql`
    with event as (
      insert into store.event (room, kind, subject, detail)
      values (${room}, ${kind}, ${subject}, ${sql.json(detail ?? {})})
      returning id
    )
    select pg_notify('store_event', id::text) from event`);
}

export type StoredEvent = Required<Event> & { readonly id: number; readonly at: string };

/** The events of a room after an id, oldest first, of transactions that can gain no more rows. */
export async function listEvents(
  tx: Tx,
  { room, afterId, limit }: { room: string; afterId: number; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await tx.query<StoredEvent>(sql`
    select id, room, kind, subject, detail, at
      from store.event
     where room = ${room}
       and id > ${afterId}
       and txid < pg_snapshot_xmin(pg_current_snapshot())
     order by id
     limit ${limit}`);
  return rows;
}
