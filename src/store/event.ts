import { sql } from "./sql.ts";
import type { Tx } from "./transaction.ts";

/** Something that happened in a room and that the rooms above may want to know. */
export type Event = {
  readonly room: string;
  readonly kind: string;
  /** The id of what it happened to. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The request that caused it, so that what follows from it can be traced back. */
  readonly requestId?: string | undefined;
};

/** Woken by this channel, readers look themselves: a payload may be lost, a row is not. */
export const eventChannel = "store_event";

/** Appends an event in the transaction that caused it: both are seen, or neither. */
export async function appendEvent(tx: Tx, event: Event): Promise<void> {
  const { room, kind, subject, detail = {}, requestId = null } = event;
  await tx.query(sql`
    with event as (
      insert into store.event (room, kind, subject, detail, request_id)
      values (${room}, ${kind}, ${subject}, ${sql.json(detail)}, ${requestId})
      returning id
    )
    select pg_notify(${eventChannel}, id::text) from event`);
}

export type StoredEvent = {
  readonly id: number;
  readonly room: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  readonly at: string;
};

/** Which events to list: up to an id that is settled, or rows may be passed over for ever. */
export type EventRange = {
  readonly afterId: number;
  readonly upTo: number;
  readonly limit: number;
  /** Of these rooms alone. */
  readonly rooms?: readonly string[] | undefined;
};

/** The events of a range, oldest first. */
export async function listEvents(tx: Tx, range: EventRange): Promise<StoredEvent[]> {
  const { afterId, upTo, limit, rooms } = range;
  const { rows } = await tx.query<StoredEvent>(sql`
    select id, room, kind, subject, detail, request_id as "requestId", at
      from store.event
     where id > ${afterId}
       and id <= ${upTo}
       and ${rooms ? sql`room = any(${rooms})` : sql`true`}
     order by id
     limit ${limit}`);
  return rows;
}
