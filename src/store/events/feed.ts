import type { Db } from "../db.ts";
import { eventChannel } from "../event.ts";
import { consumeBatch, registerConsumer, type Consumer } from "./consume.ts";
import { makeHorizon } from "./horizon.ts";
import { makePump } from "./pump.ts";

export type FeedOptions = {
  readonly consumers: readonly Consumer[];
  /** Hears of each failure, by the consumer's name; the work is tried again with the next sweep. */
  readonly failed: (cause: unknown, name: string) => void;
};

/** The events of this node: its consumers at work, and who else wants to hear of new ones. */
export type Feed = {
  /** Up to which id events may be listed without passing one over. */
  readonly upTo: number;
  /** Calls back whenever `upTo` has grown; the answer ends it. */
  follow(grown: () => void): () => void;
  /** Lets batches under way end. */
  stop(): Promise<void>;
};

/** How often it is looked without being woken: a word may be lost, another node may have died. */
const sweepMs = 5_000;

/** Starts reading events on this node: woken by NOTIFY, and sweeping every five seconds. */
export async function startFeed(db: Db, { consumers, failed }: FeedOptions): Promise<Feed> {
  for (const { name } of consumers) await registerConsumer(db, name);
  const followers = new Set<() => void>();
  const horizon = makeHorizon(db, {
    grown: () => {
      for (const grown of [...wakers, ...followers]) grown();
    },
    failed: (cause) => failed(cause, "store.events"),
  });
  const works = consumers.map((consumer) =>
    makePump(
      () => drain(db, consumer, () => horizon.upTo),
      (cause) => failed(cause, consumer.name),
    ),
  );
  const wakers = works.map(({ wake }) => wake);
  const sweepAll = (): void => [horizon.wake, ...wakers].forEach((wake) => wake());
  const deafen = await db.listen(eventChannel, horizon.wake);
  const sweep = setInterval(sweepAll, sweepMs).unref();
  sweepAll();

  return {
    get upTo() {
      return horizon.upTo;
    },
    follow: (grown) => {
      followers.add(grown);
      return () => void followers.delete(grown);
    },
    stop: async () => {
      deafen();
      clearInterval(sweep);
      await Promise.all([horizon, ...works].map((pump) => pump.stop()));
    },
  };
}

async function drain(db: Db, consumer: Consumer, upTo: () => number): Promise<void> {
  for (;;) if ((await consumeBatch(db, consumer, upTo())) !== "more") return;
}
