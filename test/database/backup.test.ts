import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { writeBackup, type BackupCount } from "../../src/store/backup.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { restoreRefusalText } from "../../src/store/problems.ts";
import { restoreBackup } from "../../src/store/restore.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import { createDatabase, dropDatabase } from "../harness/databases.ts";
import { onBothEngines, onPostgresqlName } from "../harness/engines.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const root = mkdtempSync(join(tmpdir(), "zhibu-backup-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { cacheFolder, postgresql } = ownEngines();
const now = new Date("2026-11-21T08:00:00Z");
const odd = "更新 'quoted' \"double\" \\back, {brace} (round)\nline\ttab";

const append = (db: Db, subject: string, detail = {}): Promise<void> =>
  db.transaction(me, (tx) => appendEvent(tx, { room: "test", kind: "kept", subject, detail }));

type Row = { id: number; subject: string; detail: object; at: string };

const eventsOf = async (db: Db): Promise<Row[]> => {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<Row>(sql`select id, subject, detail, at from store.event order by id`),
  );
  return rows;
};

onBothEngines("a backup", (engine) => {
  let written: BackupCount;
  const file = join(root, `backup-${randomUUID()}`);
  beforeAll(async () => {
    await append(engine.db, odd, { text: odd, list: [1, null, "x"] });
    await engine.db.transaction(me, (tx) =>
      tx.query(sql`
        insert into store.event (room, kind, subject)
        select 'test', 'many', number::text from generate_series(1, 2500) as number`),
    );
    written = await writeBackup(engine.db, { file, now });
    expect(written.rows).toBeGreaterThanOrEqual(2501);
  });

  test("restores every row into an empty folder, and ids go on where they stopped", async () => {
    const folder = join(root, `folder-${randomUUID()}`);
    const restored = await restoreBackup({ file }, { folder, cacheFolder });
    expect(restored).toEqual({ ok: true, value: { at: now.toISOString(), rows: written.rows } });
    const again = await restoreBackup({ file }, { folder, cacheFolder });
    expect(again).toMatchObject({ ok: false, refusal: { code: "target_not_empty" } });

    const opened = await openDb({ folder, cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000 });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const before = await eventsOf(engine.db);
    expect(await eventsOf(opened.value)).toEqual(before);
    await append(opened.value, "after");
    expect((await eventsOf(opened.value)).at(-1)?.id).toBe((before.at(-1)?.id ?? 0) + 1);
    await opened.value.close();
  });

  test.skipIf(!("url" in postgresql))(
    onPostgresqlName("restores every row into an empty PostgreSQL"),
    async () => {
      if (!("url" in postgresql)) return;
      const name = `t_${randomUUID().replaceAll("-", "")}`;
      const url = postgresql.url.replace("%s", name);
      await createDatabase(postgresql.url.replace("%s", "postgres"), name, "template0");
      expect(await restoreBackup({ file }, { url })).toMatchObject({
        ok: true,
        value: { rows: 2501 },
      });
      expect(await restoreBackup({ file }, { url })).toMatchObject({
        ok: false,
        refusal: { code: "target_not_empty" },
      });
      const opened = await openDb({ url });
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
      expect(await eventsOf(opened.value)).toEqual(await eventsOf(engine.db));
      await opened.value.close();
      await dropDatabase(postgresql.url.replace("%s", "postgres"), name);
    },
  );

  test("that was cut or changed restores nothing", async () => {
    const folder = join(root, `never-${randomUUID()}`);
    const bytes = readFileSync(file);
    const broken = join(root, `broken-${randomUUID()}`);
    for (const part of [bytes.subarray(0, bytes.length - 10), bytes.subarray(0, 400)]) {
      writeFileSync(broken, part);
      const refused = await restoreBackup({ file: broken }, { folder, cacheFolder });
      expect(refused).toEqual({ ok: false, refusal: { code: "backup_damaged", file: broken } });
    }
    expect(restoreRefusalText({ code: "backup_damaged", file }).zh).toContain("没有恢复任何内容");
    expect(existsSync(folder)).toBe(false);
  });
});

