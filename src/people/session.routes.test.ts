import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { addAccount, serveEntry, TestBrowser } from "../../test/harness/entry.ts";
import { chaoyang, city, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { sweepEntries } from "./jobs.ts";

const password = "门前的老槐树今年又开花了";
const hourMs = 3_600_000;
/** An instant as the database tells it. */
const stored = (instant: Date): string => instant.toISOString().replace(".000Z", "Z");

onBothEngines("signing in", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  let server: Server;
  let count = 0;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, clock);
  });
  afterAll(() => server.close());

  const after = (ms: number): void => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  const query = async <Row>(fragment: ReturnType<typeof sql>): Promise<Row[]> => {
    const { rows } = await engine.db.transaction(system("test"), (tx) => tx.query<Row>(fragment));
    return rows;
  };

  /** Somebody with a password, who has not signed in. */
  const somebody = async (held: { role: string; scope: string }[] = []) => {
    count += 1;
    const signInName = `lin.${count}`;
    const newcomer = { signInName, organisation: chaoyang, held, now: clock.now };
    const { id, code } = await addAccount(engine.db, newcomer);
    const browser = new TestBrowser(server);
    const body = { signInName, code, newPassword: password };
    const entered = await browser.enter("/session/recovery", body);
    expect(entered.status).toBe(201);
    await browser.ask("/session", { method: "DELETE" });
    return { id, signInName, code };
  };
  const signedIn = async (signInName: string, given = password) => {
    const browser = new TestBrowser(server);
    const answer = await browser.enter("/session", { signInName, password: given });
    return { browser, answer };
  };

  describe("with name and password", () => {
    test("tells who one is, what one may, and until when", async () => {
      const { signInName } = await somebody([{ role: "auditor", scope: chaoyang }]);
      const { answer, browser } = await signedIn(` ${signInName.toUpperCase()}`);
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        account: { signInName, organisation: chaoyang, demonstration: false },
        grants: [{ role: "auditor", scope: chaoyang }],
        session: { means: "password", startedAt: stored(clock.now) },
        signIn: { oidc: false, demonstration: [] },
      });
      expect(await browser.whoAmI()).toBe(signInName);
    });

    test("gives a cookie that scripts do not see, and keeps its hash alone", async () => {
      const { signInName } = await somebody();
      const { answer, browser } = await signedIn(signInName);
      expect(answer.headers["set-cookie"]).toMatch(
        /^zhibu_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      const token = browser.cookies.get("zhibu_session") ?? "";
      const rows = await query<{ row: string }>(sql`
        select session::text as row from people.session as session`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
    });

    test("is bound to the host where the address is https", async () => {
      const { signInName } = await somebody();
      const secure = await serveEntry(engine.db, clock, { isSecure: true });
      const answer = await new TestBrowser(secure).enter("/session", { signInName, password });
      expect(answer.headers["set-cookie"]).toMatch(/^__Host-zhibu_session=.*; Secure$/);
      expect(String(answer.headers["set-cookie"])).not.toContain("Domain");
      await secure.close();
    });

    test("leaves a row in the audit trail, of success and of failure, without a secret", async () => {
      const { id, signInName } = await somebody();
      await signedIn(signInName, "not the password at all");
      await signedIn(signInName);
      const rows = await query<Record<string, unknown>>(sql`
        select actor, act, resource_kind, refusal, detail
          from people.audit
         where actor = ${id} or detail ->> 'account' = ${id}
         order by id desc
         limit 2`);
      expect(rows).toMatchObject([
        { actor: id, act: "open", refusal: null, detail: { means: "password" } },
        { actor: null, act: "open", refusal: "sign_in_failed", detail: { account: id } },
      ]);
      expect(JSON.stringify(rows)).not.toContain("password at all");
    });
  });

  describe("does not tell whether an account exists", () => {
    const failing = async (signInName: string) => {
      const { answer } = await signedIn(signInName, "certainly not this");
      const { requestId: _ownId, ...body } = answer.body;
      return { status: answer.status, body, cookie: answer.headers["set-cookie"] };
    };

    test("by the words of its answer", async () => {
      const { signInName, id } = await somebody();
      const known = await failing(signInName);
      expect(known).toMatchObject({ status: 401, body: { code: "sign_in_failed" } });
      expect(await failing("nobody.at.all")).toEqual(known);
      await query(sql`update people.account set disabled_at = now() where account_id = ${id}`);
      const { answer } = await signedIn(signInName);
      expect(answer.body.code).toBe("sign_in_failed");
    });

    test("by its delays", async () => {
      const { signInName } = await somebody();
      const delays = async (name: string) => {
        const codes: string[] = [];
        for (let round = 0; round < 7; round += 1) {
          const { body } = await failing(name);
          codes.push(`${body.code} ${body.refusal.seconds ?? ""}`);
        }
        return codes;
      };
      const known = await delays(signInName);
      expect(known.slice(4)).toEqual([
        "sign_in_failed ",
        "sign_in_delayed 15",
        "sign_in_delayed 15",
      ]);
      expect(await delays("nobody.else.at.all")).toEqual(known);
      after(hourMs);
    });

    test("by a recovery code that is wrong", async () => {
      const { signInName } = await somebody();
      const trying = async (name: string) => {
        const body = { signInName: name, code: "WRONG-WRONG", newPassword: password };
        const { requestId: _id, ...said } = (
          await new TestBrowser(server).enter("/session/recovery", body)
        ).body;
        return said;
      };
      const known = await trying(signInName);
      expect(known).toMatchObject({ status: 401, code: "recovery_code_invalid" });
      expect(await trying("nobody.in.particular")).toEqual(known);
    });
  });

  describe("delays whoever keeps guessing", () => {
    test("even with the right password, until the time is over", async () => {
      const { signInName } = await somebody();
      for (let round = 0; round < 5; round += 1)
        await signedIn(signInName, "wrong again and again");
      const { answer } = await signedIn(signInName);
      expect(answer.status).toBe(429);
      expect(answer.headers["retry-after"]).toBe("15");
      after(15_000);
      expect((await signedIn(signInName)).answer.status).toBe(201);
    });

    test("counts guesses made at once like guesses in a row", async () => {
      const { signInName } = await somebody();
      const guesses = Array.from({ length: 12 }, () => signedIn(signInName, "guess upon guess"));
      const codes = (await Promise.all(guesses)).map(({ answer }) => answer.body.code);
      expect(codes.filter((code) => code === "sign_in_failed")).toHaveLength(5);
      expect(codes.filter((code) => code === "sign_in_delayed")).toHaveLength(7);
      after(hourMs);
    });

    test("from one address, under whatever names", async () => {
      const { signInName } = await somebody();
      const guesser = new TestBrowser(server);
      const guess = async (name: string) =>
        (await guesser.enter("/session", { signInName: name, password: "spray" })).body.code;
      for (let round = 0; round < 30; round += 1) {
        expect(await guess(`name.${round}`)).toBe("sign_in_failed");
      }
      expect(await guess(signInName)).toBe("sign_in_delayed");
      expect((await signedIn(signInName)).answer.status).toBe(201);
    });

    test("forgives at a success, and lets nobody wait longer for a clock set back", async () => {
      const { signInName } = await somebody();
      for (let round = 0; round < 5; round += 1)
        await signedIn(signInName, "wrong again and again");
      after(-hourMs);
      const { answer } = await signedIn(signInName);
      expect(answer.body).toMatchObject({ code: "sign_in_delayed", refusal: { seconds: 15 } });
      after(hourMs + 15_000);
      expect((await signedIn(signInName)).answer.status).toBe(201);
      expect((await signedIn(signInName, "once mistyped")).answer.status).toBe(401);
    });
  });

  describe("a session", () => {
    test("is another at each sign-in: one that was planted before is worth nothing", async () => {
      const { signInName } = await somebody();
      const browser = new TestBrowser(server);
      browser.cookies.set("zhibu_session", "planted-by-somebody-else-before-the-sign-in");
      await browser.enter("/session", { signInName, password });
      const first = browser.cookies.get("zhibu_session");
      expect(first).not.toContain("planted");
      await browser.enter("/session", { signInName, password });
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
      expect((await browser.ask("/session", { method: "DELETE" })).status).toBe(204);
      expect(await thief.whoAmI()).toBeNull();
      expect((await thief.ask("/account")).status).toBe(403);
      expect(browser.cookies.has("zhibu_session")).toBe(false);
    });

    test("that was stolen ends when the password changes, and the owner's goes on anew", async () => {
      const { signInName } = await somebody();
      const { browser } = await signedIn(signInName);
      const stolen = browser.cookies.get("zhibu_session") ?? "";
      const body = { oldPassword: password, newPassword: "一句只有我一个人知道的话" };
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
      const body = { signInName, password };
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
