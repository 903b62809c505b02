import { onPostgresqlName } from "../harness/engines.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { openDb, type Db, type Tx } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { SqlError } from "../../src/store/sql-error.ts";
import { createDatabase, dropDatabase } from "../harness/databases.ts";
import { templateDatabase } from "../harness/global-setup.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const { postgresql } = ownEngines();

describe.skipIf(!("url" in postgresql))(onPostgresqlName("PostgreSQL"), () => {
  const url = "url" in postgresql ? postgresql.url : "";
  const name = `t_pg_${process.pid}`;
  let db: Db;

  beforeAll(async () => {
    await createDatabase(url.replace("%s", "postgres"), name, templateDatabase);
    db = await open({ poolSize: 4 });
    await db.transaction(me, (tx) => tx.query(sql`create table account (id int, balance int)`));
    await db.transaction(me, (tx) => tx.query(sql`insert into account values (1, 100), (2, 100)`));
  });
  afterAll(async () => {
    await db.close();
    await dropDatabase(url.replace("%s", "postgres"), name);
  });

  async function open(options: { poolSize?: number; waitMs?: number }): Promise<Db> {
    const opened = await openDb({ url: url.replace("%s", name), timeoutMs: 20_000, ...options });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    return opened.value;
  }

  const balance = async (tx: Tx, id: number): Promise<number> => {
    const { rows } = await tx.query<{ balance: number }>(
      sql`select balance from account where id = ${id}`,
    );
    return rows[0]?.balance ?? 0;
  };

  test("tries a serialization failure again until the sum is right", async () => {
    let attempts = 0;
    const add = () =>
      db.transaction(
        me,
        async (tx) => {
          attempts += 1;
          const held = await balance(tx, 1);
          // Only the first round waits: then all three have read what only one may change.
          while (attempts < 3) await tx.query(sql`select pg_sleep(0.01)`);
          await tx.query(sql`update account set balance = ${held + 1} where id = 1`);
        },
        { isolation: "serializable" },
      );
    await Promise.all([add(), add(), add()]);
    expect(await db.transaction(me, (tx) => balance(tx, 1))).toBe(103);
    expect(attempts).toBeGreaterThan(3);
  });

  test("tries a deadlock again", async () => {
    const lock = (tx: Tx, id: number) =>
      tx.query(sql`update account set balance = balance where id = ${id}`);
    let together = 0;
    const both = (first: number, second: number) =>
      db.transaction(me, async (tx) => {
        await lock(tx, first);
        together += 1;
        // Only the first round has both at this point, each holding what the other wants.
        while (together < 2) await tx.query(sql`select pg_sleep(0.01)`);
        await lock(tx, second);
        return "done";
      });
    expect(await Promise.all([both(1, 2), both(2, 1)])).toEqual(["done", "done"]);
    expect(together).toBeGreaterThan(2);
  });

  test("gives up after three tries more", async () => {
    let attempts = 0;
    const never = db.transaction(me, async (tx) => {
      attempts += 1;
      await tx.query(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(never).rejects.toBeInstanceOf(SqlError);
    expect(attempts).toBe(4);
  });

  test("ends a statement that does not end, on its own side too", async () => {
    const late = db.transaction(me, (tx) => tx.query(sql`select pg_sleep(60) as endless`), {
      timeoutMs: 200,
    });
    await expect(late).rejects.toMatchObject({ name: "Fault", code: "database_timeout" });
    const running = async (): Promise<number> => {
      const { rows } = await db.transaction(me, (tx) =>
        tx.query<{ count: number }>(sql`
          select count(*) from pg_stat_activity
           where query like '%as endless%' and state = 'active' and pid <> pg_backend_pid()`),
      );
      return rows[0]?.count ?? -1;
    };
    await expect.poll(running, { timeout: 5_000 }).toBe(0);
  });

  test("says that it is busy when every connection is taken for too long", async () => {
    const small = await open({ poolSize: 1, waitMs: 100 });
    const long = small.transaction(me, () => new Promise((done) => setTimeout(done, 500)));
    const late = small.transaction(me, async () => "never");
    await expect(late).rejects.toMatchObject({ name: "Fault", code: "database_busy" });
    await long;
    await small.close();
  });

  test("replaces a connection that was cut, and says that the database was away", async () => {
    const cut = db.transaction(me, (tx) =>
      tx.query(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
    await expect(cut).rejects.toMatchObject({ name: "Fault", code: "database_unavailable" });
    await db.ready();
  });
});

test("a database that is not there is a fault that says so", async () => {
  const nowhere = openDb({ url: "postgresql://nobody@127.0.0.1:1/none", waitMs: 2_000 });
  await expect(nowhere).rejects.toMatchObject({ name: "Fault", code: "database_unavailable" });
});
