import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import {
  actorOf,
  askAs,
  chaoyang,
  city,
  haidian,
  seedPeople,
  serveAs,
  street,
} from "../../test/harness/people.ts";
import { anonymous, system } from "../base/actor.ts";
import { accept, refuse } from "../base/decision.ts";
import type { Server } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import type { AuditLine } from "./contract.ts";
import { perform } from "./perform.ts";
import { rightsRoutes } from "./routes/rights.ts";

/** The whole trail, as the program itself sees it. */
async function trailOf(db: Db): Promise<Record<string, unknown>[]> {
  const { rows } = await db.transaction(system("test"), (tx) =>
    tx.query<Record<string, unknown>>(sql`
      select actor, role, act, resource_kind, resource_id, scope, refusal, request_id, detail
        from people.audit
       order by id`),
  );
  return rows;
}

onBothEngines("the audit trail", (engine) => {
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {
      mayor: [{ role: "administrator", scope: city }],
      watch: [{ role: "auditor", scope: city }],
      local: [{ role: "auditor", scope: chaoyang }],
      nobody: [],
    });
    server = await serveAs(engine.db, [rightsRoutes({ clock: () => new Date() })]);
  });
  afterAll(() => server.close());

  const ask = (as: string, query = "") =>
    askAs(server, { as, url: `/api/v1/people/audit${query}` });
  const rename = (path: string, tag: string) =>
    askAs(
      server,
      { as: "mayor", url: `/api/v1/people/organisations/${path}` },
      { method: "PATCH", body: { title: { zh: "甲", en: "A" } }, tag },
    );
  const last = async () => (await trailOf(engine.db)).at(-1);
  const acts = (rows: AuditLine[]) => rows.map(({ act, resourceId }) => `${act} ${resourceId}`);

  test("holds what was done beside the thing itself, and what was refused after the rollback", async () => {
    await rename(street, '"1"');
    expect(await last()).toMatchObject({
      actor: "mayor",
      role: "administrator",
      act: "change",
      resource_kind: "organisation",
      resource_id: street,
      scope: street,
      refusal: null,
    });
    await rename(street, '"1"');
    expect(await last()).toMatchObject({ actor: "mayor", refusal: "changed_meanwhile" });
  });

  test("holds who was not allowed, anonymous ones, too", async () => {
    const url = "/api/v1/people/grants";
    await askAs(server, { as: undefined, url });
    expect(await last()).toMatchObject({ actor: null, act: "list", refusal: "not_allowed" });
    await askAs(server, { as: "nobody", url: `${url}/mayor-0` });
    expect(await last()).toMatchObject({ actor: "nobody", scope: city, refusal: "not_allowed" });
  });

  test("has the row of a read of personal data before the answer, in the request's name", async () => {
    const { headers } = await server.inject({
      url: "/api/v1/people/grants?role=auditor",
      headers: { "x-test-account": "watch" },
    });
    expect(await last()).toMatchObject({
      actor: "watch",
      act: "list",
      resource_kind: "grant",
      request_id: headers["x-request-id"],
      detail: { role: "auditor" },
    });
  });

  test("is silent about looks at what tells of nobody", async () => {
    const before = await trailOf(engine.db);
    await askAs(server, { as: "mayor", url: "/api/v1/people/organisations" });
    expect(await trailOf(engine.db)).toHaveLength(before.length);
  });

  test("shows auditors their scope, the city's auditor all, and everybody their own", async () => {
    await rename(chaoyang, '"1"');
    await rename(haidian, '"1"');
    const seenBy = async (as: string) =>
      acts((await ask(as, "?resourceKind=organisation")).body.rows);
    expect(await seenBy("local")).toEqual([
      `change ${chaoyang}`,
      `change ${street}`,
      `change ${street}`,
    ]);
    expect(await seenBy("watch")).toHaveLength(4);
    expect(await seenBy("mayor")).toHaveLength(4);
    expect(await seenBy("nobody")).toEqual([]);
    const own = (await ask("nobody")).body.rows as AuditLine[];
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ actor }) => actor === "nobody")).toBe(true);
  });

  test("names the accounts that the reader may see, and no others", async () => {
    const namesFor = async (as: string) => {
      const { rows } = (await ask(as, `?resourceId=${chaoyang}`)).body as { rows: AuditLine[] };
      return rows.map(({ actor, actorName }) => `${actor}: ${actorName}`);
    };
    expect(await namesFor("watch")).toEqual(["mayor: mayor"]);
    expect(await namesFor("local")).toEqual(["mayor: null"]);
  });

  test("is filtered by actor, act, resource, outcome and period", async () => {
    const rowsOf = async (query: string) => (await ask("watch", query)).body.rows as AuditLine[];
    expect((await rowsOf("?actor=mayor&act=change")).length).toBe(4);
    expect(await rowsOf(`?resourceId=${haidian}`)).toHaveLength(1);
    const refused = await rowsOf("?actor=mayor&refused=true");
    expect(refused.map(({ refusal }) => refusal)).toEqual(["changed_meanwhile"]);
    expect(await rowsOf("?until=2020-01-01T00:00:00Z")).toEqual([]);
    expect(await rowsOf("?since=2999-01-01T00:00:00%2B08:00")).toEqual([]);
    expect((await ask("watch", "?since=yesterday")).body.code).toBe("instant_invalid");
  });

  test("is read page by page, whatever is added meanwhile", async () => {
    const all = (await ask("watch", "?actor=mayor")).body.rows as AuditLine[];
    const first = (await ask("watch", "?actor=mayor&limit=2")).body;
    await rename(haidian, '"2"');
    const second = (await ask("watch", `?actor=mayor&limit=2&before=${first.next}`)).body;
    expect([...first.rows, ...second.rows]).toEqual(all.slice(0, 4));
    const end = (await ask("watch", `?actor=mayor&before=${all.at(-2)?.id}`)).body;
    expect(end).toMatchObject({ rows: [{ id: all.at(-1)?.id }], next: null });
    expect((await ask("watch", "?before=0x1")).body.code).toBe("cursor_invalid");
  });

  test.each(["update people.audit set act = 'x'", "delete from people.audit"])(
    "refuses %s, to the owner of the table, too",
    async (statement) => {
      const before = await trailOf(engine.db);
      const parts = Object.assign([statement], { raw: [statement] });
      const change = engine.db.transaction(system("test"), (tx) => tx.query(sql(parts)));
      await expect(change).rejects.toMatchObject({ state: "42501" });
      expect(await trailOf(engine.db)).toEqual(before);
    },
  );

  test("refuses to be emptied", async () => {
    const emptied = engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`truncate people.audit`),
    );
    await expect(emptied).rejects.toMatchObject({ state: "42501" });
  });

  test("takes no row in another's name", async () => {
    const actor = await actorOf(engine.db, "nobody");
    const forged = engine.db.transaction(actor, (tx) =>
      tx.query(sql`
        insert into people.audit (actor_kind, actor, act, resource_kind, request_id)
        values ('account', 'mayor', 'change', 'grant', 'forged')`),
    );
    await expect(forged).rejects.toMatchObject({ state: "42501" });
  });
});

