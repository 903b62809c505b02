import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/base/actor.ts";
import { startServing, type Serving } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { sql } from "../../src/store/sql.ts";
import { nameWithCure, need } from "../harness/need.ts";
import { closeAll, doSurely, enterAs, findOut } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** Serves a city whose past can be moved: what was written so long ago was written then. */
async function serveOwn(folder: string): Promise<Serving> {
  const settings = settingsOf({ ZHIBU_DATA: folder, ZHIBU_PORT: "0", ZHIBU_LANG: "zh" });
  const serving = await startServing(settings, () => undefined);
  if (!serving.ok) throw new Error(serving.refusal.text("en"));
  return serving.value;
}

const lentBy = (page: Page) => page.getByText("责任规划师（演示）委托");

describe.skipIf(!chromium.present)(nameWithCure("as time passes", chromium), () => {
  let stage: Stage;
  let serving: Serving;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zhibu-time-"));
    serving = await serveOwn(folder);
    stage = await raiseStage(serving.url);
  });
  afterAll(async () => {
    await stage?.close();
    await serving?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ageSessions = (minutes: number): Promise<unknown> =>
    serving.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        update people.session
           set started_at = started_at - make_interval(mins => ${minutes}),
               seen_at = seen_at - make_interval(mins => ${minutes})`),
    );

  test("a session ends no other before its owner has proved anew who they are", async () => {
    const elsewhere = await enterAs(stage, "居民", { path: "/account" });
    const page = await enterAs(stage, "居民", { path: "/account" });
    await ageSessions(6);
    await doSurely(page, "结束其他所有");
    await page.getByText("代码 proof_needed").waitFor();
    await keepPicture(page, "proof needed");
    await page.getByRole("button", { name: "重新登录" }).click();
    await page.getByText("这一页要先登录").waitFor();
    await page.getByRole("button", { name: "以居民进入" }).click();
    await page.getByRole("heading", { level: 1, name: "居民（演示）" }).waitFor();
    await doSurely(page, "结束其他所有");
    await page.getByText("其他登录都已结束。").waitFor();
    await findOut(elsewhere, "看我做过的");
    await closeAll(page, elsewhere);
  });

  test("a session comes to its end after half a day, however much it is used", async () => {
    const page = await enterAs(stage, "申报人", { path: "/account" });
    await ageSessions(115);
    await page.reload();
    await page.locator(".whoisin").getByText(/^到/).waitFor();
    expect(await page.getByText(/登录还有/).count()).toBe(0);
    for (const _ of [1, 2, 3, 4, 5]) {
      await ageSessions(119);
      await page.reload();
      await page.locator(".whoisin").getByText(/^到/).waitFor();
    }
    await page.getByText(/登录还有 \d+ 分钟结束/).waitFor();
    await page.getByRole("button", { name: "继续登录" }).click();
    await page.getByText(/不能再延长/).waitFor();
    await ageSessions(10);
    await findOut(page, "看我做过的");
    await closeAll(page);
  });

  test("a role that was lent comes back by itself", async () => {
    const lender = await enterAs(stage, "责任规划师", { path: "/account" });
    await lender.getByRole("button", { name: "委托一个角色" }).click();
    await lender.getByLabel("同事的账号名").fill("demo-reviewer");
    await lender.getByRole("button", { name: "借出" }).click();
    await lender.getByRole("rowheader", { name: "审查人员（演示）" }).waitFor();
    const colleague = await enterAs(stage, "审查人员", { path: "/account" });
    await lentBy(colleague).waitFor();

    await serving.db.transaction(system("test"), (tx) =>
      tx.query(sql`
        update people.delegation
           set since = now() - interval '8 days', until = now() - interval '1 second'`),
    );
    await Promise.all([lender, colleague].map((page) => page.reload()));
    await lender.getByText("没有委托出去的角色").waitFor();
    await colleague.getByRole("rowheader", { name: "审查人员" }).waitFor();
    expect(await lentBy(colleague).count()).toBe(0);
    await closeAll(lender, colleague);
  });
});
