import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Git ignores this folder: pictures are for looking at, not for comparing. */
const folder = join(".zhibu", "pictures");

/** Keeps what the page looks like where ZHIBU_PICTURES asks for it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env["ZHIBU_PICTURES"]) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
