import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { writeBackup } from "../../src/store/backup.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { startFeed } from "../../src/store/events/feed.ts";
import { moveDatabase } from "../../src/store/move.ts";
import { restoreBackup, type RestoreTarget } from "../../src/store/restore.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { addAuditRows, sealAll, verifyAudit } from "../harness/audit.ts";
import { createDatabase, dropDatabase } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";

const me = system("test");
const { cacheFolder, postgresql } = inject("engines");
const root = mkdtempSync(join(tmpdir(), "zhibu-move-"));
const databases: string[] = [];
const administration = "url" in postgresql ? postgresql.url.replace("%s", "postgres") : "";

afterAll(async () => {
  for (const name of databases) await dropDatabase(administration, name);
  rmSync(root, { recursive: true, force: true });
});

const newFolder = (): { folder: string; cacheFolder: string } => ({
  folder: join(root, randomUUID(), "data"),
  cacheFolder,
});

async function newAddress(): Promise<{ url: string }> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(administration, name, "template0");
  databases.push(name);
  return { url: administration.replace("/postgres?", `/${name}?`) };
}

/** Opens a place for some work, and closes it. */
async function inside<T>(place: RestoreTarget, work: (db: Db) => Promise<T>): Promise<T> {
  const opened = await openDb({ ...place, snapshotMinutes: 0, timeoutMs: 30_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

const run = (db: Db, statement: Fragment) => db.transaction(me, (tx) => tx.query(statement));

/** A database with something of everything: text, shapes, bytes, seals, rows not sealed yet. */
async function fill(db: Db): Promise<void> {
  await addAuditRows(db, 1_200);
  await sealAll(db);
  await addAuditRows(db, 3);
  await run(
    db,
    sql`insert into land.layer (id, title, layer_group, geometry_kind, level, synthetic, source,
                                min_zoom, coverage, coverage_planar, stamp)
        values ('t', '{"zh": "更新 ''x'' \\\\ \\"y\\""}', 'g', 'polygon', '1', true, '{}', 12.5,
                st_setsrid(st_makeenvelope(116, 39, 117.123456789012, 40), 4490),
                st_setsrid(st_makeenvelope(500000.001, 4420000, 500100, 4420100.5), 4548), 's')`,
  );
  await db.transaction(me, (tx) =>
    appendEvent(tx, { room: "land", kind: "changed", subject: "before", detail: { 行: "a\nb" } }),
  );
}

const subjectsHeard = async (db: Db): Promise<string[]> => {
  const heard: string[] = [];
  let done = (): void => undefined;
  const all = new Promise<void>((resolve) => (done = resolve));
  const feed = await startFeed(db, {
    consumers: [
      {
        name: "test.moved",
        work: async (_tx, events) => {
          heard.push(...events.map(({ subject }) => subject));
          if (heard.includes("after")) done();
        },
      },
    ],
    failed: (cause) => {
      throw cause;
    },
  });
  await all;
  await feed.stop();
  return heard;
};

/** What must hold in a database that came from another cluster. */
async function expectAlive(db: Db): Promise<void> {
  const found = await verifyAudit(db);
  expect(found).toMatchObject({ seen: 1_203, sealed: 1_200, unsealed: 3, difference: null });
  await addAuditRows(db, 2);
  expect(await sealAll(db)).toBe(5);
  const later = await verifyAudit(db);
  expect(later).toMatchObject({ seen: 1_205, sealed: 1_205, unsealed: 0, difference: null });
  await db.transaction(me, (tx) =>
    appendEvent(tx, { room: "land", kind: "changed", subject: "after" }),
  );
  expect(await subjectsHeard(db)).toEqual(["before", "after"]);
}

/** Transaction numbers far from those of a new cluster. */
const burnNumbers = (db: Db): Promise<unknown> =>
  Promise.all(Array.from({ length: 300 }, () => run(db, sql`select pg_current_xact_id()`)));

const onlyPostgresql = test.skipIf(!("url" in postgresql));

// Opening an embedded database is what takes time here: the tests share their source.
const source = newFolder();
const file = join(root, "backup");
const spoiled = newFolder();

beforeAll(async () => {
  await inside(source, async (db) => {
    await burnNumbers(db);
    await fill(db);
    await writeBackup(db, { file, now: new Date("2026-11-21T08:00:00Z") });
  });
  // A row that the schema forbids: a target refuses it in the middle of the move.
  await inside(spoiled, async (db) => {
    await addAuditRows(db, 10);
    await run(db, sql`alter table store.cursor drop constraint cursor_name_check`);
    await run(db, sql`insert into store.cursor (name) values ('NOT A NAME')`);
  });
}, 300_000);

describe("a move", () => {
  const broken = { constraint: "cursor_name_check" };

  test("from one folder to another holds every row, and leaves the source as it was", async () => {
    const to = newFolder();
    const moved = await moveDatabase(source, to);
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
    const audit = moved.value.tables.find(({ table }) => table === "people.audit");
    expect(audit).toMatchObject({ rows: 1_203, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const refused = await moveDatabase(spoiled, to);
    expect(refused).toEqual({
      ok: false,
      refusal: { code: "target_not_empty", target: to.folder },
    });
    await inside(to, expectAlive);
  });

  onlyPostgresql(
    onPostgresqlName("goes to PostgreSQL and back, seals hold and readers go on"),
    async () => {
      const [there, back] = [await newAddress(), newFolder()];
      const first = await moveDatabase(source, there);
      expect(first).toMatchObject({ ok: true });
      await inside(there, burnNumbers);
      expect(await moveDatabase(there, back)).toEqual(first);
      await inside(there, expectAlive);
      await inside(back, expectAlive);
      expect(await moveDatabase(source, there)).toMatchObject({
        refusal: { code: "target_not_empty" },
      });
    },
    300_000,
  );

  test("from a folder without a database is refused, and none is made there", async () => {
    const [from, to] = [newFolder(), newFolder()];
    expect(await moveDatabase(from, to)).toMatchObject({ refusal: { code: "source_missing" } });
    expect([from, to].map(({ folder }) => existsSync(folder))).toEqual([false, false]);
  });

  test("that breaks leaves nothing in a folder", async () => {
    const to = newFolder();
    await expect(moveDatabase(spoiled, to)).rejects.toMatchObject(broken);
    expect(readdirSync(to.folder)).toEqual([]);
  });

  onlyPostgresql(onPostgresqlName("that breaks leaves nothing in PostgreSQL"), async () => {
    const to = await newAddress();
    await expect(moveDatabase(spoiled, to)).rejects.toMatchObject(broken);
    expect(await restoreBackup({ file }, to), "the target is still empty").toMatchObject({
      ok: true,
    });
    await inside(to, expectAlive);
  });
});

describe("a restored backup", () => {
  test("in a folder holds its seals, and seals and events go on", async () => {
    const to = newFolder();
    expect(await restoreBackup({ file }, to)).toMatchObject({ ok: true });
    await inside(to, expectAlive);
  });
});
