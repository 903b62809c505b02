import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { serveEntry, TestBrowser, testPassword, townOn } from "../../test/harness/entry.ts";
import { chaoyang, city, haidian, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { actorOf } from "./actions/session.ts";
import { sweepEntries } from "./jobs.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

onBothEngines("being signed in", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, clock);
  });
  afterAll(() => server.close());

  const held = { db: () => engine.db, server: () => server, clock };
  const { somebody, signedIn, query, after } = townOn(held);

  describe("a session", () => {
    test("is another at each sign-in: one that was planted before is worth nothing", async () => {
      const { signInName } = await somebody();
      const browser = new TestBrowser(server);
      browser.cookies.set("zhibu_session", "planted-by-somebody-else-before-the-sign-in");
      await browser.enter("/session", { signInName, password: testPassword });
      const first = browser.cookies.get("zhibu_session");
      expect(first).not.toContain("planted");
      await browser.enter("/session", { signInName, password: testPassword });
      expect(browser.cookies.get("zhibu_session")).not.toBe(first);
      const thief = new TestBrowser(server);
      thief.cookies.set("zhibu_session", first ?? "");
      expect(await thief.whoAmI()).toBeNull();
    });

    test("that was stolen ends when its owner signs out", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const thief = new TestBrowser(server);
      thief.cookies.set("zhibu_session", browser.cookies.get("zhibu_session") ?? "");
      expect(await thief.whoAmI()).toBe(signInName);
      const left = await browser.ask("/session", { method: "DELETE" });
      expect(left).toMatchObject({ status: 204, headers: { "clear-site-data": '"cache"' } });
      expect(await thief.whoAmI()).toBeNull();
      expect((await thief.ask("/account")).status).toBe(403);
      expect(browser.cookies.has("zhibu_session")).toBe(false);
    });

    test("that was stolen ends when the password changes, and the owner's goes on anew", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const stolen = browser.cookies.get("zhibu_session") ?? "";
      const body = { oldPassword: testPassword, newPassword: "一句只有我一个人知道的话" };
      expect((await browser.ask("/account/password", { method: "PUT", body })).status).toBe(204);
      const thief = new TestBrowser(server);
      thief.cookies.set("zhibu_session", stolen);
      expect(await thief.whoAmI()).toBeNull();
      expect(await browser.whoAmI()).toBe(signInName);
      expect((await signedIn(signInName)).answer.status).toBe(401);
      expect((await signedIn(signInName, body.newPassword)).answer.status).toBe(201);
    });

    test("loses a role in the very next request after it is taken away", async () => {
      const { id, signInName } = await somebody([{ role: "administrator", scope: city }]);
      const { browser } = await signedIn(signInName);
      expect((await browser.ask(`/accounts/${id}`)).status).toBe(200);
      const listed = async () => (await browser.ask("/accounts")).body.accounts.length;
      expect(await listed()).toBeGreaterThan(1);
      await query(sql`
        update people.role_grant set withdrawn_at = now() where account_id = ${id}`);
      expect(await listed()).toBe(1);
      const body = { signInName: "x.y", name: "x", organisation: chaoyang };
      expect((await browser.ask("/accounts", { method: "POST", body })).status).toBe(403);
    });

    test("holds while the clock jumps an hour, and ends two hours after its last use", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      after(hourMs);
      expect((await browser.ask("/account")).status).toBe(200);
      after(-2 * hourMs);
      expect((await browser.ask("/account")).status).toBe(200);
      after(3 * hourMs);
      expect((await browser.ask("/account")).status).toBe(200);
      after(2 * hourMs);
      expect(await browser.whoAmI()).toBeNull();
      expect((await browser.ask("/account")).body.code).toBe("not_allowed");
    });

    test("ends after twelve hours however much it is used, and is then swept", async () => {
      const { id, signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      for (let hour = 1; hour < 12; hour += 1) {
        after(hourMs);
        expect(await browser.whoAmI()).toBe(signInName);
        await browser.ask("/account");
      }
      after(hourMs);
      expect(await browser.whoAmI()).toBeNull();
      const left = () => query(sql`select 1 from people.session where account_id = ${id}`);
      expect(await left()).toHaveLength(1);
      expect((await sweepEntries(engine.db, clock.now)).sessions).toBeGreaterThan(0);
      expect(await left()).toEqual([]);
    });

    test("is known still where nothing can be written", async () => {
      const { id, signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const token = browser.cookies.get("zhibu_session") ?? "";
      const now = new Date(clock.now.getTime() + hourMs);
      const actor = await engine.db.transaction(system("test"), async (tx) => {
        await tx.query(sql`set transaction read only`);
        const isDemonstration = async () => false;
        return actorOf(tx, { token, now, isDemonstration, demand: "offered" });
      });
      expect(actor).toMatchObject({ kind: "account", id });
    });

    test("is listed to its owner, who ends it from elsewhere, and nobody else's", async () => {
      const { signInName } = await somebody();
      const other = await somebody();
      const { browser: here } = await signedIn(signInName);
      const { browser: there } = await signedIn(signInName);
      const { sessions } = (await here.ask("/account/sessions")).body;
      expect(sessions).toHaveLength(2);
      const foreign = sessions.find((line: { current: boolean }) => !line.current);
      const { browser: stranger } = await signedIn(other.signInName);
      const path = `/account/sessions/${foreign.id}`;
      const refused = await stranger.ask(path, { method: "DELETE" });
      expect(refused.body.code).toBe("session_missing");
      expect(await there.whoAmI()).toBe(signInName);
      expect((await here.ask(path, { method: "DELETE" })).status).toBe(204);
      expect(await there.whoAmI()).toBeNull();
      const { browser: third } = await signedIn(signInName);
      expect((await here.ask("/account/sessions", { method: "DELETE" })).status).toBe(204);
      expect(await third.whoAmI()).toBeNull();
      expect(await here.whoAmI()).toBe(signInName);
    });
  });

  describe("many sessions of one account", () => {
    test("are ten at most: a further one ends that which was used longest ago", async () => {
      const { signInName } = await somebody();
      const browsers: TestBrowser[] = [];
      for (let made = 0; made < 10; made += 1) {
        browsers.push((await signedIn(signInName)).browser);
        after(minuteMs);
      }
      const [first, second] = browsers;
      expect(await first?.whoAmI()).toBe(signInName);
      await signedIn(signInName);
      expect(await second?.whoAmI()).toBeNull();
      expect(await first?.whoAmI()).toBe(signInName);
      expect((await first?.ask("/account/sessions"))?.body.sessions).toHaveLength(10);
    });

    test("are ended by their owner only after a fresh sign-in: a stolen one ends no other", async () => {
      const { signInName } = await somebody();
      const { browser: here } = await signedIn(signInName);
      const { browser: there } = await signedIn(signInName);
      after(5 * minuteMs);
      const { sessions } = (await here.ask("/account/sessions")).body;
      const { id } = sessions.find((line: { current: boolean }) => !line.current);
      const end = (path: string) => here.ask(path, { method: "DELETE" });
      for (const path of ["/account/sessions", `/account/sessions/${id}`]) {
        expect(await end(path)).toMatchObject({ status: 403, body: { code: "proof_needed" } });
      }
      expect(await there.whoAmI()).toBe(signInName);
      await here.enter("/session", { signInName, password: testPassword });
      expect((await end(`/account/sessions/${id}`)).status).toBe(204);
      expect(await there.whoAmI()).toBeNull();
    });

    test("are ended by an administrator while the account stays, and by nobody else", async () => {
      const { id, signInName } = await somebody();
      const chief = await somebody([{ role: "administrator", scope: city }]);
      const elsewhere = await somebody([{ role: "administrator", scope: haidian }]);
      const { browser: owner } = await signedIn(signInName);
      const end = async (by: string, of: string) => {
        const { browser } = await signedIn(by);
        return browser.ask(`/accounts/${of}/sessions`, { method: "DELETE" });
      };
      expect((await end(elsewhere.signInName, id)).body.code).toBe("not_allowed");
      expect((await end((await somebody()).signInName, id)).body.code).toBe("not_allowed");
      expect((await end(signInName, id)).body.code).toBe("account_is_own");
      expect(await owner.whoAmI()).toBe(signInName);
      expect((await end(chief.signInName, id)).status).toBe(204);
      expect(await owner.whoAmI()).toBeNull();
      expect((await signedIn(signInName)).answer.status).toBe(201);
    });
  });

  describe("a change that a page of ours did not send", () => {
    const changing = { method: "DELETE" } as const;

    test.each([
      ["from another site", { "sec-fetch-site": "cross-site" }],
      ["from a neighbour of the same site", { "sec-fetch-site": "same-site" }],
      ["from another origin", { "sec-fetch-site": undefined, origin: "https://evil.example" }],
      ["without the token", { "x-csrf-token": undefined }],
      [
        "with another session's token",
        { "x-csrf-token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
      ],
    ])("%s is refused, and nothing is done", async (_how, headers) => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const refused = await browser.ask("/session", { ...changing, headers });
      expect(refused).toMatchObject({ status: 403, body: { code: "request_forged" } });
      expect(await browser.whoAmI()).toBe(signInName);
    });

    test("is refused at the sign-in itself, where there is no session yet", async () => {
      const { signInName } = await somebody();
      const browser = new TestBrowser(server);
      const body = { signInName, password: testPassword };
      const headers = { "sec-fetch-site": "cross-site" };
      const refused = await browser.ask("/session", { method: "POST", body, headers });
      expect(refused.body.code).toBe("request_forged");
      expect(browser.cookies.size).toBe(0);
    });

    test("is done for a program that is no browser and holds the token", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const headers = { "sec-fetch-site": undefined };
      expect((await browser.ask("/session", { ...changing, headers })).status).toBe(204);
    });
  });
});
