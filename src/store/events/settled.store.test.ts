import { describe, expect, test } from "vitest";
import { holdTransaction } from "../../../test/harness/held.ts";
import { onBothEngines } from "../../../test/harness/engines.ts";
import { system } from "../actor.ts";
import type { Db, Tx } from "../db.ts";
import { appendEvent, listEvents } from "../event.ts";
import { sql, type Fragment } from "../sql.ts";
import { lookAgain, nothingSettled, settle, withMark, type Settled } from "./settled.ts";

const me = system("test");
const table = sql`store.event`;
const append = (subject: string) => (tx: Tx) =>
  appendEvent(tx, { room: "land", kind: "changed", subject });

/** A reader of our kind: it lists what is settled. */
const settlingReader = (db: Db) => {
  let settled: Settled = nothingSettled;
  let afterId = 0;
  return async (): Promise<string[]> => {
    for (const _look of [1, 2]) {
      settled = await db.transaction(me, (tx) => lookAgain(tx, table, settled));
    }
    const { upTo } = settled;
    const events = await db.transaction(me, (tx) => listEvents(tx, { afterId, upTo, limit: 100 }));
    afterId = Math.max(afterId, upTo);
    return events.map(({ subject }) => subject);
  };
};

/** A reader that lists whatever is seen under a condition, and remembers the last id. */
const simpleReader = (db: Db, condition: Fragment) => {
  let afterId = 0;
  return async (): Promise<string[]> => {
    const { rows } = await db.transaction(me, (tx) =>
      tx.query<{ id: number; subject: string }>(sql`
        select id, subject from store.event where id > ${afterId} and ${condition} order by id`),
    );
    afterId = rows.at(-1)?.id ?? afterId;
    return rows.map(({ subject }) => subject);
  };
};
const byIdAlone = sql`true`;
const byTransactionNumber = sql`
  xmin::text::numeric < pg_snapshot_xmin(pg_current_snapshot())::text::numeric`;

onBothEngines("events that are settled", (engine) => {
  test("are all that were committed, at the second look", async () => {
    const read = settlingReader(engine.db);
    await engine.db.transaction(me, append("one"));
    await engine.db.transaction(me, append("two"));
    expect(await read()).toEqual(["one", "two"]);
    expect(await read()).toEqual([]);
  });

  // PGlite runs one transaction at a time: there ids and commits come in one order.
  if (engine.name === "pglite") return;

  test("wait for a smaller id whose transaction commits later", async () => {
    const [ours, naive] = [settlingReader(engine.db), simpleReader(engine.db, byIdAlone)];
    await Promise.all([ours(), naive()]);
    const a = await holdTransaction(engine.db);
    await a.run(append("first"));
    await engine.db.transaction(me, append("second"));
    expect(await ours()).toEqual([]);
    expect(await naive()).toEqual(["second"]);
    await a.commit();
    expect(await ours()).toEqual(["first", "second"]);
    expect(await naive(), "a reader by the id alone has lost the first").toEqual([]);
  });

  test("wait for a smaller id of a younger transaction", async () => {
    const byNumber = simpleReader(engine.db, byTransactionNumber);
    const ours = settlingReader(engine.db);
    await Promise.all([ours(), byNumber()]);
    const [older, younger] = [await holdTransaction(engine.db), await holdTransaction(engine.db)];
    const number = (tx: Tx) => tx.query(sql`select pg_current_xact_id()`);
    await older.run(number);
    await younger.run(number);
    await younger.run(append("first"));
    await older.run(append("second"));
    await older.commit();
    expect(await ours()).toEqual([]);
    expect(await byNumber()).toEqual(["second"]);
    await younger.commit();
    expect(await ours()).toEqual(["first", "second"]);
    expect(await byNumber(), "a reader by transaction numbers has lost the first").toEqual([]);
  });

  test("settle although some transaction is always open", async () => {
    const read = settlingReader(engine.db);
    await read();
    const seen: string[] = [];
    let open = await holdTransaction(engine.db);
    await open.run(append("0"));
    for (let nth = 1; nth <= 10; nth += 1) {
      const next = await holdTransaction(engine.db);
      await next.run(append(String(nth)));
      await open.commit();
      open = next;
      seen.push(...(await read()));
    }
    expect(seen.length).toBeGreaterThan(5);
    await open.commit();
    seen.push(...(await read()), ...(await read()));
    expect(seen).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
  });
});

describe("marks", () => {
  test("are taken when every transaction up to theirs has ended, and not before", () => {
    const marked = withMark(withMark(nothingSettled, { upTo: 5, xid: 10n }), { upTo: 9, xid: 20n });
    expect(settle(marked, { top: 9, oldestRunning: 10n }).upTo).toBe(0);
    expect(settle(marked, { top: 9, oldestRunning: 11n })).toEqual({
      upTo: 5,
      marks: [{ upTo: 9, xid: 20n }],
    });
    expect(settle(marked, { top: 9, oldestRunning: 21n })).toEqual({ upTo: 9, marks: [] });
  });

  test("are at most two, and the oldest stays", () => {
    const numbers = [1n, 2n, 3n, 4n];
    const marked = numbers.reduce(
      (settled, xid) => withMark(settled, { upTo: Number(xid), xid }),
      nothingSettled,
    );
    expect(marked.marks.map(({ xid }) => xid)).toEqual([1n, 4n]);
  });
});
