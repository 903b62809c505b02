import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { actorOf, chaoyang, city, haidian, seedPeople, street } from "../../test/harness/people.ts";
import { anonymous, system, type Actor } from "../base/actor.ts";
import { accept } from "../base/decision.ts";
import { sql, type Fragment } from "../store/sql.ts";
import type { Tx } from "../store/db.ts";
import { withoutWall } from "../store/without-wall.ts";
import { perform } from "./perform.ts";
import { roles } from "./contract.ts";
import { visibleTo } from "./store/visible.ts";

const tables = {
  organisation: sql`people.organisation`,
  grant: sql`people.role_grant`,
  delegation: sql`people.delegation`,
  audit: sql`people.audit`,
} as const;

const columns = {
  organisation: { scope: sql`path` },
  grant: { scope: sql`scope`, owners: [sql`account_id`] },
  delegation: { scope: sql`scope`, owners: [sql`from_account`, sql`to_account`] },
  audit: { scope: sql`scope`, owners: [sql`actor`] },
} as const;

type Table = keyof typeof tables;
const names = Object.keys(tables) as Table[];

onBothEngines("the second wall", (engine) => {
  beforeAll(async () => {
    const held = roles.map((role) => [`${role}-1`, [{ role, scope: chaoyang }]] as const);
    await seedPeople(engine.db, {
      mayor: [{ role: "administrator", scope: city }],
      other: [{ role: "auditor", scope: haidian }],
      nobody: [],
      ...Object.fromEntries(held),
    });
    await engine.db.transaction(system("test"), async (tx) => {
      await tx.query(sql`
        insert into people.delegation
          (delegation_id, from_account, to_account, role, scope, since, until)
        values ('d1', 'mayor', 'other', 'administrator', ${haidian}, now(), now() + '1 day'),
               ('d2', 'planner-1', 'nobody', 'planner', ${street}, now(), now() + '1 day')`);
    });
    for (const id of ["mayor", "nobody", "auditor-1"]) await leaveRow(id);
  });

  const leaveRow = async (id: string): Promise<void> => {
    const caller = { actor: await actorOf(engine.db, id), requestId: id };
    const task = { caller, act: "list", resource: { kind: "grant" } } as const;
    await perform(engine.db, task, async () => accept(null));
  };
  const countIn = (actor: Actor, table: Table): Promise<number> =>
    engine.db.transaction(actor, (tx) => countRows(tx, sql`select 1 from ${tables[table]}`));
  const countRows = async (tx: Tx, rows: Fragment): Promise<number> =>
    (await tx.query(rows)).rows.length;

  const hostile: readonly (readonly [string, Actor])[] = [
    ["nobody signed in", anonymous],
    ["an account without a role", { kind: "account", id: "intruder", grants: [] }],
    [
      "a role that does not exist",
      { kind: "account", id: "intruder", grants: [{ role: "root", scope: city }] },
    ],
    [
      "a scope that only begins alike",
      { kind: "account", id: "intruder", grants: [{ role: "administrator", scope: "11" }] },
    ],
    [
      "a name that would end the setting",
      { kind: "account", id: "x'; reset role; --", grants: [] },
    ],
  ];

  test.each(hostile)("shows %s no row of any table, whatever is selected", async (_, actor) => {
    for (const table of ["grant", "delegation", "audit"] as const) {
      expect([table, await countIn(actor, table)]).toEqual([table, 0]);
    }
  });

  test("lets through exactly what the table of rights lets be listed", async () => {
    const asked = ["mayor", "other", "nobody", ...roles.map((role) => `${role}-1`)];
    for (const id of asked) {
      const actor = await actorOf(engine.db, id);
      for (const table of names) {
        const seen = visibleTo(actor, table, columns[table]);
        const allowed = await engine.db.transaction(system("test"), (tx) =>
          countRows(tx, sql`select 1 from ${tables[table]} where ${seen}`),
        );
        expect([id, table, await countIn(actor, table)]).toEqual([id, table, allowed]);
      }
    }
  });

  test("stands around every table of persons", async () => {
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query<{ name: string }>(sql`
        select relname as name
          from pg_class
         where relnamespace = 'people'::regnamespace
           and relkind = 'r'
           and not relrowsecurity
           and has_table_privilege('zhibu_person', oid, 'select, insert, update, delete')`),
    );
    expect(rows).toEqual([]);
  });

  test("lets nobody write what is not theirs", async () => {
    const planner = await actorOf(engine.db, "planner-1");
    const write = (statement: Fragment) =>
      engine.db.transaction(planner, (tx) => tx.query(statement));
    const promoted = write(sql`
      insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
      values ('x', 'planner-1', 'administrator', ${city}, now())`);
    await expect(promoted).rejects.toMatchObject({ state: "42501" });
    const changed = await write(
      sql`update people.role_grant set role = 'administrator' returning grant_id`,
    );
    expect(changed.rows).toEqual([]);
    await expect(write(sql`delete from people.role_grant`)).rejects.toMatchObject({
      state: "42501",
    });
    await expect(write(sql`delete from store.migration`)).rejects.toMatchObject({ state: "42501" });
  });

  test("is let down only for one question, and stands again after it", async () => {
    const counts = await engine.db.transaction(anonymous, async (tx) => {
      const behind = await withoutWall(tx, "test", (all) =>
        withoutWall(all, "test", (inner) => countRows(inner, sql`select 1 from people.role_grant`)),
      );
      return [behind, await countRows(tx, sql`select 1 from people.role_grant`)];
    });
    expect(counts).toEqual([2 + roles.length, 0]);
  });

  test("leaves nothing of one person to the next transaction", async () => {
    await countIn(await actorOf(engine.db, "mayor"), "grant");
    expect(await countIn(anonymous, "grant")).toBe(0);
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query<{ role: string; scopes: string | null }>(sql`
        select current_user = session_user as role,
               current_setting('zhibu.scopes', true) as scopes`),
    );
    expect(rows).toEqual([{ role: true, scopes: "" }]);
  });

  test("holds back a role whose name would be more than a name", async () => {
    const grants = [{ role: "a=b,administrator", scope: city }];
    const actor: Actor = { kind: "account", id: "intruder", grants };
    await expect(countIn(actor, "grant")).rejects.toThrow("plain words");
  });
});
