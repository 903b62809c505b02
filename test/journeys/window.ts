import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export type Look = { theme?: "light" | "dark"; locale?: "zh" | "en"; size?: "desk" | "phone" };

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const teller = "tellForbidden";

/** Told in the page, because a policy that bites is an event there and nothing else. */
const tellsForbidden = `addEventListener("securitypolicyviolation", (event) =>
  ${teller}(event.effectiveDirective + ": " + event.blockedURI + " " + event.sample));`;

export type Theatre = {
  readonly browser: Browser;
  readonly url: string;
  /** What the server's security policy forbade to the pages so far. */
  readonly forbidden: string[];
};

/** An empty page in a browser profile of its own, before a city. */
export async function openWindow({ browser, url, forbidden }: Theatre, look: Look): Promise<Page> {
  const { theme = "light", locale = "zh", size = "desk" } = look;
  const options: BrowserContextOptions = {
    viewport: sizes[size],
    hasTouch: size === "phone",
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
