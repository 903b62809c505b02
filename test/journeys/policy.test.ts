import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

const colourOf = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);

/** Puts a style and a script into a page, as whoever had found a hole there would. */
const intrude = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "body { background-color: rgb(1, 2, 3) !important }";
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.head.append(style, script);
  });

describe.skipIf(!chromium.present)(nameWithCure("the security policy", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test("lets the map draw and the plain pages wear their style", async () => {
    const city = await stage.open("/?building=CY-0402-B150");
    await city.getByRole("heading", { level: 1 }).first().waitFor();
    await city.locator("canvas").first().waitFor();
    for (const path of ["/api", "/problems/rate_limited"]) {
      const page = await stage.open(path);
      expect(await colourOf(page, "body")).toBe("rgb(251, 250, 247)");
    }
    expect(stage.forbidden).toEqual([]);
  });

  test("lets no style or script act that was put into a page", async () => {
    const page = await stage.open("/");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await intrude(page);
    await expect.poll(() => stage.forbidden.length).toBe(2);
    expect(stage.forbidden.splice(0).sort()).toEqual([
      expect.stringContaining("script-src-elem: inline"),
      expect.stringContaining("style-src-elem: inline"),
    ]);
    expect(await colourOf(page, "body")).not.toBe("rgb(1, 2, 3)");
    expect(await page.title()).not.toBe("taken over");
  });
});
