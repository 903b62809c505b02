/**
 * Keeps a small database as the program of today makes it, for the programs of tomorrow to open:
 * npx tsx scripts/keep-earlier.ts, before each release. It is the one kept before, brought up to
 * date, so that every kept row has gone through every migration.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBackup } from "../src/store/backup.ts";
import { openDb } from "../src/store/db.ts";
import { homeFolder } from "../src/store/home.ts";
import { restoreBackup } from "../src/store/restore.ts";

const folder = join(homeFolder(), "test", "database", "earlier");
const cacheFolder = join(homeFolder(), ".zhibu", "cache");
const newest = (path: string, ending: string): string =>
  readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .at(-1)
    ?.slice(0, -ending.length) ?? "";

const before = newest(folder, ".zhibu");
const today = newest(join(homeFolder(), "db", "migrations"), ".sql");
const work = mkdtempSync(join(tmpdir(), "zhibu-keep-"));
try {
  const target = { folder: join(work, "data"), cacheFolder };
  const restored = await restoreBackup({ file: join(folder, `${before}.zhibu`) }, target);
  if (!restored.ok) throw new Error(JSON.stringify(restored.refusal));
  const opened = await openDb({ ...target, snapshotMinutes: 0 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const file = join(folder, `${today}.zhibu`);
  const { tables, rows } = await writeBackup(opened.value, { file, now: new Date() });
  await opened.value.close();
  console.log(`${file}: ${tables} tables, ${rows} rows, from ${before}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
