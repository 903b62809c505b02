import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { homeFolder } from "../../src/store/home.ts";

const folder = join(homeFolder(), "..", "shared", "data");

export const hasSharedFiles = existsSync(folder);
export const sharedFilesCure =
  "put districts, subdistricts, subway and heritage into ../shared/data";
export const sharedFile = (...path: string[]): string => join(folder, ...path);

/** Sends a file towards a layer, and waits until it has been read. */
export async function sendFile(page: Page, path: string, layer: string): Promise<void> {
  await page.goto("/map/import");
  await page.getByLabel("导入到哪个图层").selectOption({ label: layer });
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("button", { name: "上传并检查" }).click();
  await page.waitForURL(/\/map\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "它在哪里" }).waitFor();
}

/** Says why, and has what was read put onto the map. */
export async function confirm(page: Page, reason: string): Promise<void> {
  await page.getByLabel("为什么导入").fill(reason);
  await page.getByRole("button", { name: "确认导入" }).click();
}

/** What the import came to: how many were added, replaced and retired. */
export async function countsOf(page: Page): Promise<number[]> {
  await page.getByRole("heading", { name: /^已导入到/ }).waitFor();
  await page.locator(".came-to dd").nth(2).waitFor();
  const words = await page.locator(".came-to dd").allInnerTexts();
  return words.map((word) => Number(word.replaceAll(",", "")));
}

/** Takes back what the page shows, with a reason. */
export async function undoHere(page: Page, reason: string): Promise<void> {
  await page.getByLabel("为什么撤销").fill(reason);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page
    .getByRole("group", { name: "图上恢复到" })
    .getByRole("button", { name: "撤销" })
    .click();
}
