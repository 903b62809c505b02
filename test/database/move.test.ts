import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { writeBackup } from "../../src/store/backup.ts";
import type { Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { startFeed } from "../../src/store/events/feed.ts";
import { moveDatabase } from "../../src/store/move.ts";
import { restoreBackup } from "../../src/store/restore.ts";
import { sql } from "../../src/store/sql.ts";
import { addAuditRows, sealAll, verifyAudit } from "../harness/audit.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { fill, inside, looks, makePlaces, run, tamper } from "../harness/places.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const { postgresql } = ownEngines();
const { root, newFolder, newAddress, clear } = makePlaces();
afterAll(clear);

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

// Opening an embedded database is what takes time here: the tests share their sources.
const source = newFolder();
const file = join(root, "backup");
const spoiled = newFolder();
const foreign = newFolder();
const foreignFile = join(root, "foreign");

beforeAll(async () => {
  await inside(source, async (db) => {
    await burnNumbers(db);
    await fill(db);
    await writeBackup(db, { file, now: new Date("2026-11-21T08:00:00Z") });
  });
  // A row that the schema forbids: a target refuses it in the middle of the move.
  await inside(spoiled, async (db) => {
    await addAuditRows(db, 10);
    await tamper(
      db,
      sql`insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
          values ('g', 'ghost', 'planner', 'nowhere', now())`,
    );
  });
  await inside(foreign, async (db) => {
    await run(db, sql`create table policy.scratch (note text)`);
    await run(db, sql`insert into policy.scratch (note) values ('by hand')`);
    await writeBackup(db, { file: foreignFile, now: new Date("2026-11-21T08:00:00Z") });
  });
}, 300_000);

/** Opening an embedded database takes seconds where machines are shared. */
const unhurried = { timeout: 300_000 };

describe("a move", unhurried, () => {
  const broken = {
    ok: false,
    refusal: { code: "row_refused", table: "role_grant", constraint: "role_grant_holder" },
  };
  const strange = { ok: false, refusal: { code: "table_foreign", table: "policy.scratch" } };

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
      for (const look of looks) {
        const before = await inside(source, look);
        expect([await inside(there, look), await inside(back, look)]).toEqual([before, before]);
      }
      await inside(there, expectAlive);
      await inside(back, expectAlive);
      expect(await moveDatabase(source, there)).toMatchObject({
        refusal: { code: "target_not_empty" },
      });
    },
  );

  test("from a folder without a database is refused, and none is made there", async () => {
    const [from, to] = [newFolder(), newFolder()];
    expect(await moveDatabase(from, to)).toMatchObject({ refusal: { code: "source_missing" } });
    expect([from, to].map(({ folder }) => existsSync(folder))).toEqual([false, false]);
  });

  test("of what breaks the schema is refused by name, and leaves nothing in a folder", async () => {
    const to = newFolder();
    expect(await moveDatabase(spoiled, to)).toEqual(broken);
    expect(await moveDatabase(foreign, to)).toEqual(strange);
    expect(await restoreBackup({ file: foreignFile }, to)).toEqual(strange);
    expect(readdirSync(to.folder)).toEqual([]);
  });

  onlyPostgresql(
    onPostgresqlName("of what breaks the schema leaves nothing in PostgreSQL"),
    async () => {
      const to = await newAddress();
      expect(await moveDatabase(spoiled, to)).toEqual(broken);
      expect(await moveDatabase(foreign, to)).toEqual(strange);
      expect(await restoreBackup({ file }, to), "the target is still empty").toMatchObject({
        ok: true,
      });
      await inside(to, expectAlive);
    },
  );
});

describe("a restored backup", unhurried, () => {
  test("in a folder holds its seals, and seals and events go on", async () => {
    const to = newFolder();
    expect(await restoreBackup({ file }, to)).toMatchObject({ ok: true });
    await inside(to, expectAlive);
  });
});
