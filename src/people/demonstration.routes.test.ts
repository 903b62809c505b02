import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { serveEntry, TestBrowser } from "../../test/harness/entry.ts";
import { seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { roles } from "./contract.ts";
import { loadDemonstrations } from "./jobs.ts";

onBothEngines("demonstration accounts", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  const city = { isSynthetic: true };
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    const isDemonstration = async () => city.isSynthetic;
    server = await serveEntry(engine.db, clock, { isDemonstration });
  });
  afterAll(() => server.close());

  const enterAs = async (role: string) => {
    const browser = new TestBrowser(server);
    const answer = await browser.enter("/session/demonstration", { role });
    return { browser, answer };
  };

  test("are made once, one for each kind of user, in the audit trail too", async () => {
    expect(await loadDemonstrations(engine.db, clock.now)).toBe(roles.length);
    expect(await loadDemonstrations(engine.db, clock.now)).toBe(0);
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`select 1 from people.audit where actor = 'people.demonstration'`),
    );
    expect(rows).toHaveLength(1);
  });

  test("are offered on the sign-in page, and entered by a click", async () => {
    const { body } = await new TestBrowser(server).ask("/session");
    const offered = body.signIn.demonstration.map(({ role }: { role: string }) => role);
    expect(offered.sort()).toEqual([...roles].sort());
    for (const role of roles) {
      const { answer } = await enterAs(role);
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        account: { demonstration: true },
        grants: [{ role }],
        session: { means: "demonstration" },
      });
    }
  });

  test("have no password to guess", async () => {
    const body = { signInName: "demo-administrator", password: "" };
    const answers = ["demo", "administrator", "demo-administrator"].map((password) =>
      new TestBrowser(server).enter("/session", { ...body, password }),
    );
    for (const { status } of await Promise.all(answers)) expect(status).toBe(401);
  });

  test("end where the city is synthetic no longer, and are offered no more", async () => {
    const { browser } = await enterAs("auditor");
    expect(await browser.whoAmI()).toBe("demo-auditor");
    city.isSynthetic = false;
    expect(await browser.whoAmI()).toBeNull();
    expect((await browser.ask("/account")).status).toBe(403);
    const { body } = await new TestBrowser(server).ask("/session");
    expect(body.signIn.demonstration).toEqual([]);
    const { answer } = await enterAs("auditor");
    expect(answer).toMatchObject({ status: 403, body: { code: "demonstration_off" } });
    city.isSynthetic = true;
  });

  test("are not there for a kind of user that does not exist", async () => {
    expect((await enterAs("emperor")).answer.body.code).toBe("demonstration_off");
  });
});
