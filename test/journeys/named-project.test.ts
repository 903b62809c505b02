import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { looks, violations } from "./axe.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** The fields and words of the box, in their order. */
const statedIn = (page: Page): Promise<string[]> =>
  page.locator(".said dt, .said dd").allInnerTexts();

const rowOf = (page: Page, name: string): Locator =>
  page.locator(".library tbody tr").filter({ hasText: name });

/** The three counts of a row of the list, or of a report. */
async function countsIn(cells: Locator): Promise<string[]> {
  await cells.first().waitFor();
  return cells.allInnerTexts();
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });

/** Opens a project from the list and gives the counts that the list promised of it. */
async function openFromList(page: Page, name: string): Promise<string[]> {
  const row = rowOf(page, name);
  const promised = await countsIn(row.locator("td.num"));
  await row.getByRole("link", { name }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.locator(".said dt").first().waitFor();
  return promised;
}

/** Pairs of a field and its words whose boxes lie over each other, or are wider than they may. */
const overlaps = (page: Page): Promise<string[]> =>
  page.locator(".said > div").evaluateAll((pairs) =>
    pairs.flatMap((pair) => {
      const [field, words] = [...pair.children];
      if (!field || !words) return ["a pair without two parts"];
      const [left, right] = [field.getBoundingClientRect(), words.getBoundingClientRect()];
      const isOver = [field, words].some((part) => part.scrollWidth > part.clientWidth);
      return left.right > right.left || isOver ? [pair.textContent] : [];
    }),
  );

describe.skipIf(!chromium.present)(nameWithCure("someone reading the plan", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("opens a named project and reads what the plan says of it, in either language", async () => {
    const page = await stage.open("/projects");
    const promised = await openFromList(page, "三里屯太古里西区");
    expect(await statedIn(page)).toEqual([
      ...["列在哪个圈层", "中心城区（核心区以外）"],
      ...["列在哪一类", "商业区或商业设施"],
      ...["原名", "三里屯雅秀"],
      ...["怎么点的名", "举例之一，同类不止这些"],
    ]);
    expect(await countsIn(page.locator(".sum b"))).toEqual(promised);

    await page.getByRole("button", { name: "EN" }).click();
    await page.getByRole("heading", { level: 1, name: "Taikoo Li Sanlitun West" }).waitFor();
    const english = await page.locator(".stated").innerText();
    expect(english).toContain("Sanlitun Yashow");
    expect(english.replace("7（二）", "")).not.toMatch(/\p{Script=Han}/u);
  });

  test("sees where the plan is silent", async () => {
    const page = await stage.open("/projects", { locale: "en" });
    await openFromList(page, "Along the inner ring road");
    expect(await statedIn(page)).toEqual([
      ...["Listed under", "Core area of capital functions"],
      ...["Listed among", "the plan does not say"],
    ]);
  });

  test.each(looks)("finds nothing in the way in $name", async ({ name, ...look }) => {
    const page = await stage.open("/policies", look);
    for (const project of ["taikoo-li-west", "inner-ring"]) {
      await page.goto(`/projects/${project}`);
      await page.locator(".said dd").first().waitFor();
      expect(await overlaps(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      await keepPicture(page, `${project} ${name}`);
    }
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("finds on a phone the same counts, below the filter and not under it", async () => {
    const page = await stage.open("/projects", { size: "phone" });
    const promised = await countsIn(rowOf(page, "光明楼17号").locator("td.num:visible"));
    expect(promised).toHaveLength(3);
    const filter = await page.getByRole("searchbox", { name: "筛选项目" }).boundingBox();
    const table = await page.locator(".library").boundingBox();
    expect((filter?.y ?? 0) + (filter?.height ?? 0)).toBeLessThan(table?.y ?? 0);
    expect(await openFromList(page, "光明楼17号")).toEqual(promised);
    expect(await countsIn(page.locator(".sum b"))).toEqual(promised);
  });
});
