import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../../src/http/server.ts";
import { openBook, policyRoutes } from "../../src/policy/index.ts";
import { homeFolder } from "../../src/store/home.ts";
import { onBothEngines } from "../harness/engines.ts";
import { accountHeader, seedPeople, serveAs } from "../harness/people.ts";

onBothEngines("a key that makes a request safe to repeat", (engine) => {
  let server: Server;
  beforeAll(async () => {
    const book = await openBook(join(homeFolder(), "packs"), "beijing");
    if (!book.ok) throw new Error("the shipped pack compiles");
    await seedPeople(engine.db, { lin: [], wu: [] });
    const clock = () => new Date("2026-03-01T04:00:00Z");
    server = await serveAs(engine.db, [policyRoutes({ book: book.value, clock })], clock);
  });
  afterAll(() => server.close());

  /** Stores an evaluation with the one key; the id that is answered. */
  const store = async (as: string | undefined, url = "/api/v1/policy/evaluations") => {
    const headers = { "idempotency-key": "k1", ...(as ? { [accountHeader]: as } : {}) };
    const payload = { facts: {} };
    const answer = await server.inject({ method: "POST", url, headers, payload });
    expect(answer.statusCode).toBe(201);
    return (answer.json() as { id: string }).id;
  };

  test("answers each account with its own, and nobody with somebody's", async () => {
    const first = [await store("lin"), await store("wu"), await store(undefined)];
    expect(new Set(first).size).toBe(3);
    expect([await store("lin"), await store("wu"), await store(undefined)]).toEqual(first);
  });
});
