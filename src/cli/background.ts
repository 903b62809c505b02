import { accept } from "../base/decision.ts";
import { system, type Actor } from "../base/actor.ts";
import { callerOf } from "../http/caller.ts";
import type { Routes } from "../http/server.ts";
import { eventStream, type EventSource, type StreamedEvent } from "../http/stream.ts";
import { landLayers, landQueues } from "../land/index.ts";
import { mapConsumers } from "../map/index.ts";
import { peopleProblem, peopleQueues, perform } from "../people/index.ts";
import { policyQueues } from "../policy/index.ts";
import { startSealer } from "../store/chain/sealer.ts";
import type { Db } from "../store/db.ts";
import { listEvents } from "../store/event.ts";
import { startFeed, type Feed } from "../store/events/feed.ts";
import { startWorkers } from "../store/jobs/workers.ts";
import { chains } from "./chains.ts";

/** What goes on beside requests: events, seals, jobs; and the stream by which browsers hear. */
export type Background = {
  readonly routes: Routes<Db>;
  /** The events of this node: how far they are settled, and a call whenever there are more. */
  readonly feed: Feed;
  /** Calls back whenever something happened in a room; the answer ends it. */
  readonly follow: Feed["follow"];
  /** Lets what is under way end, within ten seconds. */
  stop(): Promise<void>;
};

/** Where failures are told, with what they belong to: a consumer, or a job and its request. */
export type Failed = (cause: unknown, of: Readonly<Record<string, unknown>>) => void;

const me = system("events.stream");

/** Rooms whose events tell of no person: every account may hear of them. */
const openRooms: readonly string[] = ["land", "policy"];

/** Whether an actor may see an event: those of other rooms are for the program alone. */
export const seesEvent = (actor: Actor, { room }: Pick<StreamedEvent, "room">): boolean =>
  actor.kind === "system" || openRooms.includes(room);

/** Starts the events, the seals and the jobs of this node. */
export async function startBackground(
  db: Db,
  { packs, failed }: { readonly packs: string; readonly failed: Failed },
): Promise<Background> {
  const feed = await startFeed(db, {
    consumers: mapConsumers([landLayers]),
    failed: (cause, consumer) => failed(cause, { consumer }),
  });
  const sealer = startSealer(db, chains, (cause) => failed(cause, { consumer: "store.sealer" }));
  const workers = await startWorkers(db, {
    queues: [...peopleQueues(db), ...landQueues(db), ...policyQueues(db, { packs })],
    failed: (cause, job) =>
      failed(cause, job ? { queue: job.queue, job: job.id, ...job.context } : { queue: null }),
  });
  return {
    routes: streamOf(db, feed),
    feed,
    follow: feed.follow,
    stop: async () => {
      await Promise.all([feed.stop(), workers.stop()]);
      await sealer.stop();
    },
  };
}

function streamOf(db: Db, feed: Feed): Routes<Db> {
  return eventStream<Db>({
    source: sourceOf(db, feed),
    sees: seesEvent,
    admit: async (request) => {
      const task = {
        caller: callerOf(request),
        act: "read",
        resource: { kind: "event_stream" },
      } as const;
      const allowed = await perform(db, task, async () => accept(null));
      return allowed.ok ? undefined : peopleProblem(allowed.refusal);
    },
  });
}

/** One listing serves all streams that stand at the same event. */
function sourceOf(db: Db, feed: Feed): EventSource {
  let last: { key: string; events: Promise<readonly StreamedEvent[]> } | undefined;
  return {
    get upTo() {
      return feed.upTo;
    },
    follow: feed.follow,
    list: (range) => {
      const key = `${range.afterId} ${range.upTo}`;
      if (last?.key === key) return last.events;
      const rooms = openRooms;
      const events = db.transaction(me, (tx) => listEvents(tx, { ...range, rooms }));
      last = { key, events };
      events.catch(() => (last = undefined));
      return events;
    },
  };
}
