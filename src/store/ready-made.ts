import { readFileSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { accept, type Decision } from "../base/decision.ts";
import type { OpenStep } from "./open-options.ts";
import { sha256Hex } from "./hash.ts";
import { migrate, migrationsHash, readMigrations } from "./migrate.ts";
import { openPglite } from "./pglite/driver.ts";
import type { OpenRefusal } from "./refusals.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

const kind = "new-database";
const waitMs = 600_000;

type Making = { cacheFolder: string; onStep?: ((step: OpenStep) => void) | undefined };

/**
 * A new, migrated database as a tarball: made once per version of the engine and of the
 * migrations, then read from the cache. Creating one takes seconds, loading it far fewer.
 */
export async function newDatabase({
  cacheFolder,
  onStep,
}: Making): Promise<Decision<Uint8Array, OpenRefusal>> {
  const read = await readMigrations();
  if (!read.ok) return read;
  const engine = engineVersion();
  const name = sha256Hex(`${engine} ${migrationsHash(read.value)}`).slice(0, 16);
  const file = join(cacheFolder, `database-${name}.tar.gz`);
  const cached = await readSealed(file, kind);
  if (cached.state === "whole") return accept(cached.content);

  const bare = await bareDatabase({ cacheFolder, onStep }, engine);
  const made = await migrated(bare);
  if (made.ok) {
    await keep(file, made.value);
    await dropOlder(cacheFolder);
  }
  return made;
}

/** How many generations of our schema stay in the cache. */
const generations = 3;

async function dropOlder(cacheFolder: string): Promise<void> {
  const names = (await readdir(cacheFolder)).filter((name) => /^database-\w+\.tar\.gz$/.test(name));
  const files = names.map((name) => join(cacheFolder, name));
  const aged = await Promise.all(
    files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { file } of aged.slice(generations)) await rm(file, { force: true });
}

/** Without our tables yet: creating it is what takes longest, and it outlives our migrations. */
export async function bareDatabase(
  { cacheFolder, onStep }: Making,
  engine: string,
): Promise<Uint8Array> {
  const file = join(cacheFolder, `engine-${sha256Hex(engine).slice(0, 16)}.tar.gz`);
  const cached = await readSealed(file, kind);
  if (cached.state === "whole") return cached.content;

  onStep?.("create_database");
  const driver = await openPglite({ dataDir: "memory://", waitMs });
  await driver.withSession({ timeoutMs: waitMs }, (session) =>
    session.script("create extension postgis"),
  );
  const bytes = await driver.dump();
  await driver.close();
  await keep(file, bytes);
  return bytes;
}

async function migrated(bare: Uint8Array): Promise<Decision<Uint8Array, OpenRefusal>> {
  const driver = await openPglite({ dataDir: "memory://", snapshot: async () => bare, waitMs });
  try {
    const done = await migrate(driver);
    return done.ok ? accept(await driver.dump()) : done;
  } finally {
    await driver.close();
  }
}

async function keep(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeSealed(file, { zhibu: kind, at: new Date().toISOString(), content });
}

/** The versions whose data folders fit each other. */
export function engineVersion(): string {
  const require = createRequire(import.meta.url);
  return ["@electric-sql/pglite", "@electric-sql/pglite-postgis"]
    .map((name) => {
      const manifest = join(dirname(require.resolve(name)), "..", "package.json");
      return `${name}@${(JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version}`;
    })
    .join(" ");
}
