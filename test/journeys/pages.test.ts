import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { closeAll, enterAs } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** The pages of those who are signed in: what they are called, and what stands on them. */
const pages = [
  { path: "/account", title: "我的账号", datum: ".kept dd" },
  { path: "/people", title: "人员与角色", datum: ".accounts tbody tr" },
  { path: "/audit", title: "审计", datum: ".trail tbody tr" },
  { path: "/health", title: "运行状况", datum: ".findings li" },
] as const;

/** What these pages ask for, who is signed in excepted. */
const asked = /\/api\/v1\/(people\/(?!session)|operations\/)/;

/** What holds the focus, and the words on it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, textContent } = document.activeElement ?? document.body;
    return `${tagName} ${textContent}`;
  });

const isInMain = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest("main") !== null);

/** Goes by keys alone to a link of the header or of the tabs, and opens it. */
async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name, exact: true }).first().focus();
  await page.keyboard.press("Enter");
}

describe.skipIf(!chromium.present)(nameWithCure("each page", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("says what failed and what to do, and is there once that is mended", async () => {
    const page = await enterAs(stage, "审计员");
    for (const { path, title, datum } of pages) {
      await page.route(asked, (route) => route.fulfill({ status: 503, body: "" }));
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const notice = page.getByRole("alert").filter({ hasText: "没有取到" });
      await notice.first().getByText("稍后再试").waitFor();
      expect(await page.title()).toBe(`${title} · 织补`);
      await keepPicture(page, `failed ${path.slice(1)}`);
      await page.unroute(asked);
      while ((await notice.count()) > 0) {
        const before = await notice.count();
        await notice.first().getByRole("button", { name: "再试一次" }).click();
        await expect.poll(() => notice.count()).toBeLessThan(before);
      }
      await page.locator(datum).first().waitFor();
    }
    await closeAll(page);
  });

  test("says that it waits, and what it is, before anything has come", async () => {
    const page = await enterAs(stage, "审计员");
    await page.route(asked, () => undefined);
    for (const { path, title } of pages) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("main").getByText("正在取数").first().waitFor();
      expect(await page.title()).toBe(`${title} · 织补`);
    }
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await closeAll(page);
  });

  test("says that nothing is there, and the next step", async () => {
    const page = await enterAs(stage, "审计员", { path: "/people" });
    await page.getByRole("searchbox", { name: "按姓名或账号名筛选" }).fill("没有这个人");
    await page.getByText("没有姓名或账号名含「没有这个人」的账号").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.locator(".accounts tbody tr").first().waitFor();
    await page.goto("/audit?until=2020-01-01");
    await page.getByText("没有这样的记录").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.locator(".trail tbody tr").first().waitFor();
    expect(new URL(page.url()).search).toBe("");
    await closeAll(page);
  });

  test("is reached by keys, named to whoever listens, and goes on behind its beginning", async () => {
    const page = await enterAs(stage, "审计员");
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main :is(a, button, input)").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("A 跳到正文");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await isInMain(page)).toBe(true);

    for (const [link, title] of [
      ["管理", "人员与角色"],
      ["审计", "审计"],
      ["运行状况", "运行状况"],
      ["项目", "项目"],
    ] as const) {
      await follow(page, link);
      await expect.poll(() => focused(page)).toBe(`P ${title}`);
      expect(await page.title()).toBe(`${title} · 织补`);
      await page.locator("main :is(a, button, input)").first().waitFor();
      await page.keyboard.press("Tab");
      await expect.poll(() => isInMain(page)).toBe(true);
    }
    await closeAll(page);
  });

  test("shows a resident her own alone, and says what it does not show, and who may see it", async () => {
    const page = await enterAs(stage, "居民", { path: "/audit" });
    await page.getByRole("heading", { level: 1, name: "我做过的" }).waitFor();
    await page.locator(".trail tbody tr").first().waitFor();
    const who = await page.locator(".trail th[scope=row]").allInnerTexts();
    expect(new Set(who)).toEqual(new Set(["居民（演示）"]));
    expect(await page.getByLabel("谁").count()).toBe(0);
    expect(await page.getByText("封记").count()).toBe(0);
    for (const [path, title] of [
      ["/people", "人员与角色"],
      ["/people/new", "新建账号"],
      ["/health", "运行状况"],
    ] as const) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.getByText(`「${title}」要有这些角色之一：系统管理员`).waitFor();
    }
    await closeAll(page);
  });

  test("of the audit trail says how far nobody can change it unnoticed, and how to check", async () => {
    const page = await enterAs(stage, "审计员", { path: "/audit" });
    const seals = page.getByRole("region", { name: "封记" });
    await seals.getByText(/^到编号 [\d,]+（[\d :-]+）为止的 [\d,]+ 条都已封记/).waitFor();
    await seals.getByText("怎样核对").click();
    const command = await seals.locator("pre").innerText();
    expect(command).toMatch(/^zhibu db verify --head [0-9a-f]{64}$/);
    await keepPicture(page, "seals");
    await closeAll(page);
  });
});
