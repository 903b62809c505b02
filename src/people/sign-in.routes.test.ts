import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { serveEntry, TestBrowser, testPassword, townOn } from "../../test/harness/entry.ts";
import { chaoyang, seedPeople } from "../../test/harness/people.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";

const hourMs = 3_600_000;
/** An instant as the database tells it. */
const stored = (instant: Date): string => instant.toISOString().replace(".000Z", "Z");

onBothEngines("signing in", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, clock);
  });
  afterAll(() => server.close());

  const held = { db: () => engine.db, server: () => server, clock };
  const { somebody, signedIn, query, after } = townOn(held);

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
      const answer = await new TestBrowser(secure).enter("/session", {
        signInName,
        password: testPassword,
      });
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
        const body = { signInName: name, code: "WRONG-WRONG", newPassword: testPassword };
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
});
