import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "./actor.ts";
import { openDb, type Db } from "./db.ts";
import { appendEvent } from "./event.ts";
import { sql } from "./sql.ts";
import { ownEngines } from "../../test/harness/own-engines.ts";

const me = system("test");
const root = mkdtempSync(join(tmpdir(), "zhibu-read-only-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

onBothEngines("a system that is read-only", (engine) => {
  let db: Db;
  beforeAll(async () => {
    const { cacheFolder } = ownEngines();
    const place = engine.url === undefined ? { folder: join(root, "data") } : { url: engine.url };
    const options = { ...place, cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000 };
    const opened = await openDb({ ...options, readOnly: true });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    db = opened.value;
  });
  afterAll(() => db.close());

  const count = async (): Promise<number> => {
    const { rows } = await db.transaction(me, (tx) =>
      tx.query<{ count: number }>(sql`select count(*) from store.event`),
    );
    return rows[0]?.count ?? -1;
  };

  test("answers reads, refuses a write with its reason, and goes on answering", async () => {
    expect(await count()).toBe(0);
    const writing = db.transaction(me, (tx) =>
      appendEvent(tx, { room: "test", kind: "written", subject: "never" }),
    );
    await expect(writing).rejects.toMatchObject({ name: "Fault", code: "read_only" });
    expect(await count()).toBe(0);
    expect(db.readOnly).toBe(true);
  });
});
