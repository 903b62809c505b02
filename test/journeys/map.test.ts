import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { violations } from "./axe.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** The sample quarter, near enough to see its buildings. */
const near = "/?at=116.512,39.921,15.2";

/** Tiles are drawn one after the other where the machine has much to do. */
const patience = { timeout: 40_000, interval: 200 };

const marginOf = (page: Page): Promise<string> =>
  page.getByRole("group", { name: "图廓" }).locator("span").nth(1).innerText();

/** The map is there once its buildings are listed. */
const seen = (page: Page) => page.getByText(/^图上的建筑 [1-9]\d* 栋$/).waitFor();

async function openGroup(page: Page, name: string): Promise<void> {
  await page.locator(".layers summary", { hasText: name }).click();
}

/** The address that the page hands on. */
async function linkOf(page: Page): Promise<string> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => document.body.setAttribute("data-link", text);
  });
  await page.getByText("复制链接", { exact: true }).click();
  await page.locator("body[data-link]").waitFor();
  return (await page.locator("body").getAttribute("data-link"))!;
}

/** How bright the drawn sheet is on the whole: 0 is black, 1 is white. */
const brightness = (page: Page): Promise<number> =>
  page.locator(".printsheet img").evaluate((image: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
    const ink = canvas.getContext("2d")!;
    ink.drawImage(image, 0, 0, 64, 64);
    const { data } = ink.getImageData(0, 0, 64, 64);
    return data.reduce((sum, part) => sum + part, 0) / data.length / 255;
  });