onBothEngines("an encrypted backup", (engine) => {
  const key = randomBytes(32);
  const file = join(root, `secret-${randomUUID()}`);
  const intoFolder = (given: { file: string; key?: Uint8Array }) =>
    restoreBackup(given, { folder: join(root, randomUUID()), cacheFolder });

  beforeAll(async () => {
    // Long enough for several chunks even when packed: random text does not shrink.
    for (let count = 0; count < 40; count += 1) {
      await append(engine.db, randomBytes(4_000).toString("base64"), { text: odd });
    }
    await writeBackup(engine.db, { file, now, key });
  });

  test("holds no word of what it keeps, and no key", () => {
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(100_000);
    expect(bytes.includes("store.event")).toBe(false);
    expect(bytes.includes(key)).toBe(false);
  });

  test("is restored with its key", async () => {
    const folder = join(root, randomUUID());
    expect(await restoreBackup({ file, key }, { folder, cacheFolder })).toMatchObject({ ok: true });
    const opened = await openDb({ folder, cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000 });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    expect(await eventsOf(opened.value)).toEqual(await eventsOf(engine.db));
    await opened.value.close();
  });

  test("is refused without a key, and with another", async () => {
    expect(await intoFolder({ file })).toEqual({
      ok: false,
      refusal: { code: "backup_key_missing", file },
    });
    expect(await intoFolder({ file, key: randomBytes(32) })).toEqual({
      ok: false,
      refusal: { code: "backup_key_wrong", file },
    });
  });

  test("that was cut at a chunk, or lost or changed one, restores nothing though its hash fits", async () => {
    const bytes = readFileSync(file);
    const content = bytes.subarray(512);
    const frame = 4 + 65_536 + 16;
    const changed = Buffer.from(content);
    changed[frame + 100] = (changed[frame + 100] ?? 0) ^ 1;
    const forged = [content.subarray(0, frame), content.subarray(frame), changed];
    for (const part of forged) {
      const seal = JSON.parse(bytes.subarray(0, 512).toString()) as object;
      const sha256 = createHash("sha256").update(part).digest("hex");
      const head = JSON.stringify({ ...seal, bytes: part.length, sha256 }).padEnd(511);
      const broken = join(root, randomUUID());
      writeFileSync(broken, Buffer.concat([Buffer.from(`${head}\n`), part]));
      expect(await intoFolder({ file: broken, key })).toEqual({
        ok: false,
        refusal: { code: "backup_damaged", file: broken },
      });
    }
  });
});

onBothEngines("a backup of a newer program", (engine) => {
  test("is refused by name of what this one lacks, and leaves no folder", async () => {
    const file = join(root, `newer-${randomUUID()}`);
    const name = "9999-of-tomorrow.sql";
    const record = (change: Fragment) => engine.db.transaction(me, (tx) => tx.query(change));
    const sha256 = "0".repeat(64);
    await record(sql`insert into store.migration (name, sha256) values (${name}, ${sha256})`);
    await writeBackup(engine.db, { file, now });
    await record(sql`delete from store.migration where name = ${name}`);
    const folder = join(root, randomUUID());
    expect(await restoreBackup({ file }, { folder, cacheFolder })).toEqual({
      ok: false,
      refusal: { code: "backup_newer", name },
    });
    expect(existsSync(folder)).toBe(false);
  });
});

describe("what is no backup", () => {
  test.each([
    ["a file of something else", "hello\nworld", "backup_unknown"],
    ["nothing", undefined, "backup_missing"],
  ])("%s is refused", async (_name, text, code) => {
    const file = join(root, randomUUID());
    if (text !== undefined) writeFileSync(file, text);
    const folder = join(root, randomUUID());
    expect(await restoreBackup({ file }, { folder, cacheFolder })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});
