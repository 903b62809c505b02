import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appWith, codeOf, guardedTownOn, halfMinuteMs } from "../../test/harness/authenticator.ts";
import { onBothEngines } from "../../test/harness/engines.ts";
import { addAccount, serveEntry, TestBrowser, testPassword } from "../../test/harness/entry.ts";
import { chaoyang, city, seedPeople } from "../../test/harness/people.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";

const minuteMs = 60_000;

onBothEngines("a second factor", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  const key = randomBytes(32);
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, clock, { factor: { keys: [key], demand: "offered" } });
  });
  afterAll(() => server.close());

  const { somebody, signedIn, query, after, setUp, guarded, enter } = guardedTownOn({
    ...{ db: () => engine.db, server: () => server, clock },
  });

  describe("is set up", () => {
    test("by the app's first code, and from then on asked for at the door, once each code", async () => {
      const { signInName } = await somebody();
      const { browser: elsewhere } = await signedIn(signInName);
      const { browser } = await signedIn(signInName);
      const { app, spareCodes } = await setUp(browser);
      expect(new Set(spareCodes).size).toBe(8);
      expect(await elsewhere.whoAmI()).toBeNull();
      expect((await browser.ask("/session")).body.session.isStrong).toBe(true);
      expect((await browser.ask("/account")).body.factor).toMatchObject({ spareCodes: 8 });

      expect(await enter(signInName)).toMatchObject({
        status: 401,
        body: { code: "factor_needed" },
      });
      const answer = await enter(signInName, app.code());
      expect(answer).toMatchObject({ status: 201, body: { session: { isStrong: true } } });
      expect(codeOf(await enter(signInName, app.code()))).toBe("factor_code_spent");
      expect(codeOf(await enter(signInName, "000000"))).toBe("factor_code_wrong");
      after(halfMinuteMs);
      expect((await enter(signInName, app.code())).status).toBe(201);
    });

    test("with an app that knows no hash but the oldest", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const { app } = await setUp(browser, "sha1");
      expect((await enter(signInName, app.code())).status).toBe(201);
    });

    test("only just after signing in, within a quarter of an hour, and not twice", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      after(5 * minuteMs);
      const begin = () => browser.ask("/account/factor", { method: "POST" });
      const confirm = (factorCode: string) =>
        browser.ask("/account/factor", { method: "PUT", body: { factorCode } });
      expect(codeOf(await begin())).toBe("proof_needed");
      await browser.enter("/session", { signInName, password: testPassword });
      const [first, second] = [(await begin()).body.secret, (await begin()).body.secret];
      expect(codeOf(await confirm(appWith(first, clock).code()))).toBe("factor_code_wrong");
      after(16 * minuteMs);
      expect(codeOf(await confirm(appWith(second, clock).code()))).toBe("factor_missing");
      await browser.enter("/session", { signInName, password: testPassword });
      await setUp(browser);
      expect(codeOf(await begin())).toBe("factor_exists");
    });

    test("by nobody who is not signed in, and where the server has no key by nobody at all", async () => {
      const stranger = new TestBrowser(server);
      expect(codeOf(await stranger.ask("/account/factor", { method: "POST" }))).toBe("not_allowed");
      const without = await serveEntry(engine.db, clock);
      const { signInName } = await somebody();
      const browser = new TestBrowser(without);
      await browser.enter("/session", { signInName, password: testPassword });
      expect(codeOf(await browser.ask("/account/factor", { method: "POST" }))).toBe("factor_off");
      await without.close();
    });
  });

  describe("is not got round", () => {
    test("by sending one code many times at once", async () => {
      const { signInName, app } = await guarded();
      const factorCode = app.code();
      const answers = await Promise.all([1, 2, 3, 4].map(() => enter(signInName, factorCode)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    test("by guessing: each guess counts, and asking alone does not", async () => {
      const { signInName, app } = await guarded();
      for (let asked = 0; asked < 8; asked += 1) {
        expect(codeOf(await enter(signInName))).toBe("factor_needed");
      }
      for (let guess = 0; guess < 5; guess += 1) {
        expect(codeOf(await enter(signInName, "000000"))).toBe("factor_code_wrong");
      }
      expect(codeOf(await enter(signInName, app.code()))).toBe("sign_in_delayed");
    });

    test("by a recovery code: the new password is set only with the factor", async () => {
      const { signInName, id, app } = await guarded();
      const chief = await somebody([{ role: "administrator", scope: city }]);
      const { browser } = await signedIn(chief.signInName);
      const { code } = (await browser.ask(`/accounts/${id}/recovery`, { method: "POST" })).body;
      const body = { signInName, code, newPassword: "一句只有我一个人知道的话" };
      const without = await new TestBrowser(server).enter("/session/recovery", body);
      expect(codeOf(without)).toBe("factor_needed");
      const factorCode = app.code();
      expect((await enter(signInName, factorCode)).status).toBe(201);
      after(halfMinuteMs);
      const full = { ...body, factorCode: app.code() };
      const answer = await new TestBrowser(server).enter("/session/recovery", full);
      expect(answer).toMatchObject({ status: 201, body: { session: { isStrong: true } } });
    });

    test("by reading the database: the seed is sealed, and codes stand there as hashes", async () => {
      const { id, browser } = await guarded();
      const { signInName } = await somebody();
      const { browser: other } = await signedIn(signInName);
      const { secret } = (await other.ask("/account/factor", { method: "POST" })).body;
      const rows = await query<{ row: string }>(sql`
        select f::text as row from people.factor as f
        union all select c::text from people.spare_code as c where account_id = ${id}`);
      expect(rows.length).toBeGreaterThan(8);
      expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
      expect(await browser.whoAmI()).not.toBeNull();
    });
  });

  describe("that is lost", () => {
    test("is stood for by a spare code, once, however it is typed", async () => {
      const { signInName, spareCodes } = await guarded();
      const typed = ` ${(spareCodes[0] ?? "").toLowerCase().replaceAll("-", " ")}`;
      expect((await enter(signInName, typed)).status).toBe(201);
      expect(codeOf(await enter(signInName, typed))).toBe("factor_code_wrong");
      const browser = new TestBrowser(server);
      const factorCode = spareCodes[1] ?? "";
      await browser.enter("/session", { signInName, password: testPassword, factorCode });
      expect((await browser.ask("/account")).body.factor.spareCodes).toBe(6);
    });

    test("is taken away by an administrator, not by its owner so, and everybody is out", async () => {
      const owner = await guarded();
      const chief = await somebody([{ role: "administrator", scope: city }]);
      const local = await somebody([{ role: "administrator", scope: chaoyang }]);
      const path = `/accounts/${owner.id}/factor`;
      const take = async (by: string) =>
        (await signedIn(by)).browser.ask(path, { method: "DELETE" });
      expect(codeOf(await owner.browser.ask(path, { method: "DELETE" }))).toBe("not_allowed");
      const above = await guarded([{ role: "administrator", scope: city }]);
      const { browser: below } = await signedIn(local.signInName);
      const beyond = await below.ask(`/accounts/${above.id}/factor`, { method: "DELETE" });
      expect(codeOf(beyond)).toBe("account_beyond_reach");
      const own = await above.browser.ask(`/accounts/${above.id}/factor`, { method: "DELETE" });
      expect(codeOf(own)).toBe("account_is_own");
      expect((await take(chief.signInName)).status).toBe(204);
      expect(await owner.browser.whoAmI()).toBeNull();
      expect((await enter(owner.signInName)).status).toBe(201);
      expect(codeOf(await take(chief.signInName))).toBe("factor_missing");
      const rows = await query(sql`
        select act, refusal, detail from people.audit
         where actor = ${chief.id} and resource_id = ${owner.id} order by id`);
      expect(rows).toMatchObject([
        { act: "recover", refusal: null, detail: { factor: true } },
        { act: "recover", refusal: "factor_missing" },
      ]);
    });

    test("is removed by its owner only in a fresh session that was begun with it", async () => {
      const { signInName, browser, app } = await guarded();
      const remove = () => browser.ask("/account/factor", { method: "DELETE" });
      after(5 * minuteMs);
      expect(codeOf(await remove())).toBe("proof_needed");
      const factorCode = app.code();
      await browser.enter("/session", { signInName, password: testPassword, factorCode });
      expect((await remove()).status).toBe(204);
      expect((await browser.ask("/session")).body.session.isStrong).toBe(false);
      expect((await enter(signInName)).status).toBe(201);
    });

    test("is missing where somebody takes away what was never set up", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const answer = await browser.ask("/account/factor", { method: "DELETE" });
      expect(codeOf(answer)).toBe("factor_missing");
    });
  });

  test("is asked of an account that was made anew, by its first code only once it has one", async () => {
    const newcomer = { signInName: "new.lin", organisation: chaoyang, now: clock.now };
    const { code } = await addAccount(engine.db, newcomer);
    const body = { signInName: "new.lin", code, newPassword: testPassword };
    const answer = await new TestBrowser(server).enter("/session/recovery", body);
    expect(answer).toMatchObject({ status: 201, body: { session: { isStrong: false } } });
  });

  test("is proved in a session that was begun without it, and guesses count there too", async () => {
    const { id, signInName, app } = await guarded();
    await query(sql`update people.session set is_strong = false where account_id = ${id}`);
    const browser = new TestBrowser(server);
    const factorCode = app.code();
    await browser.enter("/session", { signInName, password: testPassword, factorCode });
    await query(sql`update people.session set is_strong = false where account_id = ${id}`);
    await browser.whoAmI();
    after(halfMinuteMs);
    const prove = (typed: string) => browser.enter("/session/factor", { factorCode: typed });
    expect(codeOf(await prove("000000"))).toBe("factor_code_wrong");
    expect(await prove(app.code())).toMatchObject({
      ...{ status: 201, body: { session: { isStrong: true } } },
    });
    for (let guess = 0; guess < 5; guess += 1) await prove("000000");
    expect(codeOf(await prove("000000"))).toBe("sign_in_delayed");
    const stranger = new TestBrowser(server);
    const refused = await stranger.enter("/session/factor", { factorCode: "000000" });
    expect(codeOf(refused)).toBe("not_allowed");
  });
});
