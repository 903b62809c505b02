import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { serveEntry, TestBrowser } from "../../test/harness/entry.ts";
import { chaoyang, city, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import type { Server } from "../http/server.ts";
import { sql } from "../store/sql.ts";
import { runProgram } from "../terminal/index.ts";
import { peopleCommands } from "./commands.ts";

const newPassword = "四季青桥边的老槐树开花了";

onBothEngines("zhibu people", (engine) => {
  let server: Server;

  beforeAll(async () => {
    await seedPeople(engine.db, {});
    server = await serveEntry(engine.db, { now: new Date() });
  });
  afterAll(() => server.close());

  const run = async (...argv: string[]) => {
    let out = "";
    const screen = { out: (text: string) => void (out += text), err: () => undefined };
    const commands = peopleCommands({ withDb: (work) => work(engine.db), issuer: undefined });
    const world = {
      ...{ locale: "zh" as const, folder: ".", environment: {} },
      today: () => "2026-11-21",
    };
    const exit = await runProgram(commands, ["people", ...argv, "--format", "json"], {
      world,
      screen,
    });
    return { exit, answer: JSON.parse(out) };
  };
  const enter = (signInName: string, code: string) =>
    new TestBrowser(server).enter("/session/recovery", { signInName, code, newPassword });

  test("makes the first administrator of a city, who then signs in and makes others", async () => {
    const named = ["--name", "陈主任", "--organisation", city, "--role", "administrator"];
    const { exit, answer } = await run("add", "chen", ...named);
    expect(exit).toBe(0);
    const browser = new TestBrowser(server);
    const body = { signInName: "chen", code: answer.recovery.code, newPassword };
    expect((await browser.enter("/session/recovery", body)).body).toMatchObject({
      account: { name: "陈主任" },
      grants: [{ role: "administrator", scope: city }],
    });
    const other = { signInName: "lin", name: "林工", organisation: chaoyang };
    expect((await browser.ask("/accounts", { method: "POST", body: other })).status).toBe(201);
  });

  test("lists, disables with all sessions, lets in again, and gives another code", async () => {
    const { answer } = await run("add", "zhao", "--organisation", chaoyang);
    const browser = new TestBrowser(server);
    const body = { signInName: "zhao", code: answer.recovery.code, newPassword };
    await browser.enter("/session/recovery", body);
    expect(await browser.whoAmI()).toBe("zhao");
    expect((await run("disable", "ZHAO")).answer.disabledAt).not.toBeNull();
    expect(await browser.whoAmI()).toBeNull();
    const { accounts } = (await run("list", "--find", "zhao")).answer;
    expect(accounts).toMatchObject([{ signInName: "zhao", organisation: chaoyang }]);
    await run("disable", "zhao", "--undo");
    const { answer: again } = await run("recover", "zhao");
    expect((await enter("zhao", again.code)).status).toBe(201);
  });

  test("takes away a lost second factor with the code that sets a password", async () => {
    const { answer } = await run("add", "zhou", "--organisation", chaoyang);
    expect((await enter("zhou", answer.recovery.code)).status).toBe(201);
    await engine.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        insert into people.factor (account_id, seed_sealed, algorithm, begun_at, confirmed_at)
        select account_id, 'sealed', 'sha256', now(), now()
          from people.account where sign_in_name = 'zhou'`),
    );
    const { answer: alone } = await run("recover", "zhou");
    expect((await enter("zhou", alone.code)).body.code).toBe("factor_needed");
    const { answer: both } = await run("recover", "zhou", "--factor");
    expect((await enter("zhou", both.code)).status).toBe(201);
    const { exit, answer: none } = await run("recover", "zhou", "--factor");
    expect([exit, none.problem.code]).toEqual([2, "factor_missing"]);
  });

  test("ends the sessions of one account, and of all at once", async () => {
    const enterNew = async (signInName: string) => {
      const { answer } = await run("add", signInName, "--organisation", chaoyang);
      const browser = new TestBrowser(server);
      const body = { signInName, code: answer.recovery.code, newPassword };
      await browser.enter("/session/recovery", body);
      return browser;
    };
    const [qian, sun] = [await enterNew("qian"), await enterNew("sun")];
    expect((await run("out", "qian")).answer).toEqual({ ended: 1 });
    expect(await qian.whoAmI()).toBeNull();
    expect(await sun.whoAmI()).toBe("sun");
    expect((await run("out", "--all")).answer.ended).toBeGreaterThan(0);
    expect(await sun.whoAmI()).toBeNull();
    const wrong = [await run("out"), await run("out", "qian", "--all")];
    expect(wrong.map(({ exit }) => exit)).toEqual([64, 64]);
  });

  test.each([
    [["out", "nobody"], "account_missing"],
    [["add", "a b", "--organisation", city], "sign_in_name_invalid"],
    [["add", "sun", "--organisation", "110000.nowhere"], "organisation_missing"],
    [["add", "sun", "--organisation", city, "--role", "emperor"], "role_unknown"],
    [["add", "chen", "--organisation", city], "sign_in_name_taken"],
    [["disable", "nobody"], "account_missing"],
    [["recover", "nobody"], "account_missing"],
    [["disable", "chen"], "last_administrator"],
  ])("refuses %j by name", async (argv, code) => {
    const { exit, answer } = await run(...argv);
    expect(exit).toBe(2);
    expect(answer.problem).toMatchObject({ code, message: { zh: expect.any(String) } });
  });
});
