import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { refuse } from "../base/decision.ts";
import { anonymous, system } from "./actor.ts";
import { appendEvent, listEvents } from "./event.ts";
import { sql } from "./sql.ts";
import { SqlError } from "./sql-error.ts";
import type { Tx } from "./db.ts";

const me = system("test");
const append = (subject: string) => (tx: Tx) =>
  appendEvent(tx, { room: "land", kind: "changed", subject });

/** What a transaction must not forgive: a failed statement that nobody hears of. */
const divideAndSwallow = (tx: Tx): Promise<unknown> =>
  tx.query(sql`select 1 / ${0}::int`).catch(() => "swallowed");

onBothEngines("a transaction", (engine) => {
  const subjects = async (): Promise<string[]> => {
    const { rows } = await engine.db.transaction(me, (tx) =>
      tx.query<{ subject: string }>(sql`select subject from store.event order by id`),
    );
    return rows.map((row) => row.subject);
  };

  test("commits a value", async () => {
    await engine.db.transaction(me, append("kept"));
    expect(await subjects()).toContain("kept");
  });

  test("rolls back a returned refusal, and returns it", async () => {
    const decision = await engine.db.transaction(me, async (tx) => {
      await append("refused")(tx);
      return refuse({ code: "source_short", shortDm2: 3 });
    });
    expect(decision).toEqual({ ok: false, refusal: { code: "source_short", shortDm2: 3 } });
    expect(await subjects()).not.toContain("refused");
  });

  test("rolls back when the work throws, and the next one is untouched", async () => {
    const broken = engine.db.transaction(me, async (tx) => {
      await append("thrown")(tx);
      throw new TypeError("broken");
    });
    await expect(broken).rejects.toThrow(TypeError);
    await engine.db.transaction(me, append("after"));
    expect(await subjects()).not.toContain("thrown");
    expect(await subjects()).toContain("after");
  });

  test("fails as a whole when a failed statement was swallowed", async () => {
    const swallowed = engine.db.transaction(me, async (tx) => {
      await append("swallowed")(tx);
      await divideAndSwallow(tx);
      return "fine";
    });
    await expect(swallowed).rejects.toMatchObject({ name: "SqlError", state: "22012" });
    expect(await subjects()).not.toContain("swallowed");
  });

  test("refuses at once the use of the database inside itself", async () => {
    const nested = engine.db.transaction(me, async () => engine.db.transaction(me, append("x")));
    await expect(nested).rejects.toThrow("nested_transaction");
  });

  test("tells the constraint that a statement broke", async () => {
    const broken = engine.db.transaction(me, (tx) =>
      tx.query(sql`insert into store.migration (name, sha256) values ('x', 'short')`),
    );
    await expect(broken).rejects.toSatisfy(
      (cause) => cause instanceof SqlError && cause.constraint === "migration_sha256_check",
    );
  });

  test("carries its actor", async () => {
    expect(await engine.db.transaction(anonymous, async (tx) => tx.actor)).toEqual(anonymous);
  });

  test("runs many at once without mixing them", async () => {
    const many = Array.from({ length: 20 }, (_, index) => index);
    await Promise.all(many.map((index) => engine.db.transaction(me, append(`many-${index}`))));
    const found = (await subjects()).filter((subject) => subject.startsWith("many-"));
    expect(new Set(found).size).toBe(20);
  });

  test("ends work that takes too long with a fault, and the database answers again", async () => {
    const late = engine.db.transaction(
      me,
      async () => new Promise((resolve) => setTimeout(resolve, 2_000)),
      { timeoutMs: 150 },
    );
    await expect(late).rejects.toMatchObject({ name: "Fault", code: "database_timeout" });
    await engine.db.ready();
  });

  test("shows events of ended transactions in the order of their ids", async () => {
    await engine.db.transaction(me, (tx) =>
      appendEvent(tx, { room: "checkup", kind: "stale", subject: "b1", detail: { year: 2026 } }),
    );
    const events = await engine.db.transaction(me, (tx) =>
      listEvents(tx, { rooms: ["checkup"], afterId: 0, upTo: 1_000, limit: 10 }),
    );
    expect(events).toMatchObject([
      { room: "checkup", kind: "stale", subject: "b1", detail: { year: 2026 } },
    ]);
  });
});

describe("a fragment", () => {
  test("is the only thing that a transaction sends", async () => {
    const { toQuery } = await import("./sql.ts");
    expect(() => toQuery({ parts: ["drop table x"], values: [] })).toThrow("sql tag");
  });
});
