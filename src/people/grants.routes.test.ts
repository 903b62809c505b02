import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emptyTables, onBothEngines } from "../../test/harness/engines.ts";
import {
  askAs,
  chaoyang,
  city,
  haidian,
  seedPeople,
  serveAs,
  street,
  type Ask,
} from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import type { GrantLine } from "./contract.ts";
import { rightsRoutes } from "./routes/rights.ts";

const base = "/api/v1/people/grants";

onBothEngines("grants", (engine) => {
  let server: Server;
  const now = new Date("2026-03-16T01:42:00Z");

  beforeAll(async () => {
    server = await serveAs(engine.db, [rightsRoutes({ clock: () => now })], () => now);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await emptyTables(engine.db);
    await seedPeople(engine.db, {
      mayor: [{ role: "administrator", scope: city }],
      chief: [{ role: "administrator", scope: chaoyang }],
      auditor: [{ role: "auditor", scope: haidian }],
      officer: [{ role: "district_officer", scope: chaoyang }],
      nobody: [],
    });
  });

  const ask = (as: string | undefined, path: string, asked?: Ask) =>
    askAs(server, { as, url: `${base}${path}` }, asked);
  const give = (as: string, account: string, { role = "planner", scope = city } = {}) =>
    ask(as, "", { method: "POST", body: { account, role, scope } });
  const take = (as: string, id: string, tag = '"1"') =>
    ask(as, `/${id}`, { method: "DELETE", tag });
  const change = (as: string, body: object, tag = '"1"') =>
    ask(as, "/officer-0", { method: "PATCH", body, tag });
  const accountsOf = ({ body }: { body: { grants: GrantLine[] } }) =>
    body.grants.map(({ account }) => account);

  test("are seen in one's scope, and one's own always", async () => {
    expect(accountsOf(await ask("mayor", ""))).toEqual(["mayor", "chief", "officer", "auditor"]);
    expect(accountsOf(await ask("chief", ""))).toEqual(["chief", "officer"]);
    expect(accountsOf(await ask("auditor", ""))).toEqual(["auditor"]);
    expect(accountsOf(await ask("nobody", ""))).toEqual([]);
    expect(accountsOf(await ask("mayor", "?role=administrator"))).toEqual(["mayor", "chief"]);
    expect((await ask(undefined, "")).status).toBe(403);
    expect((await ask("officer", "/mayor-0")).body.code).toBe("not_allowed");
    expect(await ask("officer", "/officer-0")).toMatchObject({ status: 200, tag: '"1"' });
  });

  test("are given by administrators in their own scope alone", async () => {
    const given = await give("chief", "nobody", { role: "planner", scope: street });
    expect(given).toMatchObject({ status: 201, tag: '"1"', body: { grantedBy: "chief" } });
    expect((await give("chief", "nobody", { role: "planner", scope: street })).body.code).toBe(
      "grant_exists",
    );
    for (const scope of [haidian, city]) {
      expect((await give("chief", "nobody", { scope })).body.code).toBe("not_allowed");
    }
    expect(
      (await give("officer", "officer", { role: "administrator", scope: chaoyang })).status,
    ).toBe(403);
    expect((await give("mayor", "ghost", {})).body.code).toBe("account_missing");
    expect((await give("mayor", "nobody", { role: "planner", scope: `${city}.x` })).body.code).toBe(
      "organisation_missing",
    );
    expect((await give("mayor", "nobody", { role: "emperor", scope: city })).body.code).toBe(
      "request_invalid",
    );
  });

  test("act at the very next request, and end at the very next one", async () => {
    const organisations = () =>
      askAs(server, { as: "nobody", url: "/api/v1/people/organisations" });
    expect((await organisations()).status).toBe(403);
    const { body } = await give("mayor", "nobody", {});
    expect((await organisations()).status).toBe(200);
    expect((await take("mayor", body.id)).status).toBe(200);
    expect((await organisations()).status).toBe(403);
  });

  test("changed by two administrators at once lose nothing: the second is told", async () => {
    const first = await ask("mayor", "/officer-0");
    const second = await ask("chief", "/officer-0");
    const won = await change("mayor", { role: "planner", scope: chaoyang }, first.tag);
    expect(won).toMatchObject({ status: 200, tag: '"2"', body: { role: "planner" } });
    const lost = { role: "reviewer", scope: chaoyang };
    expect(await change("chief", lost, second.tag)).toMatchObject({
      status: 412,
      body: { code: "changed_meanwhile", refusal: { version: 2, given: 1 } },
    });
    expect(await take("chief", "officer-0", second.tag)).toMatchObject({ status: 412 });
    expect((await ask("mayor", "/officer-0")).body.role).toBe("planner");
  });

  test("are neither changed nor taken without the version that was read", async () => {
    const bare = await ask("mayor", "/officer-0", { method: "DELETE" });
    expect(bare).toMatchObject({ status: 428, body: { code: "version_missing" } });
  });

  test("do not leave the scope of the administrator who changes them", async () => {
    const wider = { role: "district_officer", scope: city };
    expect((await change("chief", wider)).body.code).toBe("not_allowed");
    expect((await take("chief", "mayor-0")).body.code).toBe("not_allowed");
  });

  test("never leave the city without an administrator who can sign in", async () => {
    const refused = { status: 409, body: { code: "last_administrator" } };
    expect(await take("mayor", "mayor-0")).toMatchObject(refused);
    const demoted = {
      method: "PATCH",
      body: { role: "auditor", scope: city },
      tag: '"1"',
    } as const;
    expect(await ask("mayor", "/mayor-0", demoted)).toMatchObject(refused);
    const second = await give("mayor", "nobody", { role: "administrator", scope: city });
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`update people.account set disabled_at = now() where account_id = 'nobody'`),
    );
    expect(await take("mayor", "mayor-0")).toMatchObject(refused);
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`update people.account set disabled_at = null where account_id = 'nobody'`),
    );
    expect((await take("mayor", "mayor-0")).status).toBe(200);
    expect(await take("nobody", second.body.id)).toMatchObject(refused);
  });

  test("of two administrators who remove each other at once, one stays", async () => {
    const second = await give("mayor", "nobody", { role: "administrator", scope: city });
    const both = await Promise.all([take("mayor", second.body.id), take("nobody", "mayor-0")]);
    const [won, lost] = both.map(({ status }) => status).sort((a, b) => a - b);
    expect(won).toBe(200);
    expect([403, 409]).toContain(lost);
    const left = await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        select 1 from people.role_grant
         where role = 'administrator' and scope = ${city} and withdrawn_at is null`),
    );
    expect(left.rows).toHaveLength(1);
  });

  test("keep an organisation open while they are held in it", async () => {
    await give("mayor", "nobody", { role: "planner", scope: street });
    const closing = await askAs(
      server,
      { as: "mayor", url: `/api/v1/people/organisations/${street}` },
      { method: "DELETE", tag: '"1"' },
    );
    expect(closing.body.code).toBe("organisation_in_use");
  });
});
