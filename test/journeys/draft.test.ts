import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { looks, violations } from "./axe.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Look, type Stage } from "./stage.ts";

const chromium = need("chromium");

const measure = "/policies/toolbox-1.0/04";
const writing = (page: Page) => page.getByRole("textbox", { name: /^(规则文件|Rule file) / });
const findings = (page: Page) => page.getByRole("region", { name: /^(检查结果|Check)$/ });
const tried = (page: Page) => page.getByRole("region", { name: /^(试算|Try a case)$/ });
const read = (page: Page) => page.getByRole("region", { name: /^(规则读作|The rules read)$/ });
const clean = (page: Page) => findings(page).getByText(/没有问题|nothing is wrong/);

/** Opens the draft and waits until its first check has come through. */
async function openDraft(stage: Stage, look: Look = {}): Promise<Page> {
  const page = await stage.open(`${measure}/draft`, look);
  await clean(page).waitFor();
  return page;
}

/** Puts the cursor at the end of the first line that holds some words. */
async function goToEnd(page: Page, words: string): Promise<void> {
  await page.locator(".cm-line", { hasText: words }).first().click();
  await page.keyboard.press("End");
}

async function erase(page: Page, letters: number): Promise<void> {
  for (let at = 0; at < letters; at++) await page.keyboard.press("Backspace");
}

