import { afterEach, expect, test, vi } from "vitest";
import { onBothEngines } from "../../../test/harness/engines.ts";
import { system } from "../actor.ts";
import type { Db } from "../db.ts";
import { appendEvent, listEvents, type StoredEvent } from "../event.ts";
import type { Consumer } from "./consume.ts";
import { startFeed, type Feed } from "./feed.ts";

const me = system("test");
const event = (subject: string) => ({ room: "land", kind: "changed", subject });
const append = (db: Db, subject: string): Promise<void> =>
  db.transaction(me, (tx) => appendEvent(tx, event(subject)));
const within = { timeout: 10_000, interval: 20 };

const surprised = (cause: unknown): never => {
  throw cause;
};

onBothEngines("a consumer of events", (engine) => {
  const feeds: Feed[] = [];
  const start = async (consumers: Consumer[]): Promise<Feed> => {
    const feed = await startFeed(engine.db, { consumers, failed: surprised });
    feeds.push(feed);
    return feed;
  };
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
  });
  const collector = (name: string, seen: string[]): Consumer => ({
    name,
    rooms: ["land"],
    work: async (_tx, events) => void seen.push(...events.map(({ subject }) => subject)),
  });

  test("hears of what is appended while it runs, and of what was there before", async () => {
    const seen: string[] = [];
    await append(engine.db, "before");
    await start([collector("reader.a", seen)]);
    await vi.waitFor(() => expect(seen).toEqual(["before"]), within);
    await append(engine.db, "after");
    await vi.waitFor(() => expect(seen).toEqual(["before", "after"]), within);
  });

  test("goes on where it stopped, and shares its place with a node of the same name", async () => {
    const seen: string[] = [];
    await append(engine.db, "while it stood still");
    await start([collector("reader.a", seen)]);
    await start([collector("reader.a", seen)]);
    for (let nth = 0; nth < 120; nth += 1) await append(engine.db, `many-${nth}`);
    await vi.waitFor(() => expect(seen).toContain("many-119"), within);
    const many = Array.from({ length: 120 }, (_, nth) => `many-${nth}`);
    expect(seen).toEqual(["while it stood still", ...many]);
  });

  test("does its own writing once, in the transaction that moves its cursor", async () => {
    const failures: unknown[] = [];
    let attempts = 0;
    const writer: Consumer = {
      name: "writer.once",
      rooms: ["land"],
      work: async (tx, events) => {
        for (const { subject } of events) {
          await appendEvent(tx, { room: "echo", kind: "heard", subject });
        }
        attempts += 1;
        if (attempts === 1) throw new Error("the first attempt fails after it has written");
      },
    };
    await append(engine.db, "twice tried");
    const failed = (cause: unknown): void => void failures.push(cause);
    const feed = await startFeed(engine.db, { consumers: [writer], failed });
    feeds.push(feed);
    const echoes = () =>
      engine.db.transaction(me, (tx) =>
        listEvents(tx, { afterId: 0, upTo: 1e9, limit: 1_000, rooms: ["echo"] }),
      );
    const subjects = async () => (await echoes()).map(({ subject }: StoredEvent) => subject);
    await vi.waitFor(async () => expect(await subjects()).toContain("twice tried"), within);
    expect(failures).toHaveLength(1);
    const written = await subjects();
    expect(written).toEqual([...new Set(written)]);
  });

  test("carries the request that caused an event", async () => {
    const seen: (string | null)[] = [];
    const work: Consumer["work"] = async (_tx, events) =>
      void seen.push(...events.map(({ requestId }) => requestId));
    await start([{ name: "reader.ids", rooms: ["traced"], work }]);
    await engine.db.transaction(me, (tx) =>
      appendEvent(tx, { ...event("x"), room: "traced", requestId: "r-1" }),
    );
    await vi.waitFor(() => expect(seen).toEqual(["r-1"]), within);
  });
});
