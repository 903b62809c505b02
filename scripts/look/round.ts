import type { Page } from "playwright-core";
import { looks } from "../../test/journeys/axe.ts";
import { openBrowser } from "../../test/journeys/browser.ts";
import { faultsOf } from "../../test/journeys/faults.ts";
import { keepPicture } from "../../test/journeys/pictures.ts";
import { openWindow, type Theatre } from "../../test/journeys/window.ts";

/** From the whole city to the single house. */
const zooms = [9, 12, 14, 17] as const;

const restMs = 400;
const mostRests = 150;

/** Waits until the page looks the same twice: nothing is drawn any more. */
async function rest(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  let before = await page.screenshot();
  for (let count = 0; count < mostRests; count += 1) {
    await page.waitForTimeout(restMs);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
  throw new Error(`${page.url()} is never at rest`);
}

type Subject = { readonly id: string; readonly at: readonly [number, number] };

/** Any building of the city, and a corner of it. */
async function subjectOf(url: string): Promise<Subject> {
  const answer = await fetch(`${url}/api/v1/land/layers/buildings/features?limit=1`);
  const { features } = (await answer.json()) as {
    features: { id: string; geometry: { coordinates: [number, number][][] } }[];
  };
  const [building] = features;
  const at = building?.geometry.coordinates[0]?.[0];
  if (!building || !at) throw new Error(`there is no building in the city at ${url}`);
  return { id: building.id, at };
}

type Visit = { readonly page: Page; readonly name: string; readonly subject: Subject };

const atZoom = ({ at: [lng, lat] }: Subject, zoom: number): string => `/?at=${lng},${lat},${zoom}`;

/** The page as it stands, once it is at rest. */
async function judge({ page, name }: Visit, what: string): Promise<string[]> {
  await rest(page);
  return faultsOf(page, `look ${what} ${name}`);
}

async function lookFromAfarAndNear(visit: Visit): Promise<string[]> {
  const found: string[] = [];
  for (const zoom of zooms) {
    await visit.page.goto(atZoom(visit.subject, zoom));
    await visit.page.locator("canvas").waitFor();
    found.push(...(await judge(visit, `z${zoom}`)));
  }
  return found;
}

/** Opens what stands beside the map, by its place among the acts: names differ by language. */
const openAct = (page: Page, place: 0 | 1 | 2): Promise<void> =>
  page.locator(".tools.acts button").nth(place).click();

async function lookBeside(visit: Visit): Promise<string[]> {
  const { page, subject } = visit;
  await page.goto(atZoom(subject, 15));
  await openAct(page, 0);
  await page.locator(".twin tbody tr").first().waitFor();
  const found = await judge(visit, "table");
  await openAct(page, 1);
  await page.locator("canvas").nth(1).waitFor();
  found.push(...(await judge(visit, "days")));
  return found;
}

async function lookAtConflicts(visit: Visit): Promise<string[]> {
  const { page, subject } = visit;
  await page.goto(`/?building=${encodeURIComponent(subject.id)}`);
  await page.locator(".placeviews button").nth(1).click();
  await page.locator(".conflictanswer").waitFor();
  return judge(visit, "conflicts");
}

/** A3 within its margins, 396 × 273 mm. */
const a3 = { width: 1497, height: 1032 } as const;

/** The sheet as the printer gets it, as a picture. */
async function lookAtSheet(visit: Visit): Promise<string[]> {
  const { page, name, subject } = visit;
  await page.goto(atZoom(subject, 15));
  await page.locator("canvas").waitFor();
  await page.evaluate(() => void (globalThis.print = () => undefined));
  await openAct(page, 2);
  const found = await judge(visit, "print");
  await page.locator(".printpanel .btn.do").click();
  await page.locator(".printsheet img").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  const size = page.viewportSize()!;
  await page.setViewportSize(a3);
  await rest(page);
  await keepPicture(page, `look sheet ${name}`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
  return found;
}

/**
 * Goes through the map of a city in every look, or in the named one; gives what is wrong with it, a
 * line each. @throws where no look has the name.
 */
export async function lookRound(url: string, only?: string): Promise<string[]> {
  const chosen = looks.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new Error(`--look is one of ${looks.map(({ name }) => name).join(", ")}`);
  const subject = await subjectOf(url);
  const browser = await openBrowser();
  const theatre: Theatre = { browser, url, forbidden: [] };
  const found: string[] = [];
  try {
    for (const { name, ...look } of chosen) {
      const visit = { page: await openWindow(theatre, look), name, subject };
      found.push(...(await lookFromAfarAndNear(visit)), ...(await lookAtConflicts(visit)));
      found.push(...(await lookBeside(visit)), ...(await lookAtSheet(visit)));
      await visit.page.context().close();
    }
  } finally {
    await browser.close();
  }
  return [...found, ...theatre.forbidden.map((what) => `the policy forbade: ${what}`)];
}
