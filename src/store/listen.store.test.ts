import { expect, test, vi } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "./actor.ts";
import { sql, type Fragment } from "./sql.ts";

const me = system("test");
const within = { timeout: 15_000, interval: 20 };

onBothEngines("whoever listens", (engine) => {
  const run = <Row>(statement: Fragment) =>
    engine.db.transaction(me, (tx) => tx.query<Row>(statement));
  const say = (channel: string, word: string) => run(sql`select pg_notify(${channel}, ${word})`);

  test("hears its channels, and none after it has gone", async () => {
    const heard: string[] = [];
    const listen = (channel: string) =>
      engine.db.listen(channel, (word) => void (word && heard.push(`${channel}: ${word}`)));
    const [leaveOne, leaveTwo] = [await listen("one"), await listen("two_words")];
    await say("one", "a");
    await say("two_words", "更新");
    await vi.waitFor(() => expect(heard).toEqual(["one: a", "two_words: 更新"]), within);
    leaveOne();
    await say("one", "b");
    await say("two_words", "c");
    await vi.waitFor(() => expect(heard.at(-1)).toBe("two_words: c"), within);
    expect(heard).not.toContain("one: b");
    leaveTwo();
  });

  test("does not hear of what was rolled back", async () => {
    const heard: (string | undefined)[] = [];
    const leave = await engine.db.listen("kept", (word) => void heard.push(word));
    const broken = engine.db.transaction(me, async (tx) => {
      await tx.query(sql`select pg_notify('kept', 'undone')`);
      throw new Error("undone");
    });
    await expect(broken).rejects.toThrow("undone");
    await say("kept", "done");
    await vi.waitFor(() => expect(heard).toContain("done"), within);
    expect(heard).not.toContain("undone");
    leave();
  });

  /** Loses what hears: its backend is ended, or the thread of the embedded engine. */
  const lose = async (): Promise<void> => {
    if (engine.name === "postgresql") {
      await run(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'zhibu-events' and datname = current_database()`);
      return;
    }
    const late = engine.db.transaction(me, (tx) => tx.query(sql`select pg_sleep(30)`), {
      timeoutMs: 100,
    });
    await expect(late).rejects.toMatchObject({ code: "database_timeout" });
  };

  test("hears again after the connection was lost, and is told that words may be missing", async () => {
    const heard: (string | undefined)[] = [];
    const leave = await engine.db.listen("again", (word) => void heard.push(word));
    heard.splice(0);
    await lose();
    await engine.db.ready();
    await vi.waitFor(() => expect(heard).toEqual([undefined]), within);
    await say("again", "back");
    await vi.waitFor(() => expect(heard).toEqual([undefined, "back"]), within);
    leave();
  });

  // The embedded engine has one session for everything.
  if (engine.name === "pglite") return;

  test("shares one connection with all others of its node", async () => {
    const channels = ["c1", "c2", "c3", "c4"];
    const leaves = await Promise.all(
      channels.map((channel) => engine.db.listen(channel, () => undefined)),
    );
    const { rows } = await run<{ count: number }>(sql`
      select count(*) from pg_stat_activity
       where application_name = 'zhibu-events' and datname = current_database()`);
    expect(rows).toEqual([{ count: 1 }]);
    for (const leave of leaves) leave();
  });
});