describe.skipIf(!chromium.present)(nameWithCure("a planner at the map", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("shows a control layer weaker, and hands on a link to the very view", async () => {
    const page = await stage.open(near);
    await seen(page);
    await openGroup(page, "历史保护");
    await page.getByRole("checkbox", { name: "历史文化街区" }).check({ force: true });
    await page.getByRole("slider", { name: "历史文化街区的浓淡" }).fill("40");
    await openGroup(page, "热度");
    await page.getByRole("radio", { name: "办公楼" }).check({ force: true });
    const link = await linkOf(page);
    expect(decodeURIComponent(new URL(link).search)).toContain("historic_blocks:40");

    const other = await stage.open(link);
    await seen(other);
    await openGroup(other, "历史保护");
    await openGroup(other, "热度");
    expect(await other.getByRole("radio", { name: "办公楼" }).isChecked()).toBe(true);
    expect(await other.getByRole("checkbox", { name: "历史文化街区" }).isChecked()).toBe(true);
    expect(await other.getByRole("slider", { name: "历史文化街区的浓淡" }).inputValue()).toBe("40");
    expect(await marginOf(other)).toBe(await marginOf(page));
    expect(await other.locator(".maperror").count()).toBe(0);
    expect(await violations(other)).toEqual([]);
  });

  test("keeps the view that a link names, also where it names a building", async () => {
    const page = await stage.open(`${near}&building=CY-0402-B150`);
    await page.locator(".got li").first().waitFor();
    await page.locator(".callout").waitFor();
    expect(await marginOf(page)).toBe("116.5120° E 39.9210° N");
    expect(await page.getByRole("link", { name: "经过" }).getAttribute("href")).toBe(
      "/map/history/buildings/CY-0402-B150",
    );
  });

  test("says that tiles did not come, and asks for them again", async () => {
    const page = await stage.open("/policies");
    await page.route("**/*.mvt", (route) => route.fulfill({ status: 503, body: "" }));
    await page.goto(near);
    const lack = page.getByRole("alert").filter({ hasText: "图层没有取到" });
    await lack.waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, "map-lacking");
    await page.unroute("**/*.mvt");
    const tile = page.waitForResponse((answer) => answer.url().includes(".mvt") && answer.ok());
    await lack.getByRole("button", { name: "再试一次" }).click();
    await tile;
    await expect.poll(() => lack.count(), patience).toBe(0);
  });

  test("reads the map as a table, sorts it, narrows it and picks from it", async () => {
    const page = await stage.open(near);
    await seen(page);
    await page.getByRole("button", { name: "表格" }).click();
    const table = page.getByRole("region", { name: "表中各行" });
    await table.getByRole("rowheader").first().waitFor();
    await table.getByRole("button", { name: "层数" }).click();
    await table.getByRole("button", { name: "层数" }).click();
    await table
      .getByRole("columnheader", { name: "层数" })
      .and(page.locator("[aria-sort=descending]"))
      .waitFor();
    await page.getByRole("searchbox", { name: "筛选" }).fill("没有这样的");
    await table.getByText("没有含“没有这样的”的行").waitFor();
    await page.getByRole("searchbox", { name: "筛选" }).fill("大厦");
    await expect.poll(() => table.getByRole("rowheader").allInnerTexts()).not.toEqual([]);
    const names = await table.getByRole("rowheader").allInnerTexts();
    expect(names.every((name) => name.includes("大厦"))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, "map-table");
    await table.getByRole("button", { name: names[0]! }).first().click();
    await page.getByRole("heading", { level: 1, name: names[0]! }).waitFor();
  });

  test("checks a place for conflicts and takes the answer away", async () => {
    const page = await stage.open(near);
    await page.getByRole("combobox", { name: /^搜/ }).fill("1 号厂房");
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "冲突检查" }).click();
    await page.locator(".conflictanswer").waitFor();
    await page.getByRole("listitem").filter({ hasText: "轨道站点" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, "map-conflicts");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Word" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^冲突检查 .*\.docx$/);
  });

  test("tells what lies under a click", async () => {
    const page = await stage.open("/?at=116.512,39.921,15.2&layers=-buildings");
    await page.getByRole("button", { name: "表格" }).waitFor();
    const canvas = page.locator("canvas.maplibregl-canvas");
    const panel = page.getByRole("region", { name: "此处有" });
    await expect
      .poll(async () => {
        await canvas.click({ position: { x: 760, y: 420 } });
        return panel.isVisible();
      })
      .toBe(true);
    await panel
      .getByText(/宗地|街区/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, "map-identify");
    // What an address hides can be shown again, and hidden once more.
    const hidden = page.getByRole("checkbox", { name: "房屋" });
    await hidden.check({ force: true });
    await seen(page);
    expect(await hidden.isChecked()).toBe(true);
  });

  test("sees two days side by side, and the present again afterwards", async () => {
    const page = await stage.open(near);
    await seen(page);
    const asked: string[] = [];
    page.on("response", (answer) => {
      const { pathname, searchParams } = new URL(answer.url());
      if (pathname.endsWith(".mvt")) asked.push(`${answer.status()} ${searchParams.get("as_of")}`);
    });
    await page.getByRole("button", { name: "两个日期" }).click();
    await page.getByLabel("左边").fill("2019-03-01");
    await page.getByLabel("右边").fill("2026-03-01");
    await expect
      .poll(() => asked, patience)
      .toEqual(expect.arrayContaining(["200 2019-03-01", "200 2026-03-01"]));
    expect(await page.locator("canvas.maplibregl-canvas").count()).toBe(2);
    for (const day of ["2019-03-01", "2026-03-01"]) {
      await page.getByRole("region", { name: `${day} 的地图` }).waitFor();
    }
    expect(new URL(await linkOf(page)).searchParams.get("days")).toBe("2019-03-01,2026-03-01");
    expect(await page.getByText("热度只有现在的").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, "map-days");
    asked.length = 0;
    await page.getByRole("button", { name: "收起" }).click();
    await expect.poll(() => asked, patience).toContain("200 null");
    expect(await page.locator("canvas.maplibregl-canvas").count()).toBe(1);
  });

  test("prints a sheet of A3 with title, scale, legend and the line for the review number", async () => {
    const page = await stage.open(near, { theme: "dark" });
    await seen(page);
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await page.getByRole("button", { name: "打印", exact: true }).click();
    await page.getByRole("textbox", { name: "图名" }).fill("示例片区现状图");
    expect(await violations(page)).toEqual([]);
    await page.route("**/*.mvt", (route) => route.fulfill({ status: 503, body: "" }));
    await page.getByRole("button", { name: "排成 A3 并打印" }).click();
    await page.getByText("图没有画成：有图块没有取到").waitFor();
    await page.unroute("**/*.mvt");
    await page.getByRole("button", { name: "排成 A3 并打印" }).click();
    await page.locator("body[data-printed]").waitFor({ timeout: 120_000 });
    const sheet = page.locator(".printsheet");
    const words = await sheet.textContent();
    for (const part of [
      "示例片区现状图",
      "1:",
      "审图号",
      "合成数据",
      "CGCS2000",
      "资料来源",
      "未知",
    ]) {
      expect(words).toContain(part);
    }
    expect(await brightness(page)).toBeGreaterThan(0.75);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = [...paper.matchAll(/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
    // 420 × 297 mm in points, to a point.
    expect(pages.map(([, wide, high]) => [Number(wide), Number(high)])).toEqual([
      [expect.closeTo(1190.6, -0.5), expect.closeTo(841.9, -0.5)],
    ]);
  }, 240_000);
});
