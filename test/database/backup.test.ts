import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { writeBackup } from "../../src/store/backup.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent, listEvents } from "../../src/store/event.ts";
import { restoreRefusalText } from "../../src/store/problems.ts";
import { restoreBackup } from "../../src/store/restore.ts";
import { sql } from "../../src/store/sql.ts";
import { createDatabase, dropDatabase } from "../harness/databases.ts";
import { onBothEngines, onPostgresqlName } from "../harness/engines.ts";

const me = system("test");
const root = mkdtempSync(join(tmpdir(), "zhibu-backup-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { cacheFolder, postgresql } = inject("engines");
const now = new Date("2026-11-21T08:00:00Z");
const odd = "更新 'quoted' \"double\" \\back, {brace} (round)\nline\ttab";

const append = (db: Db, subject: string, detail = {}): Promise<void> =>
  db.transaction(me, (tx) => appendEvent(tx, { room: "test", kind: "kept", subject, detail }));

const eventsOf = (db: Db) =>
  db.transaction(me, (tx) => listEvents(tx, { room: "test", afterId: 0, limit: 5_000 }));

onBothEngines("a backup", (engine) => {
  const file = join(root, `backup-${randomUUID()}`);
  beforeAll(async () => {
    await append(engine.db, odd, { text: odd, list: [1, null, "x"] });
    await engine.db.transaction(me, (tx) =>
      tx.query(sql`
        insert into store.event (room, kind, subject)
        select 'test', 'many', number::text from generate_series(1, 2500) as number`),
    );
    expect(await writeBackup(engine.db, { file, now })).toMatchObject({ rows: 2501 });
  });

  test("restores every row into an empty folder, and ids go on where they stopped", async () => {
    const folder = join(root, `folder-${randomUUID()}`);
    const restored = await restoreBackup(file, { folder, cacheFolder });
    expect(restored).toEqual({ ok: true, value: { at: now.toISOString(), rows: 2501 } });
    const again = await restoreBackup(file, { folder, cacheFolder });
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
      expect(await restoreBackup(file, { url })).toMatchObject({ ok: true, value: { rows: 2501 } });
      expect(await restoreBackup(file, { url })).toMatchObject({
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
      const refused = await restoreBackup(broken, { folder, cacheFolder });
      expect(refused).toEqual({ ok: false, refusal: { code: "backup_damaged", file: broken } });
    }
    expect(restoreRefusalText({ code: "backup_damaged", file }).zh).toContain("没有恢复任何内容");
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
    expect(await restoreBackup(file, { folder, cacheFolder })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});
