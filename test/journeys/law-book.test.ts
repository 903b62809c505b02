import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { faultsInLooks } from "./faults.ts";
import { closeAll } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

const rows = (page: Page) => page.locator(".catalogue tbody tr");

/** How many the page says that it shows, as soon as it says so. */
async function told(page: Page): Promise<number> {
  const line = page.locator("main").getByRole("status").filter({ hasText: "项" });
  return Number(/\d+/.exec(await line.first().innerText())?.[0]);
}

describe.skipIf(!chromium.present)(nameWithCure("the law book", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("is narrowed by lists that tell what they would leave, and a link restores the view", async () => {
    const page = await stage.open("/policies");
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    expect(await told(page)).toBe(all);
    const standing = page.getByLabel("施行");
    const option = standing.locator("option", { hasText: "试点" });
    const promised = Number(/（(\d+)）/.exec(await option.innerText())?.[1]);
    await standing.selectOption("pilot");
    await expect.poll(() => rows(page).count()).toBe(promised);
    await page.getByLabel("事项与类型").selectOption("building.kind:factory");
    await expect.poll(() => rows(page).count()).toBeLessThan(promised);
    const narrowed = await rows(page).count();
    expect(narrowed).toBeGreaterThan(0);

    const again = await stage.open(page.url().replace(stage.url, ""));
    await expect.poll(() => rows(again).count()).toBe(narrowed);
    await again.getByRole("button", { name: "清除筛选" }).click();
    await expect.poll(() => rows(again).count()).toBe(all);
    expect(new URL(again.url()).search).toBe("");
    await closeAll(page, again);
  });

  test("says so where nothing is found, and how to go on", async () => {
    const page = await stage.open("/policies");
    const find = page.getByRole("searchbox", { name: "标题、摘要、部门里的词" });
    await find.fill("没有这种举措");
    await page.getByText("没有这样的举措").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await rows(page).first().waitFor();
    expect(await find.inputValue()).toBe("");
    await closeAll(page);
  });

  test("shows a measure as sentences and as its source, by keys alone", async () => {
    const page = await stage.open("/policies/toolbox-1.0/04");
    await page.locator(".rulecard").first().waitFor();
    await page.getByRole("button", { name: "源文" }).focus();
    await page.keyboard.press("Enter");
    const source = page.getByLabel(/04-floor-area-award\.yaml 的源文/);
    await source.getByText("toolbox-1.0/04", { exact: false }).first().waitFor();
    expect(await page.locator(".rulecard").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("?view=source");
    await keepPicture(page, "measure source");
    await page.reload();
    await source.waitFor();
    await page.getByRole("button", { name: "成句" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".rulecard").first().waitFor();
    await closeAll(page);
  });

  test("says of each figure what became of it, and whom a measure touches", async () => {
    const page = await stage.open("/policies/toolbox-1.0/04");
    const accounted = page.getByRole("table", { name: "条文里的数与力度词" });
    await accounted.getByRole("row").filter({ hasText: "20%" }).getByText("参数：").waitFor();
    const touched = page.locator("#touched");
    const bar = touched.getByRole("img", { name: /^适用 \d+，未定 \d+，不适用 \d+$/ });
    const counts = (await bar.getAttribute("aria-label"))?.match(/\d+/g)?.map(Number) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(60);
    const project = touched.getByRole("link").first();
    const name = await project.innerText();
    await project.click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await closeAll(page);
  });

  test("lists tasks by due date, and takes no date that has passed for a failure", async () => {
    const page = await stage.open("/policies/tasks");
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    expect(await told(page)).toBe(all);
    await page.getByLabel("进展").selectOption("unknown");
    await page.waitForURL(/state=unknown/);
    await expect.poll(() => rows(page).count()).toBeLessThan(all + 1);
    await page.getByText("期限已过，进展未知").first().waitFor();
    const duty = page.getByLabel("类别");
    await duty.selectOption("duty");
    await rows(page).getByRole("link").first().click();
    await page.getByRole("heading", { level: 2, name: "对部门的任务" }).waitFor();
    await closeAll(page);
  });

  test("tries a practice on a case: what is left empty stays unknown, and is named", async () => {
    const page = await stage.open("/policies/cards");
    await page.getByRole("searchbox").fill("沈阳");
    await page.locator(".cards li a").first().click();
    await page.getByRole("heading", { level: 2, name: "我的项目符合吗" }).waitFor();
    await page.getByRole("button", { name: "试算" }).click();
    const answer = page.locator(".cardsaid");
    await answer.getByText("还不能定").first().waitFor();
    await answer.getByText(/^缺：/).first().waitFor();
    await page.getByRole("radio", { name: "是" }).first().check();
    await page.getByRole("button", { name: "试算" }).click();
    await answer.getByText("不符合").first().waitFor();
    await closeAll(page);
  });

  test("names the lists and texts that are waited for, and the measures that wait", async () => {
    const page = await stage.open("/policies/registers", { size: "phone" });
    await rows(page).first().waitFor();
    const shares = rows(page).filter({ hasText: "各类用地兼容比例上限" });
    await shares.getByText("未录入").waitFor();
    await shares.getByRole("link", { name: /11/ }).click();
    await page.getByRole("heading", { level: 1, name: "各类用地的兼容比例" }).waitFor();
    await closeAll(page);
  });

  test.each([
    ["/policies", ".catalogue tbody tr"],
    ["/policies/toolbox-1.0/04", "#touched .tri"],
    ["/policies/toolbox-1.0/04?view=source", ".source .row"],
    ["/policies/tasks", ".tasks tbody tr"],
    ["/policies/plan", ".targets tbody tr"],
    ["/policies/tree", ".branches li"],
    ["/policies/cards", ".cards li"],
    ["/policies/cards/practices-1/2.1.1", ".cardask fieldset"],
    ["/policies/registers", ".registers tbody tr"],
    ["/policies/texts", ".texts tbody tr"],
  ])("has no fault that axe finds on %s, in any look", async (path, datum) => {
    const page = await stage.open(path);
    await page.locator(datum).first().waitFor();
    const name = path.replaceAll(/[/?]/g, " ").trim();
    expect(await faultsInLooks(page, name)).toEqual([]);
    await closeAll(page);
  });
});
