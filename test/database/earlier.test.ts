import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import type { BackupLine } from "../../src/store/backup.ts";
import { openBackup } from "../../src/store/backup-file.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { homeFolder } from "../../src/store/home.ts";
import { restoreBackup, type RestoreTarget } from "../../src/store/restore.ts";
import { sql } from "../../src/store/sql.ts";
import { verifyAudit } from "../harness/audit.ts";
import { createDatabase, dropDatabase } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { ownEngines } from "../harness/own-engines.ts";

/** Databases as earlier programs left them. Kept for ever: scripts/keep-earlier.ts adds one. */
const kept = join(homeFolder(), "test", "database", "earlier");
const files = readdirSync(kept).filter((name) => name.endsWith(".zhibu"));

const root = mkdtempSync(join(tmpdir(), "zhibu-earlier-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { cacheFolder, postgresql } = ownEngines();
const migrations = readdirSync(join(homeFolder(), "db", "migrations"))
  .filter((name) => name.endsWith(".sql"))
  .sort();

/** Answers to repetitions are a cache: a migration may empty it. */
const caches = ["store.idempotency"];

/** How many rows of each table the file holds. */
async function countsIn(file: string): Promise<Record<string, number>> {
  const opened = await openBackup<BackupLine>(file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const counts: Record<string, number> = {};
  for await (const line of opened.value.lines()) {
    if (line.kind !== "rows") continue;
    counts[line.table] = (counts[line.table] ?? 0) + line.rows.length;
  }
  return counts;
}

async function countIn(db: Db, table: string): Promise<number> {
  const { rows } = await db.transaction(system("test"), (tx) =>
    tx.query<{ count: number }>(sql`select count(*) from ${sql.id([table], table)}`),
  );
  return rows[0]?.count ?? -1;
}

/** Restores the file, opens it as any start would, and holds it against what it was. */
async function expectUpgraded(name: string, target: RestoreTarget): Promise<void> {
  const file = join(kept, name);
  expect(await restoreBackup({ file }, target)).toMatchObject({ ok: true });
  const opened = await openDb({ ...target, cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  try {
    const { rows } = await opened.value.transaction(system("test"), (tx) =>
      tx.query<{ name: string }>(sql`select name from store.migration order by name`),
    );
    expect(rows.map((row) => row.name)).toEqual(migrations);
    const counts = await countsIn(file);
    expect(Object.keys(counts)).toContain("policy.evaluation");
    for (const table of caches) delete counts[table];
    for (const [table, count] of Object.entries(counts)) {
      expect([table, await countIn(opened.value, table)]).toEqual([table, count]);
    }
    const trail = await verifyAudit(opened.value);
    expect(trail).toMatchObject({ sealed: counts["people.audit"] ?? 0, difference: null });
  } finally {
    await opened.value.close();
  }
}

describe.each(files)("the database of %s", (name) => {
  test("opens embedded, is brought up to date, and has lost no row", async () => {
    await expectUpgraded(name, { folder: join(root, randomUUID()), cacheFolder });
  });

  test.skipIf(!("url" in postgresql))(
    onPostgresqlName("opens on PostgreSQL, is brought up to date, and has lost no row"),
    async () => {
      if (!("url" in postgresql)) return;
      const database = `t_${randomUUID().replaceAll("-", "")}`;
      const cluster = postgresql.url.replace("%s", "postgres");
      await createDatabase(cluster, database, "template0");
      try {
        await expectUpgraded(name, { url: postgresql.url.replace("%s", database) });
      } finally {
        await dropDatabase(cluster, database);
      }
    },
  );
});

test("the first database that there was is among them, and one with people in it", async () => {
  expect(files).toContain("0020-policy.zhibu");
  const counts = await countsIn(join(kept, "0053-audit-without-txid.zhibu"));
  const persons = ["people.account", "people.role_grant", "people.delegation", "people.session"];
  expect(Object.keys(counts)).toEqual(expect.arrayContaining([...persons, "store.seal"]));
});