/** Puts a text in the place of all that is written, as a paste does. */
async function paste(page: Page, text: string): Promise<void> {
  await writing(page).focus();
  await page.keyboard.press("Control+A");
  await writing(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const options = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", options));
  }, text);
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe.skipIf(!chromium.present)(nameWithCure("a draft of a rule", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("is opened from the rule, broken, told so, completed and mended", async () => {
    const page = await stage.open(measure);
    await page.getByRole("link", { name: "试改这一项" }).click();
    await page.getByRole("heading", { level: 1, name: "试改：建筑规模奖励" }).waitFor();
    await clean(page).waitFor();
    await tried(page).getByText("个案例全部与所写相符").waitFor();
    await read(page).getByText("可以给予建筑规模").waitFor();

    await goToEnd(page, "amount: contribution.site_area");
    await erase(page, "_area * award_ratio".length);
    const finding = findings(page).getByRole("listitem");
    await finding.getByText("fact_unknown").waitFor();
    await finding.getByText("contribution.site", { exact: false }).first().waitFor();
    await read(page).getByText("现在不能编译").waitFor();

    await page.keyboard.type("_");
    const offered = page.getByRole("option", { name: /^contribution\.site_area/ });
    await offered.waitFor();
    expect(await offered.innerText()).toContain("占地面积");
    await keepPicture(page, "draft completion");
    await offered.click();
    await clean(page).waitFor();
    await page.locator(".nameline").getByText("数量").waitFor();
    await tried(page).getByText("个案例全部与所写相符").waitFor();
    await page.context().close();
  });

  test("changes what its cases come to with every letter, in the reader's language", async () => {
    const page = await openDraft(stage);
    await goToEnd(page, "amount: contribution.site_area");
    await page.keyboard.type(" + contribution.site_area");
    await tried(page).getByText("个与所写不符").waitFor();
    await tried(page).getByText("应为").first().waitFor();
    await erase(page, " + contribution.site_area".length);
    await page.keyboard.type(" + 占地");
    await page.getByRole("option", { name: /^contribution\.site_area/ }).click();
    await tried(page).getByText("应为").first().waitFor();
    await keepPicture(page, "draft differing");

    await page.getByRole("button", { name: "EN", exact: true }).click();
    await tried(page).getByText("do not come out as written").waitFor();
    await read(page).getByText("floor area may be granted").waitFor();
    await goToEnd(page, "amount: contribution.site_area");
    await erase(page, 1);
    await findings(page).getByText("did you mean contribution.site_area?").waitFor();
    await page.context().close();
  });

  test("is told of by the mouse too: what a fact is, and what is wrong with it", async () => {
    const page = await openDraft(stage);
    const line = page.locator(".cm-line", { hasText: "wish: contribution.award_wanted" });
    await line.hover({ position: { x: 150, y: 10 } });
    await page.locator(".cm-name").getByText("希望获得的奖励面积").waitFor();
    await goToEnd(page, "wish: contribution.award_wanted");
    await erase(page, 1);
    await findings(page)
      .getByRole("button", { name: /^第 \d+ 行/ })
      .click();
    await page.locator(".cm-lintRange-error").hover();
    await page.locator(".cm-diagnostic").getByText("contribution.award_wanted").waitFor();
    await page.context().close();
  });

  test("stays in this browser, is handed out as a file, and changes nothing on the server", async () => {
    const page = await openDraft(stage);
    const sent: string[] = [];
    page.on("request", (request) => void (request.method() === "GET" || sent.push(request.url())));
    await goToEnd(page, "amount: contribution.site_area");
    await page.keyboard.type(" * award_ratio");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await tried(page).getByText("相符").waitFor();
    await page.getByRole("button", { name: "整理格式" }).click();
    await clean(page).waitFor();
    await page.reload();
    await clean(page).waitFor();
    const line = page.getByText("contribution.site_area * award_ratio * award_ratio");
    await line.waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载文件" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^04-.*\.yaml$/);
    expect(await readFile(await download.path(), "utf8")).toContain("award_ratio * award_ratio\n");

    await page.getByRole("button", { name: "恢复原文" }).click();
    await line.waitFor({ state: "detached" });
    const kept = () => page.evaluate(() => Object.keys(localStorage).join());
    await expect.poll(kept).not.toContain("zhibu.draft");
    expect(sent).toEqual([]);
    await page.context().close();
  });

  test("is tried on facts that are filled in, and wrong facts are told", async () => {
    const page = await openDraft(stage);
    await tried(page).getByLabel("案例").selectOption("empty");
    const first = tried(page).locator(".runanswer").first();
    await first.getByText("未定", { exact: true }).waitFor();
    await tried(page).getByLabel("保护不可移动文物或历史建筑").selectOption("true");
    await tried(page).getByLabel("贡献部分占地面积").fill("120.5");
    await tried(page).getByLabel("原核定建筑面积").fill("2,000");
    await first.getByText("120.50").first().waitFor();
    await first.getByText("推理过程").click();
    await first.locator(".proof li").first().waitFor();
    await keepPicture(page, "draft tried");
    await tried(page).getByLabel("贡献部分占地面积").fill("很多");
    await tried(page).getByText("事实有误").waitFor();
    await tried(page).getByRole("button", { name: "恢复案例的事实" }).click();
    await first.getByText("未定", { exact: true }).waitFor();
    await page.context().close();
  });

  test("that is hostile gets a finding, and the page goes on", async () => {
    const page = await openDraft(stage);
    const hostile: readonly (readonly [string, string])[] = [
      ["x".repeat(1_000_001), "file_too_large"],
      [`id: ${"[".repeat(10_000)}`, "yaml_too_deep"],
      [`rules:\n  - { id: a, when: '${"(".repeat(10_000)}' }\n`, "key_missing"],
      ["title: { zh: '\ud800', en: a }\n", "text_broken"],
    ];
    for (const [text, code] of hostile) {
      await paste(page, text);
      await findings(page).getByText(code).first().waitFor();
    }
    await page.getByRole("button", { name: "恢复原文" }).click();
    await clean(page).waitFor();
    await page.context().close();
  });

  test("lets Tab leave the editor", async () => {
    const page = await openDraft(stage);
    await writing(page).focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.shadowRoot ?? null)).toBeNull();
    await page.context().close();
  });

  test.each(looks)("is clean and no wider than the page in $name", async ({ name, ...look }) => {
    const page = await openDraft(stage, look);
    if (look.size === "phone") await page.setViewportSize({ width: 360, height: 800 });
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, `draft ${name}`);
    await goToEnd(page, "amount: contribution.site_area");
    await erase(page, 3);
    await findings(page).getByRole("listitem").first().waitFor();
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete").getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await keepPicture(page, `draft broken ${name}`);
    await page.context().close();
  });
});
