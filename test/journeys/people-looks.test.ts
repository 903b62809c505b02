import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { looks } from "./axe.ts";
import { faultsOf } from "./faults.ts";
import { enterAs } from "./people.ts";
import { raiseStage, type Look, type Stage } from "./stage.ts";

const chromium = need("chromium");

type Datum = (page: Page) => Promise<void>;

/** The trail, with what tells how to check its seals. */
async function openTrail(page: Page): Promise<void> {
  await page.locator(".trail tbody tr").first().waitFor();
  await page.locator(".seals summary").click();
}

/** The first district, with the form that adds an organisation below it. */
async function openOrganisation(page: Page): Promise<void> {
  await page.locator(".tree ul ul button").first().click();
  await page.locator(".picked .acts .btn").first().click();
  await page.locator(".picked form").waitFor();
}

/** Each page of those who are signed in, with what must stand there before it is judged. */
const pages: readonly { path: string; datum: Datum }[] = [
  { path: "/account", datum: (page) => page.locator(".kept dd").first().waitFor() },
  { path: "/people", datum: (page) => page.locator(".accounts td:nth-child(3)").first().waitFor() },
  {
    path: "/people/new",
    datum: (page) => page.locator(".pick option").nth(2).waitFor({ state: "attached" }),
  },
  { path: "/audit", datum: openTrail },
  { path: "/health", datum: (page) => page.locator(".findings li").first().waitFor() },
];

/** Goes through the application to a page, as whoever is signed in there. */
async function show(page: Page, path: string, datum: Datum): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await datum(page);
}

describe.skipIf(!chromium.present)(nameWithCure("nothing stands in the way", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  const doorFaults = async (look: Look, name: string): Promise<string[]> => {
    const page = await stage.open("/sign-in", look);
    await page.locator(".demo tbody tr").nth(8).waitFor();
    const found = await faultsOf(page, `sign-in ${name}`);
    await page.getByRole("button", { name: /^(有恢复码|I have a recovery code)$/ }).click();
    found.push(...(await faultsOf(page, `sign-in by code ${name}`)));
    await page.context().close();
    return found;
  };

  test.each(looks)("of whoever signs in, in $name", async ({ name, ...look }) => {
    expect(await doorFaults(look, name)).toEqual([]);
  });

  test.each(looks)("of whoever administers, in $name", async ({ name, ...look }) => {
    const page = await enterAs(stage, "审计员", { ...look, path: "/account" });
    const found: string[] = [];
    for (const { path, datum } of pages.filter(({ path }) => path !== "/people/new")) {
      await show(page, path, datum);
      found.push(...(await faultsOf(page, `${path.slice(1).replace("/", " ")} ${name}`)));
    }
    await page.context().close();

    const chief = await enterAs(stage, "系统管理员", { ...look, path: "/people/new" });
    for (const { path, datum } of pages.filter(({ path }) => path.startsWith("/people"))) {
      await show(chief, path, datum);
      found.push(...(await faultsOf(chief, `chief ${path.slice(8)} ${name}`)));
    }
    await show(chief, "/people", openOrganisation);
    found.push(...(await faultsOf(chief, `organisation ${name}`)));
    await chief.locator(".tree button").first().click();
    await chief.locator(".accounts tbody a").nth(5).click();
    await chief.locator(".grants tbody tr").first().waitFor();
    found.push(...(await faultsOf(chief, `person ${name}`)));
    await chief.context().close();
    expect(found).toEqual([]);
  });
});
