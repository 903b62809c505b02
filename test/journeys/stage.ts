import type { Page } from "playwright-core";
import { inject } from "vitest";
import { openBrowser } from "./browser.ts";
import { openWindow, type Look } from "./window.ts";

export type { Look };

export type Stage = {
  readonly url: string;
  /** Opens a page in a browser profile of its own. */
  readonly open: (path: string, look?: Look) => Promise<Page>;
  /** What the server's security policy forbade to the pages so far. */
  readonly forbidden: string[];
  /** @throws when a page tried what the policy forbids. */
  readonly close: () => Promise<void>;
};

/** A browser of its own before a city: before the one that all journeys share, if no other. */
export async function raiseStage(url = inject("cityUrl")): Promise<Stage> {
  const browser = await openBrowser();
  const forbidden: string[] = [];
  return {
    url,
    forbidden,
    open: async (path, look = {}) => {
      const page = await openWindow({ browser, url, forbidden }, look);
      await page.goto(path);
      return page;
    },
    close: async () => {
      await browser.close();
      if (forbidden.length > 0) throw new Error(`the policy forbade: ${forbidden.join("; ")}`);
    },
  };
}
