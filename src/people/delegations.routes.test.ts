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
import { rightsRoutes } from "./routes/rights.ts";

const base = "/api/v1/people/delegations";

onBothEngines("delegations", (engine) => {
  let server: Server;
  let now: Date;

  beforeAll(async () => {
    const clock = () => now;
    server = await serveAs(engine.db, [rightsRoutes({ clock })], clock);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    now = new Date("2026-03-16T01:00:00Z");
    await emptyTables(engine.db);
    await seedPeople(engine.db, {
      mayor: [{ role: "administrator", scope: city }],
      chief: [{ role: "administrator", scope: chaoyang }],
      officer: [{ role: "planner", scope: chaoyang }],
      deputy: [],
      stranger: [],
    });
  });

  const ask = (as: string, path: string, asked?: Ask) =>
    askAs(server, { as, url: `${base}${path}` }, asked);
  const lend = (as: string, more: object = {}) => {
    const body = {
      to: "deputy",
      role: "planner",
      scope: street,
      until: "2026-03-17T09:00:00+08:00",
    };
    return ask(as, "", { method: "POST", body: { ...body, ...more } });
  };
  const reads = async (as: string) =>
    (await askAs(server, { as, url: "/api/v1/people/organisations" })).status;
  const change = (as: string, id: string, until: string) =>
    ask(as, `/${id}`, { method: "PATCH", body: { until }, tag: '"1"' });

  test("lend a role for a time, and end by themselves", async () => {
    expect(await reads("deputy")).toBe(403);
    const lent = await lend("officer");
    expect(lent).toMatchObject({
      status: 201,
      tag: '"1"',
      body: { from: "officer", to: "deputy", until: "2026-03-17T01:00:00.000Z" },
    });
    expect(await reads("deputy")).toBe(200);
    now = new Date("2026-03-17T00:59:59Z");
    expect(await reads("deputy")).toBe(200);
    now = new Date("2026-03-17T01:00:00Z");
    expect(await reads("deputy")).toBe(403);
    expect((await ask("officer", `/${lent.body.id}`)).body.code).toBe("delegation_missing");
  });

  test("stay between their two instants while the clock jumps an hour either way", async () => {
    await lend("officer");
    const at = async (instant: string): Promise<number> => {
      now = new Date(instant);
      return reads("deputy");
    };
    expect(await at("2026-03-16T02:00:00Z"), "an hour ahead").toBe(200);
    expect(await at("2026-03-16T00:00:00Z"), "back to before it began").toBe(403);
    expect(await at("2026-03-16T23:30:00Z")).toBe(200);
    expect(await at("2026-03-17T01:30:00Z"), "ahead beyond its end").toBe(403);
    expect(await at("2026-03-16T01:00:00Z"), "back to its first instant").toBe(200);
  });

  test("are of what one holds oneself, over no more than one's own scope", async () => {
    const codeOf = async (as: string, more: object) => (await lend(as, more)).body.code;
    expect(await codeOf("officer", { role: "reviewer" })).toBe("delegation_not_held");
    expect(await codeOf("officer", { scope: city })).toBe("delegation_not_held");
    expect(await codeOf("officer", { scope: haidian })).toBe("delegation_not_held");
    expect(await codeOf("stranger", {})).toBe("delegation_not_held");
    expect(await codeOf("officer", { to: "officer" })).toBe("delegation_to_oneself");
    expect(await codeOf("officer", { to: "ghost" })).toBe("account_missing");
    expect(await codeOf("officer", { scope: `${street}.9` })).toBe("organisation_missing");
  });

  test("cannot be delegated on", async () => {
    expect((await lend("officer")).status).toBe(201);
    const onward = await lend("deputy", { to: "stranger" });
    expect(onward).toMatchObject({ status: 422, body: { code: "delegation_not_held" } });
  });

  test("have an end, after now and within a year", async () => {
    const codeOf = async (until: string) => (await lend("officer", { until })).body.code;
    expect(await codeOf("2026-03-16T09:00:00+08:00")).toBe("delegation_end_past");
    expect(await codeOf("2027-03-18T01:00:00Z")).toBe("delegation_too_long");
    expect(await codeOf("2026-03-17T09:00:00")).toBe("instant_invalid");
    expect(await codeOf("2026-02-30T09:00:00Z")).toBe("instant_invalid");
    expect(await codeOf("soon")).toBe("instant_invalid");
  });

  test("are moved by the one who lends, and by nobody else", async () => {
    const { body } = await lend("officer");
    const later = "2026-03-20T01:00:00Z";
    for (const as of ["deputy", "stranger", "mayor"]) {
      expect((await change(as, body.id, later)).body.code).toBe("not_allowed");
    }
    expect(await change("officer", body.id, later)).toMatchObject({ status: 200, tag: '"2"' });
    expect(await change("officer", body.id, later)).toMatchObject({
      status: 412,
      body: { code: "changed_meanwhile" },
    });
  });

  test.each(["officer", "deputy", "chief"])("are ended early by %s, at once", async (as) => {
    const { body } = await lend("officer");
    expect(await reads("deputy")).toBe(200);
    expect((await ask("stranger", `/${body.id}`, { method: "DELETE", tag: '"1"' })).status).toBe(
      403,
    );
    expect((await ask(as, `/${body.id}`, { method: "DELETE", tag: '"1"' })).status).toBe(200);
    expect(await reads("deputy")).toBe(403);
  });

  test("end with the grant that they rest on, and with the account of the one who lends", async () => {
    await lend("officer");
    const setDisabled = (at: string | null) =>
      engine.db.transaction(system("test"), (tx) =>
        tx.query(sql`
          update people.account set disabled_at = ${at}::timestamptz
           where account_id = 'officer'`),
      );
    await setDisabled(now.toISOString());
    expect(await reads("deputy")).toBe(403);
    await setDisabled(null);
    expect(await reads("deputy")).toBe(200);
    const url = "/api/v1/people/grants/officer-0";
    await askAs(server, { as: "mayor", url }, { method: "DELETE", tag: '"1"' });
    expect(await reads("deputy")).toBe(403);
  });

  test("are seen by both ends and by those who oversee the scope", async () => {
    await lend("officer");
    const counts = await Promise.all(
      ["officer", "deputy", "chief", "mayor", "stranger"].map(
        async (as) => (await ask(as, "")).body.delegations.length,
      ),
    );
    expect(counts).toEqual([1, 1, 1, 1, 0]);
  });

  test("are told in the audit trail as done in another's place", async () => {
    await seedPeople(engine.db, {}, now);
    await lend("chief", { role: "administrator", scope: chaoyang });
    const body = { parent: chaoyang, code: "7", kind: "subdistrict", title: { zh: "七", en: "7" } };
    const url = "/api/v1/people/organisations";
    expect((await askAs(server, { as: "deputy", url }, { method: "POST", body })).status).toBe(201);
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        select actor, role, delegated_by, resource_id
          from people.audit
         where act = 'create' and resource_kind = 'organisation'`),
    );
    expect(rows).toEqual([
      {
        actor: "deputy",
        role: "administrator",
        delegated_by: "chief",
        resource_id: `${chaoyang}.7`,
      },
    ]);
  });
});
