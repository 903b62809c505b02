import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { keepPicture } from "./pictures.ts";

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });

/** What is wrong with the page as it stands, one line each; its picture is kept. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  await keepPicture(page, name);
  const wide = (await isTooWide(page)) ? ["wider than the window"] : [];
  return [...wide, ...(await violations(page))].map((fault) => `${name}: ${fault}`);
}

/** The same in the narrowest window, in the dark and in English, on the page as it stands. */
export async function faultsInLooks(page: Page, name: string): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const found = await faultsOf(page, `${name} light`);
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await faultsOf(page, `${name} dark`)));
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("button", { name: "EN", exact: true }).click();
  found.push(...(await faultsOf(page, `${name} English`)));
  await page.setViewportSize({ width: 360, height: 800 });
  found.push(...(await faultsOf(page, `${name} English 360 px`)));
  await page.setViewportSize(size);
  await page.getByRole("button", { name: "中文", exact: true }).click();
  return found;
}
