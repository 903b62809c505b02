import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { addAccount, serveEntry, TestBrowser } from "../../test/harness/entry.ts";
import { startProvider, testClient, type TestProvider } from "../../test/harness/oidc.ts";
import { chaoyang, city, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { openOidcPeer } from "./oidc-peer.ts";

const redirectUrl = "http://127.0.0.1:1/api/v1/people/session/oidc/callback";
const minuteMs = 60_000;

onBothEngines("signing in at an identity provider", (engine) => {
  const clock = { now: new Date() };
  let provider: TestProvider;
  let server: Server;
  let admitting: Server;
  let boss: TestBrowser;
  let count = 0;

  const peerOf = (unknown: "refuse" | "create", issuer = provider.issuer) =>
    openOidcPeer({ ...testClient, issuer, redirectUrl, unknown });

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    provider = await startProvider(redirectUrl);
    server = await serveEntry(engine.db, clock, { oidc: peerOf("refuse") });
    admitting = await serveEntry(engine.db, clock, { oidc: peerOf("create") });
    const held = [{ role: "administrator", scope: city }];
    const newcomer = { signInName: "oidc.boss", organisation: city, held, now: clock.now };
    const { code } = await addAccount(engine.db, newcomer);
    boss = new TestBrowser(server);
    const newPassword = "四季青桥边的老槐树开花了";
    await boss.enter("/session/recovery", { signInName: "oidc.boss", code, newPassword });
  });
  afterAll(async () => {
    await server.close();
    await admitting.close();
    await provider.stop();
  });

  /** Somebody with an account that is linked to a subject. */
  const linked = async (): Promise<{ subject: string; signInName: string }> => {
    count += 1;
    const [subject, signInName] = [`subject-${count}`, `linked.${count}`];
    const body = { signInName, name: "林 工", organisation: chaoyang, subject };
    const made = await boss.ask("/accounts", { method: "POST", body });
    expect(made.status).toBe(201);
    return { subject, signInName };
  };
  const begin = async (browser: TestBrowser, returnTo = "/people?tab=1"): Promise<string> => {
    const answer = await browser.ask(`/session/oidc?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer.status).toBe(303);
    return String(answer.headers["location"]);
  };
  const comeBack = (browser: TestBrowser, url: URL, headers: Record<string, string> = {}) =>
    browser.ask(`/session/oidc/callback${url.search}`, {
      headers: { "sec-fetch-site": "cross-site", ...headers },
    });

  test("walks the code flow with PKCE, state and nonce, and comes back to where one was", async () => {
    const { subject, signInName } = await linked();
    const browser = new TestBrowser(server);
    const address = await begin(browser);
    const asked = new URL(address).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(asked.get(name)?.length).toBeGreaterThan(30);
    }
    const answer = await comeBack(browser, await provider.signIn(address, subject));
    expect(answer.status).toBe(303);
    expect(answer.headers["location"]).toBe("/people?tab=1");
    expect(await browser.whoAmI()).toBe(signInName);
    expect(browser.cookies.has("zhibu_login")).toBe(false);
    const { body } = await browser.ask("/session");
    expect(body).toMatchObject({ session: { means: "oidc" }, signIn: { oidc: true } });
  });

  describe("is refused", () => {
    const answering = async (change: (url: URL) => void, subject?: string) => {
      const browser = new TestBrowser(server);
      const who = subject ?? (await linked()).subject;
      const url = await provider.signIn(await begin(browser), who);
      change(url);
      const answer = await comeBack(browser, url);
      expect(await browser.whoAmI()).toBeNull();
      return { browser, url, answer };
    };

    test("with another state than was asked", async () => {
      const { answer } = await answering((url) => url.searchParams.set("state", "another"));
      expect(answer).toMatchObject({ status: 400, body: { code: "oidc_answer_invalid" } });
    });

    test("with an answer that was given to another nonce", async () => {
      const browser = new TestBrowser(server);
      const { subject } = await linked();
      const url = await provider.signIn(await begin(browser), subject);
      await engine.db.transaction(system("test"), (tx) =>
        tx.query(sql`update people.oidc_login set nonce = 'another'`),
      );
      const answer = await comeBack(browser, url);
      expect(answer).toMatchObject({ status: 400, body: { code: "oidc_answer_invalid" } });
    });

    test("with a code that another browser was given", async () => {
      const [victim, thief] = [new TestBrowser(server), new TestBrowser(server)];
      const { subject } = await linked();
      const url = await provider.signIn(await begin(victim), subject);
      expect((await comeBack(thief, url)).body.code).toBe("oidc_login_missing");
      await begin(thief);
      expect((await comeBack(thief, url)).body.code).toBe("oidc_answer_invalid");
      expect(await thief.whoAmI()).toBeNull();
    });

    test("with an answer that was used before", async () => {
      const browser = new TestBrowser(server);
      const { subject } = await linked();
      const url = await provider.signIn(await begin(browser), subject);
      const cookie = browser.cookies.get("zhibu_login") ?? "";
      expect((await comeBack(browser, url)).status).toBe(303);
      const replay = new TestBrowser(server);
      replay.cookies.set("zhibu_login", cookie);
      expect((await comeBack(replay, url)).body.code).toBe("oidc_login_missing");
      await begin(replay);
      const state = new URL(await begin(replay)).searchParams.get("state") ?? "";
      url.searchParams.set("state", state);
      expect((await comeBack(replay, url)).body.code).toBe("oidc_answer_invalid");
      expect(await replay.whoAmI()).toBeNull();
    });

    test("when the answer comes after ten minutes", async () => {
      const browser = new TestBrowser(server);
      const { subject } = await linked();
      const url = await provider.signIn(await begin(browser), subject);
      const kept = clock.now;
      clock.now = new Date(kept.getTime() + 10 * minuteMs);
      expect((await comeBack(browser, url)).body.code).toBe("oidc_login_missing");
      clock.now = kept;
    });

    test("when the provider says no", async () => {
      const { answer } = await answering((url) => {
        url.searchParams.delete("code");
        url.searchParams.set("error", "access_denied");
      });
      expect(answer).toMatchObject({
        status: 401,
        body: { code: "oidc_refused", refusal: { reason: "access_denied" } },
      });
    });

    test.each(["//evil.example", "https://evil.example/", "/\\evil.example"])(
      "to lead to %s afterwards",
      async (returnTo) => {
        const browser = new TestBrowser(server);
        const answer = await browser.ask(`/session/oidc?returnTo=${encodeURIComponent(returnTo)}`);
        expect(answer).toMatchObject({ status: 400, body: { code: "return_path_foreign" } });
        expect(browser.cookies.size).toBe(0);
      },
    );

    test("for a subject that no account is linked to, whatever its name, with a page", async () => {
      const { answer } = await answering(() => undefined, "somebody-unknown");
      expect(answer).toMatchObject({ status: 403, body: { code: "oidc_subject_unknown" } });
      const browser = new TestBrowser(server);
      const url = await provider.signIn(await begin(browser), "somebody-unknown");
      const headers = { accept: "text/html,*/*", "accept-language": "en" };
      const page = await comeBack(browser, url, headers);
      expect(page.headers["content-type"]).toContain("text/html");
      expect(page.body).toContain("no account here is linked to you");
      expect(page.body).toContain('href="/sign-in"');
    });

    test("for an account that is disabled", async () => {
      const { subject, signInName } = await linked();
      await engine.db.transaction(system("test"), (tx) =>
        tx.query(sql`
          update people.account set disabled_at = now() where sign_in_name = ${signInName}`),
      );
      const { answer } = await answering(() => undefined, subject);
      expect(answer.body.code).toBe("sign_in_failed");
    });

    test("where no provider is set up, or where it does not answer", async () => {
      const without = await serveEntry(engine.db, clock);
      const off = await new TestBrowser(without).ask("/session/oidc");
      expect(off).toMatchObject({ status: 404, body: { code: "oidc_off" } });
      const oidc = peerOf("refuse", "http://127.0.0.1:1");
      const silent = await serveEntry(engine.db, clock, { oidc });
      const answer = await new TestBrowser(silent).ask("/session/oidc");
      expect(answer).toMatchObject({ status: 503, body: { code: "oidc_unavailable" } });
      await without.close();
      await silent.close();
    });
  });

  test("follows no redirect of a provider's address to another", async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: `${provider.issuer}${request.url}` }).end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const oidc = peerOf("refuse", `http://127.0.0.1:${port}`);
    const misled = await serveEntry(engine.db, clock, { oidc });
    const answer = await new TestBrowser(misled).ask("/session/oidc");
    expect(answer).toMatchObject({ status: 503, body: { code: "oidc_unavailable" } });
    expect(asked).toEqual(["/.well-known/openid-configuration"]);
    await misled.close();
    elsewhere.close();
  });

  test("gives a newcomer an account without a role, where the setting says so", async () => {
    const browser = new TestBrowser(admitting);
    const come = async () => {
      const url = await provider.signIn(await begin(browser, "/"), "newcomer");
      return comeBack(browser, url);
    };
    expect((await come()).status).toBe(303);
    const { body } = await browser.ask("/session");
    expect(body).toMatchObject({
      account: { name: "newcomer 姓名", organisation: null },
      grants: [],
    });
    await come();
    expect((await browser.ask("/session")).body.account.id).toBe(body.account.id);
    expect((await boss.ask(`/accounts/${body.account.id}`)).status).toBe(200);
  });

  test("links a subject to one account only", async () => {
    const { subject } = await linked();
    const body = { signInName: "linked.twice", name: "二", organisation: chaoyang, subject };
    const answer = await boss.ask("/accounts", { method: "POST", body });
    expect(answer.body.code).toBe("identity_taken");
    const listed = await boss.ask("/accounts?find=linked.twice");
    expect(listed.body.accounts).toEqual([]);
  });
});