onBothEngines("an act", (engine) => {
  beforeAll(() => seedPeople(engine.db, { mayor: [{ role: "administrator", scope: city }] }));

  const task = async (requestId: string) =>
    ({
      caller: { actor: await actorOf(engine.db, "mayor"), requestId },
      act: "import",
      resource: { kind: "corpus" },
    }) as const;
  const rowsOf = async (requestId: string) =>
    (await trailOf(engine.db)).filter((row) => row["request_id"] === requestId);

  test("that fails by a fault of ours is neither done nor told as done", async () => {
    const failing = perform(engine.db, await task("fails"), async () => {
      throw new Error("a bug");
    });
    await expect(failing).rejects.toThrow("a bug");
    expect(await rowsOf("fails")).toEqual([]);
  });

  test("that is refused inside another room's refusal is told by that one's code", async () => {
    const inner = { kind: "place", refusal: { code: "building_missing" } } as const;
    await perform(engine.db, await task("inner"), async () => refuse(inner));
    expect(await rowsOf("inner")).toMatchObject([{ refusal: "building_missing" }]);
  });

  test("tells what its work notes", async () => {
    await perform(engine.db, await task("noted"), async (_tx, { note }) => {
      note({ id: "text-1", detail: { items: 81 } });
      return accept(null);
    });
    expect(await rowsOf("noted")).toMatchObject([{ resource_id: "text-1", detail: { items: 81 } }]);
  });

  test("of the program itself is told by the program's name", async () => {
    const caller = { actor: system("corpus"), requestId: "job" };
    await perform(engine.db, { ...(await task("job")), caller }, async () => accept(null));
    expect(await rowsOf("job")).toMatchObject([{ actor: "corpus", refusal: null }]);
  });

  test("that nobody may do is not begun", async () => {
    let begun = false;
    const caller = { actor: anonymous, requestId: "anon" };
    const decided = await perform(engine.db, { ...(await task("anon")), caller }, async () => {
      begun = true;
      return accept(null);
    });
    expect(decided).toMatchObject({ ok: false, refusal: { code: "not_allowed" } });
    expect(begun).toBe(false);
  });
});
