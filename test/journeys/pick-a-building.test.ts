import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** Goes to the sample quarter and picks the first building of the list. */
async function pickABuilding(page: Page): Promise<string> {
  await page.getByRole("button", { name: "看示例片区" }).click();
  const summary = page.getByText(/^图上的建筑 [1-9]\d* 栋$/);
  await summary.click();
  const first = page.locator(".inview li button").first();
  const name = await first.locator("span").innerText();
  await first.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return name;
}

/** The middle of the map, as its margin tells it once the map rests. */
const centreOf = (page: Page): Promise<string> =>
  page.getByRole("group", { name: "图廓" }).locator("span").nth(1).innerText();

/** Says what the project is about, and answers the question that comes then by its first choice. */
async function answerTwice(page: Page): Promise<void> {
  const form = page.locator("form");
  await form.getByRole("checkbox").first().check();
  await form.getByRole("button", { name: "确认" }).click();
  await page.getByText("已答 1 项").waitFor();
  await form.getByRole("radio").first().check();
  await form.getByRole("button", { name: "确认" }).click();
  await page.getByText("已答 2 项").waitFor();
  await page.locator("aside[aria-busy=false]").waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
}

describe.skipIf(!chromium.present)(nameWithCure("someone with an old building", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("picks it, answers two questions, and opens a cited report that its link reopens", async () => {
    const page = await stage.open("/");
    const name = await pickABuilding(page);
    await page.getByRole("img", { name: /^适用 \d+，未定 \d+，不适用 \d+$/ }).waitFor();
    await answerTwice(page);
    await keepPicture(page, "place");

    await page.getByRole("button", { name: "打开政策报告" }).click();
    await page.waitForURL(/\/reports\/.+/);
    await page.getByRole("heading", { level: 1, name: "政策适用报告" }).waitFor();
    await page
      .getByRole("link", { name: /^出处：工具箱/ })
      .first()
      .waitFor();
    const lead = await page.locator(".lede").innerText();
    await keepPicture(page, "report");

    const again = await stage.open(page.url());
    await again.getByRole("heading", { level: 1, name: "政策适用报告" }).waitFor();
    expect(await again.locator(".lede").innerText()).toBe(lead);
    expect(await again.locator(".crumb").innerText()).toContain(name);
    await again.getByText("以同一政策包重算，结果一致").waitFor();
  });

  test("draws an area by keys alone and sees what could be done there", async () => {
    const page = await stage.open("/");
    await page.getByRole("button", { name: "看示例片区" }).click();
    await page.getByText(/^图上的建筑 [1-9]\d* 栋$/).waitFor();
    await page.getByRole("button", { name: "画范围" }).click();
    const map = page.getByRole("region", { name: /^地图/ }).or(page.locator("canvas"));
    await map.first().focus();
    for (const way of ["ArrowRight", "ArrowDown", "ArrowLeft"]) {
      const before = await centreOf(page);
      await page.keyboard.press("Space");
      await page.keyboard.press(way);
      await expect.poll(() => centreOf(page)).not.toBe(before);
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "所画范围" }).waitFor();
    await page.getByRole("heading", { name: "这里能做什么" }).waitFor();
    await keepPicture(page, "area");
  });

  test("chooses language and theme once, and finds them again", async () => {
    const page = await stage.open("/policies");
    await page.getByRole("heading", { level: 1, name: "政策" }).waitFor();
    await page.getByRole("button", { name: "EN" }).click();
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("button", { name: "Theme: light" }).click();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Policies" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("asks the same from a phone", async () => {
    const page = await stage.open("/", { size: "phone" });
    await page.getByRole("combobox").fill("库房");
    await page.getByRole("option").first().click();
    await page.getByRole("heading", { name: "这里能做什么" }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await keepPicture(page, "phone");
  });

  test("hears what happened and what to do where a report is gone or the server silent", async () => {
    const page = await stage.open("/reports/never-stored");
    await page.getByRole("alert").getByText("evaluation_missing").waitFor();
    await page.getByRole("link", { name: "回一张图" }).waitFor();

    await page.route("**/api/v1/policy/projects", (route) => route.abort());
    await page.getByRole("link", { name: "项目" }).first().click();
    await page.getByText("连不上服务").waitFor();
    await page.unroute("**/api/v1/policy/projects");
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByRole("table").waitFor();
  });
});
