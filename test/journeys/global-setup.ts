import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startServing, type Serving } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { homeFolder } from "../../src/store/home.ts";
import { need } from "../harness/need.ts";
import { startProvider, testClient } from "../harness/oidc.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the city of all journeys is served. */
    cityUrl: string;
  }
}

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

/** The identity provider must know where it sends people back to before that is served. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** All journeys start at one address: its budgets are those of many people behind a proxy. */
const limits = { readsPerMinute: 12_000, workPerMinute: 1_200 };

type Place = { readonly folder: string; readonly port: number; readonly issuer: string };

async function serveCity({ folder, port, issuer }: Place): Promise<Serving> {
  const settings = settingsOf({
    ZHIBU_DATA: folder,
    ZHIBU_PORT: String(port),
    ZHIBU_LANG: "zh",
    ZHIBU_OIDC_ISSUER: issuer,
    ZHIBU_OIDC_CLIENT_ID: testClient.clientId,
    ZHIBU_OIDC_CLIENT_SECRET: testClient.clientSecret,
    ZHIBU_FACTOR_KEY: randomBytes(32).toString("hex"),
  });
  const serving = await startServing(settings, () => undefined, { limits, checkAnswers: true });
  if (!serving.ok) throw new Error(serving.refusal.text("en"));
  return serving.value;
}

/**
 * Serves the built application once for all journeys: the real server, on an embedded database of
 * its own, with a real identity provider beside it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!need("chromium").present) return async () => undefined;
  await buildWeb(homeFolder());
  const folder = await mkdtemp(join(tmpdir(), "zhibu-journeys-"));
  const port = await freePort();
  const callback = `http://127.0.0.1:${port}/api/v1/people/session/oidc/callback`;
  const provider = await startProvider(callback);
  const { url, stop } = await serveCity({ folder, port, issuer: provider.issuer });
  project.provide("cityUrl", url);
  return async () => {
    await stop();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
