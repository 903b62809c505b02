import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import type { Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import { backUpIfDue, startBackups, type BackupJob } from "./jobs.ts";

const root = mkdtempSync(join(tmpdir(), "zhibu-nightly-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const surprised = (cause: unknown): never => {
  throw cause;
};

function jobIn(name: string, clock: () => Date): BackupJob {
  return {
    folder: join(root, name),
    kept: 2,
    key: undefined,
    schedule: { kind: "daily", minutes: 150, zone: "Asia/Shanghai" },
    clock,
    failed: surprised,
  };
}

const noted = async (db: Db): Promise<string[]> => {
  const { rows } = await db.transaction(system("test"), (tx) =>
    tx.query<{ file: string }>(sql`select file from operations.backup order by at`),
  );
  return rows.map(({ file }) => file);
};

onBothEngines("scheduled backups", (engine) => {
  const folder = `${engine.name}-nightly`;
  let now = new Date("2026-11-20T18:30:00Z");
  const job = jobIn(folder, () => now);

  test("are made once a turn, however many nodes look", async () => {
    const made = [];
    for (let node = 0; node < 3; node += 1) made.push(await backUpIfDue(engine.db, job));
    expect(made.filter((file) => file !== undefined)).toHaveLength(1);
    expect(readdirSync(job.folder)).toEqual(["zhibu-2026-11-20T18-30-00-000Z.zhibu"]);
  });

  test("are not made again when the clock is set back an hour and comes by once more", async () => {
    now = new Date("2026-11-20T17:40:00Z");
    await backUpIfDue(engine.db, job);
    now = new Date("2026-11-20T18:40:00Z");
    expect(await backUpIfDue(engine.db, job)).toBeUndefined();
  });

  test("stay as many as were asked for, and files of other names stay too", async () => {
    writeFileSync(join(job.folder, "of-somebody-else.zhibu"), "");
    for (const day of ["21", "22", "23"]) {
      now = new Date(`2026-11-${day}T18:30:00Z`);
      expect(await backUpIfDue(engine.db, job)).toContain(`2026-11-${day}`);
    }
    expect(readdirSync(job.folder).sort()).toEqual([
      "of-somebody-else.zhibu",
      "zhibu-2026-11-22T18-30-00-000Z.zhibu",
      "zhibu-2026-11-23T18-30-00-000Z.zhibu",
    ]);
    expect((await noted(engine.db)).at(-1)).toBe("zhibu-2026-11-23T18-30-00-000Z.zhibu");
  });

  test("are looked for by themselves, and stopping waits for the one under way", async () => {
    const own = { ...jobIn(`${engine.name}-own`, () => now), lookEveryMs: 20 };
    now = new Date("2026-11-24T18:30:00Z");
    const stop = startBackups(engine.db, own);
    await vi.waitFor(() => expect(readdirSync(own.folder)).toHaveLength(1), { timeout: 20_000 });
    await stop();
    expect(await noted(engine.db)).toContain("zhibu-2026-11-24T18-30-00-000Z.zhibu");
  });
});
