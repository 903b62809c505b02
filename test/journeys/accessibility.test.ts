import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { looks, violations } from "./axe.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

/** Each page with what must stand there before it is judged: an empty page has no faults. */
const pages: readonly { path: string; name: string; datum: (page: Page) => Promise<void> }[] = [
  { path: "/", name: "city", datum: (page) => page.getByRole("cell", { name: "1,371" }).waitFor() },
  {
    path: "/?building=CY-0402-B150",
    name: "place",
    datum: (page) => page.locator(".got li").first().waitFor(),
  },
  {
    path: "/policies",
    name: "policies",
    datum: (page) => page.locator(".catalogue tbody tr").first().waitFor(),
  },
  {
    path: "/policies/toolbox-1.0/04",
    name: "measure",
    datum: (page) => page.locator(".rulecard").first().waitFor(),
  },
  {
    path: "/projects",
    name: "projects",
    datum: (page) => page.locator(".library tbody tr").first().waitFor(),
  },
];

/** Stores an evaluation as the map does and gives the address of its report. */
async function reportPath(stage: Stage): Promise<string> {
  const answer = await fetch(`${stage.url}/api/v1/policy/evaluations`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({
      place: { building: "CY-0402-B150" },
      facts: { contribution: { free_of_charge: true, open_to_public: true, site_area: 500 } },
    }),
  });
  const { id } = (await answer.json()) as { id: string };
  return `/reports/${id}`;
}

describe.skipIf(!chromium.present)(nameWithCure("axe finds nothing", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test.each(looks)("on any page in $name", async ({ name, ...look }) => {
    const report = {
      path: await reportPath(stage),
      name: "report",
      datum: (page: Page) => page.locator(".v").first().waitFor(),
    };
    const found: string[] = [];
    const page = await stage.open("/policies", look);
    for (const { path, name: title, datum } of [...pages, report]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await datum(page);
      found.push(...(await violations(page)).map((line) => `${title}: ${line}`));
      await keepPicture(page, `${title} ${name}`);
    }
    await page.context().close();
    expect(found).toEqual([]);
  });
});
