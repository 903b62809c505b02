import type { Publisher } from "../land/index.ts";
import { system } from "../store/actor.ts";
import type { Db } from "../store/db.ts";
import { listEvents, type StoredEvent } from "../store/event.ts";
import type { Consumer } from "../store/events/consume.ts";
import { makeHorizon } from "../store/events/horizon.ts";
import { makePump } from "../store/events/pump.ts";
import { recount } from "./actions/count.ts";
import { changeOf } from "./model/changes.ts";
import type { KeptTiles, MapChange } from "./model/kept-tiles.ts";

const me = system("map.tiles");

/** A layer of a whole city is counted at once. */
const countingMs = 120_000;

/** What the room does once, on whichever node: it keeps the counts that tiles show from afar. */
export const mapConsumers = (publishers: readonly Publisher[]): Consumer[] => [
  {
    name: "map.cells",
    rooms: ["land"],
    timeoutMs: countingMs,
    work: async (tx, events) => {
      for (const change of together(events)) await recount(tx, publishers, change);
    },
  },
];

/** Changes of a batch, those of one layer together. */
function together(events: readonly StoredEvent[]): MapChange[] {
  const changes = new Map<string, MapChange>();
  for (const change of events.map(changeOf).filter((each) => each !== undefined)) {
    const before = changes.get(change.layer)?.boxes ?? [];
    const boxes = before === "all" || change.boxes === "all" ? "all" : [...before, ...change.boxes];
    changes.set(change.layer, { layer: change.layer, boxes });
  }
  return [...changes.values()];
}

/** Whoever knows how far the events are settled, and tells when that has grown. */
export type News = {
  readonly upTo: number;
  follow(grown: () => void): () => void;
};

/** So often a node that hears of nothing looks itself: an edit is to be seen within a second. */
const lookEveryMs = 500;

/** The news of a node that only reads: it cannot be woken, and looks. */
export function lookForNews(
  db: Db,
  failed: (cause: unknown) => void,
): News & { stop(): Promise<void> } {
  const followers = new Set<() => void>();
  const grown = (): void => followers.forEach((follower) => follower());
  const horizon = makeHorizon(db, { grown, failed });
  const timer = setInterval(horizon.wake, lookEveryMs).unref();
  horizon.wake();
  return {
    get upTo() {
      return horizon.upTo;
    },
    follow: (follower) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
    stop: async () => {
      clearInterval(timer);
      await horizon.stop();
    },
  };
}

/** More events than these are not read one by one: then all tiles go. */
const mostRead = 500;

/** Lets go of the kept tiles that a change touches, on every node for itself. */
export function followChanges(
  db: Db,
  { kept, news }: { readonly kept: KeptTiles; readonly news: News },
  failed: (cause: unknown) => void,
): () => Promise<void> {
  let afterId: number | undefined;
  const look = async (): Promise<void> => {
    const { upTo } = news;
    const range = { afterId: afterId ?? upTo, upTo, limit: mostRead, rooms: ["land", "map"] };
    const events = await db.transaction(me, (tx) => listEvents(tx, range));
    const isLost = afterId === undefined || events.length === mostRead;
    afterId = upTo;
    if (isLost) return kept.forgetAll();
    for (const change of events.map(changeOf)) if (change) kept.forget(change);
  };
  const pump = makePump(look, failed);
  const deafen = news.follow(pump.wake);
  pump.wake();
  return async () => {
    deafen();
    await pump.stop();
  };
}
