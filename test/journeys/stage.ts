import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { openBrowser } from "./browser.ts";

export type Look = { theme?: "light" | "dark"; locale?: "zh" | "en"; size?: "desk" | "phone" };

export type Stage = {
  readonly url: string;
  /** Opens a page in a browser profile of its own. */
  readonly open: (path: string, look?: Look) => Promise<Page>;
  /** What the server's security policy forbade to the pages so far. */
  readonly forbidden: string[];
  /** @throws when a page tried what the policy forbids. */
  readonly close: () => Promise<void>;
};

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const teller = "tellForbidden";

/** Told in the page, because a policy that bites is an event there and nothing else. */
const tellsForbidden = `addEventListener("securitypolicyviolation", (event) =>
  ${teller}(event.effectiveDirective + ": " + event.blockedURI + " " + event.sample));`;

type Theatre = { readonly browser: Browser; readonly url: string; readonly forbidden: string[] };

async function newPage({ browser, url, forbidden }: Theatre, look: Look): Promise<Page> {
  const { theme = "light", locale = "zh", size = "desk" } = look;
  const options: BrowserContextOptions = {
    viewport: sizes[size],
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: locale === "en" ? "en-GB" : "zh-CN",
    baseURL: url,
  };
  const context = await browser.newContext(options);
  await context.exposeFunction(teller, (what: string) => void forbidden.push(what));
  await context.addInitScript(tellsForbidden);
  if (locale === "en") {
    await context.addInitScript(() => localStorage.setItem("zhibu.locale", "en"));
  }
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** A browser of its own before a city: before the one that all journeys share, if no other. */
export async function raiseStage(url = inject("cityUrl")): Promise<Stage> {
  const browser = await openBrowser();
  const forbidden: string[] = [];
  return {
    url,
    forbidden,
    open: async (path, look = {}) => {
      const page = await newPage({ browser, url, forbidden }, look);
      await page.goto(path);
      return page;
    },
    close: async () => {
      await browser.close();
      if (forbidden.length > 0) throw new Error(`the policy forbade: ${forbidden.join("; ")}`);
    },
  };
}
