import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startServing } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
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

/** The latest change of any file in the folder. */
async function lastChange(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const times = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs);
  return Math.max(0, ...(await Promise.all(times)));
}

const builtAt = (index: string): Promise<number> =>
  stat(index).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Builds the web application where it is absent or older than its sources. */
async function buildWeb(home: string): Promise<void> {
  const web = join(home, "web");
  const isFresh =
    (await builtAt(join(web, "dist", "index.html"))) > (await lastChange(join(web, "src")));
  if (isFresh) return;
  const vite = join(home, "node_modules", "vite", "bin", "vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: web,
    env,
  });
}

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

/** The built application, served by the real server on an embedded database of its own. */
export async function raiseStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-journeys-"));
  const settings = settingsOf({ ZHIBU_DATA: folder, ZHIBU_PORT: "0", ZHIBU_LANG: "zh" });
  await buildWeb(settings.home);
  const serving = await startServing(settings, () => undefined);
  if (!serving.ok) throw new Error(serving.refusal.text("en"));
  const { url, stop } = serving.value;
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
      await stop();
      await rm(folder, { recursive: true, force: true });
      if (forbidden.length > 0) throw new Error(`the policy forbade: ${forbidden.join("; ")}`);
    },
  };
}
