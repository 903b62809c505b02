import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, guardedTownOn, halfMinuteMs } from "../../test/harness/authenticator.ts";
import { onBothEngines } from "../../test/harness/engines.ts";
import { serveEntry, TestBrowser, testPassword } from "../../test/harness/entry.ts";
import { startProvider, testClient, type TestProvider } from "../../test/harness/oidc.ts";
import { chaoyang, city, seedPeople } from "../../test/harness/people.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import type { FactorPolicy } from "./actions/factor.ts";
import { openOidcPeer } from "./oidc-peer.ts";

onBothEngines("what is set of second factors", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  const key = randomBytes(32);
  let server: Server;
  let demanding: Server;

  const serve = (policy: FactorPolicy): Promise<Server> =>
    serveEntry(engine.db, clock, { factor: policy });

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serve({ keys: [key], demand: "offered" });
    demanding = await serve({ keys: [key], demand: "administrators" });
  });
  afterAll(async () => {
    await server.close();
    await demanding.close();
  });

  const { somebody, query, after, setUp, guarded, enter } = guardedTownOn({
    ...{ db: () => engine.db, server: () => server, clock },
  });

  describe("a factor that is demanded of administrators", () => {
    const demandedOf = async (roles: Parameters<typeof somebody>[0]) => {
      const { id, signInName } = await somebody(roles);
      const browser = new TestBrowser(demanding);
      const answer = await browser.enter("/session", { signInName, password: testPassword });
      return { id, signInName, browser, answer };
    };

    test("keeps that role from whoever has none, and gives it once it is set up", async () => {
      const grant = { role: "administrator", scope: city };
      const planner = { role: "planner", scope: chaoyang };
      const { browser, answer, signInName } = await demandedOf([grant, planner]);
      expect(answer.body).toMatchObject({ grants: [planner], withheld: [grant] });
      const body = { signInName: "x.y", name: "x", organisation: chaoyang };
      expect(codeOf(await browser.ask("/accounts", { method: "POST", body }))).toBe("not_allowed");
      const { app } = await setUp(browser);
      expect((await browser.ask("/session")).body).toMatchObject({
        ...{ grants: [grant, planner], withheld: [] },
      });
      expect((await browser.ask("/accounts", { method: "POST", body })).status).toBe(201);
      const anew = await enter(signInName, app.code(), demanding);
      expect(anew.body.grants).toContainEqual(grant);
    });

    test("takes the role away with the factor, at the very next request", async () => {
      const { browser } = await demandedOf([{ role: "administrator", scope: city }]);
      await setUp(browser);
      expect((await browser.ask("/grants")).body.grants?.length).toBeGreaterThan(0);
      expect((await browser.ask("/account/factor", { method: "DELETE" })).status).toBe(204);
      expect((await browser.ask("/session")).body.withheld).toHaveLength(1);
    });

    test("does not keep a demonstration from showing what an administrator sees", async () => {
      const showing = await serveEntry(engine.db, clock, {
        factor: { keys: [key], demand: "everyone" },
        isDemonstration: async () => true,
      });
      await query(sql`
        insert into people.account (account_id, sign_in_name, name, demonstration, created_at)
        values ('demo', 'demo-a', 'demo', 'administrator', ${clock.now.toISOString()})`);
      await query(sql`
        insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
        values ('demo-1', 'demo', 'administrator', ${city}, ${clock.now.toISOString()})`);
      const browser = new TestBrowser(showing);
      const entered = await browser.enter("/session/demonstration", { role: "administrator" });
      expect(entered.body).toMatchObject({ grants: [{ role: "administrator" }], withheld: [] });
      expect(codeOf(await browser.ask("/account/factor", { method: "POST" }))).toBe("factor_off");
      await showing.close();
    });
  });

  describe("a session of the identity provider, where a factor is demanded", () => {
    const redirectUrl = "http://127.0.0.1:1/api/v1/people/session/oidc/callback";
    const grant = { role: "administrator", scope: city };
    let provider: TestProvider;
    let linking: Server;

    beforeAll(async () => {
      provider = await startProvider(redirectUrl);
      const { issuer } = provider;
      linking = await serveEntry(engine.db, clock, {
        factor: { keys: [key], demand: "administrators" },
        oidc: openOidcPeer({ ...testClient, issuer, redirectUrl, unknown: "refuse" }),
      });
    });
    afterAll(async () => {
      await linking.close();
      await provider.stop();
    });

    const comeAs = async (subject: string) => {
      const { id } = await somebody([grant]);
      await query(sql`
        insert into people.identity (issuer, subject, account_id, linked_at)
        values (${provider.issuer}, ${subject}, ${id}, ${clock.now.toISOString()})`);
      const browser = new TestBrowser(linking);
      const { headers } = await browser.ask("/session/oidc?returnTo=/");
      const url = await provider.signIn(String(headers["location"]), subject);
      const came = { headers: { "sec-fetch-site": "cross-site" } };
      await browser.ask(`/session/oidc/callback${url.search}`, came);
      await browser.whoAmI();
      const session = async () => (await browser.ask("/session")).body;
      return { browser, session };
    };

    test("is as good as one of ours where the provider asked for two", async () => {
      const { session } = await comeAs("strong-lin");
      expect(await session()).toMatchObject({
        ...{ session: { means: "oidc", isStrong: true }, grants: [grant], withheld: [] },
      });
    });

    test("waits for one of ours where the provider says nothing of it", async () => {
      const { browser, session } = await comeAs("lin");
      expect(await session()).toMatchObject({ grants: [], withheld: [grant] });
      await setUp(browser);
      expect(await session()).toMatchObject({
        ...{ session: { means: "oidc", isStrong: true }, grants: [grant], withheld: [] },
      });
    });
  });

  describe("a key in place of another", () => {
    test("leaves the former one to open what it sealed, and seals anew at its next use", async () => {
      const { signInName, app } = await guarded();
      const next = randomBytes(32);
      const both = await serve({ keys: [next, key], demand: "offered" });
      const only = await serve({ keys: [next], demand: "offered" });
      const early = await enter(signInName, app.code(), only);
      expect(early).toMatchObject({ status: 503, body: { code: "factor_unavailable" } });
      expect((await enter(signInName, app.code(), both)).status).toBe(201);
      after(halfMinuteMs);
      expect((await enter(signInName, app.code(), only)).status).toBe(201);
      await both.close();
      await only.close();
    });

    test("without the former one opens nothing, and the owner gets in by a spare code", async () => {
      const { signInName, spareCodes } = await guarded();
      const other = await serve({ keys: [randomBytes(32)], demand: "offered" });
      expect((await enter(signInName, spareCodes[0], other)).status).toBe(201);
      await other.close();
    });
  });
});
