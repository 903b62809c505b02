import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { anonymous, system, type Actor } from "../../src/base/actor.ts";
import { createServer, stopServer, type Server } from "../../src/http/server.ts";
import { eventStream, usualStreamLimits, type StreamLimits } from "../../src/http/stream.ts";
import { shellProblem } from "../../src/http/problems.ts";
import type { Db } from "../../src/store/db.ts";
import { appendEvent, listEvents } from "../../src/store/event.ts";
import { startFeed, type Feed } from "../../src/store/events/feed.ts";
import { onBothEngines } from "../harness/engines.ts";
import { listenTo, type Listening } from "../harness/sse.ts";

const me = system("test");
const within = { timeout: 10_000, interval: 20 };

onBothEngines("the event stream", (engine) => {
  const held: { feed?: Feed } = {};
  const servers: Server[] = [];
  const streams: Listening[] = [];
  beforeAll(async () => {
    const failed = (cause: unknown): never => {
      throw cause;
    };
    held.feed = await startFeed(engine.db, { consumers: [], failed });
  });
  afterAll(() => held.feed?.stop());
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.leave();
    await Promise.all(servers.splice(0).map((server) => stopServer(server)));
  });

  /** Serves the stream alone: who asks says so in a header, and hears only of its own room. */
  const serve = async (limits: Partial<StreamLimits> = {}): Promise<string> => {
    const feed = held.feed!;
    const stream = eventStream<Db>({
      source: {
        get upTo() {
          return feed.upTo;
        },
        follow: feed.follow,
        list: (range) => engine.db.transaction(me, (tx) => listEvents(tx, range)),
      },
      admit: async ({ actor }) =>
        actor.kind === "anonymous" ? shellProblem({ code: "metrics_private" }) : undefined,
      sees: (actor, event) => actor.kind === "account" && actor.id === event.room,
      limits: { ...usualStreamLimits, ...limits },
    });
    const identify = async ({ headers }: { headers: object }): Promise<Actor> => {
      const id = (headers as Record<string, string>)["x-test-room"];
      return id ? { kind: "account", id, grants: [] } : anonymous;
    };
    const server = await createServer<Db>({ db: engine.db, routes: [stream], identify });
    servers.push(server);
    await server.listen({ host: "127.0.0.1", port: 0 });
    return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/v1/events`;
  };
  const listen = async (url: string, room = "land", lastId?: string): Promise<Listening> => {
    const last = lastId === undefined ? {} : { "last-event-id": lastId };
    const stream = await listenTo(url, { "x-test-room": room, ...last });
    streams.push(stream);
    return stream;
  };
  const append = (subject: string, room = "land", detail = {}): Promise<void> =>
    engine.db.transaction(me, (tx) =>
      appendEvent(tx, { room, kind: "changed", subject, detail, requestId: "r-1" }),
    );
  const subjects = ({ heard }: Listening): string[] =>
    heard.map(({ data }) => (data as { subject: string }).subject);
  const heardBy = (stream: Listening, expected: string[]): Promise<void> =>
    vi.waitFor(() => expect(subjects(stream)).toEqual(expected), within);

  test("tells each browser what it may see, as it happens", async () => {
    const url = await serve();
    const [land, policy] = [await listen(url), await listen(url, "policy")];
    expect(land.status).toBe(200);
    expect(land.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(land.headers["content-security-policy"]).toContain("default-src 'self'");
    await append("a\nb 更新", "land", { 行: "one\ntwo" });
    await append("p", "policy");
    await heardBy(land, ["a\nb 更新"]);
    await heardBy(policy, ["p"]);
    expect(land.heard[0]).toMatchObject({
      event: "land.changed",
      data: { room: "land", kind: "changed", detail: { 行: "one\ntwo" } },
    });
    expect(land.text()).not.toContain("r-1");
  });

  test("goes on behind the last event that a browser has", async () => {
    const url = await serve();
    const first = await listen(url);
    await append("one");
    await heardBy(first, ["one"]);
    first.leave();
    for (const subject of ["two", "three"]) await append(subject);
    const again = await listen(url, "land", first.heard[0]?.id);
    await append("four");
    await heardBy(again, ["two", "three", "four"]);
  });

  test("begins anew where a browser has an id from before a restore", async () => {
    const stream = await listen(await serve(), "land", "999999999");
    await append("after the restore");
    await heardBy(stream, ["after the restore"]);
  });

  test("waits for a browser that reads slowly, and loses nothing", async () => {
    const stream = await listen(await serve());
    stream.pause();
    const many = Array.from({ length: 450 }, (_, nth) => `slow-${nth}`);
    await engine.db.transaction(me, async (tx) => {
      for (const subject of many) {
        const detail = { filling: "x".repeat(4_000) };
        await appendEvent(tx, { room: "land", kind: "changed", subject, detail });
      }
    });
    stream.resume();
    await heardBy(stream, many);
  });

  test("beats while nothing happens, and ends after its life so that the browser comes anew", async () => {
    const stream = await listen(await serve({ heartbeatMs: 20, lifetimeMs: 300 }));
    await vi.waitFor(() => expect(stream.text()).toMatch(/^retry: 2000\n\n(:\n\n){3}/), within);
    await stream.ended;
  });

  test("is bounded for one address and in all, and a place is free when a browser leaves", async () => {
    for (const limits of [{ perAddress: 2 }, { total: 2 }]) {
      const url = await serve(limits);
      const open = [await listen(url), await listen(url)];
      const refused = await listen(url);
      expect(refused.status).toBe(429);
      expect(refused.headers["retry-after"]).toBe("30");
      await refused.ended;
      expect(JSON.parse(refused.text())).toMatchObject({ code: "streams_taken", status: 429 });
      open[0]?.leave();
      await vi.waitFor(async () => expect((await listen(url)).status).toBe(200), within);
    }
  });

  test("is refused to whoever may hear nothing, and with a broken id", async () => {
    const url = await serve();
    expect((await listenTo(url)).status).toBe(shellProblem({ code: "metrics_private" }).status);
    expect((await listen(url, "land", "one")).status).toBe(400);
    const head = await fetch(url, { method: "HEAD", headers: { "x-test-room": "land" } });
    expect(head.status).toBe(404);
  });

  test("is ended when the server stops in good order", async () => {
    const stream = await listen(await serve());
    const server = servers.pop()!;
    const started = Date.now();
    await stopServer(server);
    await stream.ended;
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
