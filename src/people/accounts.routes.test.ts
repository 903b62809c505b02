import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { addAccount, serveEntry, TestBrowser } from "../../test/harness/entry.ts";
import { chaoyang, city, haidian, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { sweepEntries } from "./jobs.ts";

const password = "四季青桥边的老槐树开花了";
const dayMs = 24 * 3_600_000;

onBothEngines("accounts", (engine) => {
  const clock = { now: new Date("2026-11-21T08:00:00Z") };
  let server: Server;
  let boss: TestBrowser;
  let count = 0;

  const enter = async (signInName: string, code: string): Promise<TestBrowser> => {
    const browser = new TestBrowser(server);
    const body = { signInName, code, newPassword: password };
    expect(await browser.enter("/session/recovery", body)).toMatchObject({ status: 201 });
    return browser;
  };
  const administrator = async (scope: string): Promise<TestBrowser> => {
    count += 1;
    const signInName = `boss.${count}`;
    const held = [{ role: "administrator", scope }];
    const made = await addAccount(engine.db, {
      ...{ signInName, organisation: scope, held, now: clock.now },
    });
    return enter(signInName, made.code);
  };
  const create = async (by: TestBrowser, more: object = {}) => {
    count += 1;
    const body = { signInName: `wang.${count}`, name: "王 工", organisation: chaoyang, ...more };
    return by.ask("/accounts", { method: "POST", body });
  };

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, clock);
    boss = await administrator(city);
  });
  afterAll(() => server.close());

  describe("are made by administrators", () => {
    test("with a code that serves once to set the first password", async () => {
      const made = await create(boss, { email: "wang@example.org" });
      expect(made.status).toBe(201);
      const { account, recovery } = made.body;
      expect(account).toMatchObject({ name: "王 工", organisation: chaoyang, version: 1 });
      expect(Date.parse(recovery.until) - clock.now.getTime()).toBe(dayMs);
      const wang = await enter(account.signInName, recovery.code);
      expect(await wang.whoAmI()).toBe(account.signInName);
      const again = await new TestBrowser(server).enter("/session/recovery", {
        ...{ signInName: account.signInName, code: recovery.code, newPassword: password },
      });
      expect(again.body.code).toBe("recovery_code_invalid");
    });

    test("and the code is kept by its hash alone", async () => {
      const { body } = await create(boss);
      const bare = body.recovery.code.replaceAll("-", "");
      const { rows } = await engine.db.transaction(system("test"), (tx) =>
        tx.query<{ row: string }>(sql`select c::text as row from people.recovery_code as c`),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(bare))).toEqual([]);
    });

    test.each([
      [{ signInName: "a b" }, "sign_in_name_invalid", 422],
      [{ organisation: "110000.nowhere" }, "organisation_missing", 404],
      [{ subject: "s1" }, "oidc_off", 404],
      [{ email: "no address" }, "request_invalid", 400],
      [{ name: "  " }, "request_invalid", 400],
    ])("but not with %j", async (more, code, status) => {
      expect(await create(boss, more)).toMatchObject({ status, body: { code } });
    });

    test("under a name of their own alone, however it is typed", async () => {
      const { body } = await create(boss);
      const signInName = body.account.signInName.toUpperCase();
      expect((await create(boss, { signInName })).body.code).toBe("sign_in_name_taken");
    });

    test("within their scope, and nobody else makes any", async () => {
      const local = await administrator(haidian);
      expect((await create(local)).status).toBe(403);
      expect((await create(local, { organisation: haidian })).status).toBe(201);
      const { body } = await create(boss);
      const wang = await enter(body.account.signInName, body.recovery.code);
      expect((await create(wang)).status).toBe(403);
      expect((await create(new TestBrowser(server))).status).toBe(403);
    });
  });

  describe("are seen", () => {
    test("by administrators in their scope, page by page", async () => {
      const local = await administrator(haidian);
      for (let made = 0; made < 3; made += 1) await create(local, { organisation: haidian });
      const seen: string[] = [];
      let after: string | null = "";
      while (after !== null) {
        const query = `limit=2${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`;
        const { body } = await local.ask(`/accounts?${query}`);
        expect(body.accounts.length).toBeLessThanOrEqual(2);
        for (const line of body.accounts) {
          expect(line.organisation).toBe(haidian);
          seen.push(line.signInName);
        }
        after = body.next;
      }
      expect(seen.length).toBeGreaterThanOrEqual(4);
      expect(new Set(seen).size).toBe(seen.length);
      const { body } = await boss.ask(`/accounts?find=${encodeURIComponent("王")}`);
      expect(body.accounts.length).toBeGreaterThan(0);
    });

    test("by their owner, with everything that is known, which leaves a row", async () => {
      const { body } = await create(boss);
      const wang = await enter(body.account.signInName, body.recovery.code);
      const known = (await wang.ask("/account")).body;
      expect(known).toMatchObject({
        account: { id: body.account.id },
        organisation: { en: "Chaoyang" },
        ...{ grants: [], identities: [], sessions: 1 },
        passwordSetAt: clock.now.toISOString().replace(".000Z", "Z"),
      });
      expect((await wang.ask("/account")).body.auditRows).toBe(known.auditRows + 1);
      const other = (await create(boss)).body.account.id;
      expect((await wang.ask(`/accounts/${other}`)).status).toBe(403);
    });
  });

  describe("are changed", () => {
    const patch = (by: TestBrowser, id: string, body: object) =>
      by.ask(`/accounts/${id}`, { method: "PATCH", body });

    test("on the version that was read: of two administrators the later is told", async () => {
      const { account } = (await create(boss)).body;
      const first = await patch(boss, account.id, { version: 1, name: "王工程师" });
      expect(first.body).toMatchObject({ name: "王工程师", version: 2 });
      const second = await patch(boss, account.id, { version: 1, name: "别的名字" });
      expect(second).toMatchObject({ status: 409, body: { code: "account_changed" } });
    });

    test("to disabled: every session ends, and the password no longer serves", async () => {
      const { account, recovery } = (await create(boss)).body;
      const wang = await enter(account.signInName, recovery.code);
      const disabled = await patch(boss, account.id, { version: 1, disabled: true });
      expect(disabled.body.disabledAt).toBe(clock.now.toISOString().replace(".000Z", "Z"));
      expect(await wang.whoAmI()).toBeNull();
      const again = new TestBrowser(server);
      const body = { signInName: account.signInName, password };
      expect((await again.enter("/session", body)).body.code).toBe("sign_in_failed");
      await patch(boss, account.id, { version: 2, disabled: false });
      expect((await again.enter("/session", body)).status).toBe(201);
    });

    test("to disabled and back: the roles rest meanwhile, and are theirs again", async () => {
      const { account, recovery } = (await create(boss)).body;
      const body = { account: account.id, role: "auditor", scope: chaoyang };
      expect((await boss.ask("/grants", { method: "POST", body })).status).toBe(201);
      const wang = await enter(account.signInName, recovery.code);
      const oversees = async () => (await wang.ask("/accounts")).body.accounts?.length ?? 0;
      expect(await oversees()).toBeGreaterThan(1);
      await patch(boss, account.id, { version: 1, disabled: true });
      expect(await oversees()).toBe(0);
      await patch(boss, account.id, { version: 2, disabled: false });
      await wang.enter("/session", { signInName: account.signInName, password });
      expect(await oversees()).toBeGreaterThan(1);
    });

    test("to nobody's, a year after they were disabled", async () => {
      const { account } = (await create(boss, { email: "wang@example.org" })).body;
      await patch(boss, account.id, { version: 1, disabled: true });
      const sweptAfter = (days: number) =>
        sweepEntries(engine.db, new Date(clock.now.getTime() + days * dayMs));
      const shown = async () => {
        const { rows } = await engine.db.transaction(system("test"), (tx) =>
          tx.query(sql`
            select name, email, sign_in_name as "signInName"
              from people.account where account_id = ${account.id}`),
        );
        return rows[0];
      };
      await sweptAfter(364);
      expect(await shown()).toMatchObject({ name: "王 工", email: "wang@example.org" });
      await sweptAfter(365);
      expect(await shown()).toEqual({ name: "—", email: null, signInName: `gone-${account.id}` });
      expect((await sweptAfter(365)).accounts).toBe(0);
      boss = await administrator(city);
    });

    test("not by their owner, nor by the administrator who would disable themselves", async () => {
      const { account, recovery } = (await create(boss)).body;
      const wang = await enter(account.signInName, recovery.code);
      const own = await patch(wang, account.id, { version: 1, name: "自己改" });
      expect(own).toMatchObject({ status: 403, body: { code: "not_allowed" } });
      const { body } = await boss.ask("/account");
      const self = await patch(boss, body.account.id, { version: 1, disabled: true });
      expect(self.body.code).toBe("account_is_own");
    });

    test("not by whoever administers less than the account holds", async () => {
      const local = await administrator(chaoyang);
      count += 1;
      const held = [{ role: "auditor", scope: city }];
      const newcomer = { signInName: `chief.${count}`, organisation: chaoyang, held };
      const { id } = await addAccount(engine.db, { ...newcomer, now: clock.now });
      const code = "account_beyond_reach";
      expect((await patch(local, id, { version: 1, disabled: true })).body.code).toBe(code);
      const recovering = await local.ask(`/accounts/${id}/recovery`, { method: "POST" });
      expect(recovering).toMatchObject({ status: 403, body: { code } });
    });
  });

  describe("are recovered", () => {
    test("by a code that replaces the earlier one, ends the sessions, and has its end", async () => {
      const { account, recovery } = (await create(boss)).body;
      const wang = await enter(account.signInName, recovery.code);
      const path = `/accounts/${account.id}/recovery`;
      const first = (await boss.ask(path, { method: "POST" })).body.code;
      const second = (await boss.ask(path, { method: "POST" })).body.code;
      expect(await wang.whoAmI()).toBe(account.signInName);
      const trying = (code: string) =>
        new TestBrowser(server).enter("/session/recovery", {
          ...{ signInName: account.signInName, code, newPassword: `${password}!` },
        });
      expect((await trying(first)).body.code).toBe("recovery_code_invalid");
      expect((await trying(second.toLowerCase())).status).toBe(201);
      expect(await wang.whoAmI()).toBeNull();
      const late = (await boss.ask(path, { method: "POST" })).body.code;
      const kept = clock.now;
      clock.now = new Date(kept.getTime() + dayMs);
      expect((await trying(late)).body.code).toBe("recovery_code_invalid");
      clock.now = kept;
    });

    test("with a password that will do: one that will not leaves the code as it was", async () => {
      const { account, recovery } = (await create(boss)).body;
      const browser = new TestBrowser(server);
      const trying = (newPassword: string) =>
        browser.enter("/session/recovery", {
          ...{ signInName: account.signInName, code: recovery.code, newPassword },
        });
      expect((await trying("too short")).body.code).toBe("password_too_short");
      expect((await trying("Password123456")).body.code).toBe("password_common");
      expect((await trying(`${account.signInName}-Chaoyang`)).body.code).toBe(
        "password_made_of_names",
      );
      expect((await trying(password)).status).toBe(201);
    });

    test("not by themselves: that would go round the old password", async () => {
      const { body } = await boss.ask("/account");
      const path = `/accounts/${body.account.id}/recovery`;
      expect((await boss.ask(path, { method: "POST" })).body.code).toBe("account_is_own");
    });
  });

  test("keep their password where the old one is not known", async () => {
    const { account, recovery } = (await create(boss)).body;
    const wang = await enter(account.signInName, recovery.code);
    const put = (oldPassword: string, newPassword: string) =>
      wang.ask("/account/password", { method: "PUT", body: { oldPassword, newPassword } });
    expect((await put("not the old one", "一句别的话，足够长，真的")).body.code).toBe(
      "password_wrong",
    );
    expect((await put(password, "aaaaaaaaaaaa")).body.code).toBe("password_common");
    expect(await wang.whoAmI()).toBe(account.signInName);
    expect((await put(password, "一句只有我自己才知道的话")).status).toBe(204);
  });

  test("have secrets that no transaction of a person can read", async () => {
    const { body } = await boss.ask("/account");
    const grants = [{ role: "administrator", scope: city }];
    const actor = { kind: "account", id: body.account.id, grants } as const;
    const reading = engine.db.transaction(actor, (tx) =>
      tx.query(sql`select hash from people.password`),
    );
    await expect(reading).rejects.toThrow(/permission denied/);
  });
});
