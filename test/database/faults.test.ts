import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createServer } from "../../src/http/server.ts";
import { system } from "../../src/store/actor.ts";
import { writeBackup } from "../../src/store/backup.ts";
import { openDb, type Db } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { homeFolder } from "../../src/store/home.ts";
import { sql } from "../../src/store/sql.ts";
import { startCluster, type Cluster } from "../harness/cluster.ts";
import { runIn } from "../harness/databases.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { postgresqlFolder } from "../harness/need.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const within = { timeout: 30_000, interval: 50 };
const { cacheFolder, postgresql } = ownEngines();
const bin = postgresqlFolder();

const open = async (options: Parameters<typeof openDb>[0]): Promise<Db> => {
  const opened = await openDb({ cacheFolder, snapshotMinutes: 0, timeoutMs: 30_000, ...options });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};

const write = (db: Db, subject: string, detail = {}): Promise<void> =>
  db.transaction(me, (tx) => appendEvent(tx, { room: "test", kind: "written", subject, detail }));

async function subjects(db: Db): Promise<string[]> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ subject: string }>(sql`
      select subject from store.event where room = 'test' order by id`),
  );
  return rows.map(({ subject }) => subject);
}

describe.skipIf(!("url" in postgresql))(onPostgresqlName("a database that goes away"), () => {
  const held: { cluster?: Cluster } = {};
  const url = (): string => held.cluster?.url("postgres") ?? "";
  beforeAll(() => {
    if (bin !== undefined) held.cluster = startCluster(bin);
  });
  afterAll(() => held.cluster?.stop());

  test.each(["fast", "kill"] as const)(
    "by %s is a 503 that says so, and is found again without a restart",
    async (how) => {
      const db = await open({ url: url(), waitMs: 2_000 });
      const app = await createServer({ db, routes: [], checkAnswers: true });
      const status = async (path: string): Promise<number> => (await app.inject(path)).statusCode;
      expect(await status("/readyz")).toBe(200);
      held.cluster?.halt(how);
      expect([await status("/readyz"), await status("/healthz")]).toEqual([503, 200]);
      await expect(write(db, "lost")).rejects.toMatchObject({ code: "database_unavailable" });

      held.cluster?.start();
      await vi.waitFor(async () => expect(await status("/readyz")).toBe(200), within);
      await write(db, `after ${how}`);
      expect(await subjects(db)).toContain(`after ${how}`);
      expect(await subjects(db)).not.toContain("lost");
      await app.close();
      await db.close();
    },
  );

  test("does not hurry a program that is told to stop: the request under way is answered", async () => {
    const db = await open({ url: url() });
    const server = spawn("node_modules/.bin/tsx", ["src/main.ts"], {
      cwd: homeFolder(),
      env: { ...process.env, DATABASE_URL: url(), ZHIBU_PORT: "0", ZHIBU_LOG: "fatal" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    const address = await new Promise<string>((resolve) => {
      createInterface({ input: server.stdout }).once("line", resolve);
    });
    const asked = { answer: undefined as Promise<Response> | undefined };
    await db.transaction(
      me,
      async (tx) => {
        await tx.query(sql`lock table land.city in access exclusive mode`);
        asked.answer = fetch(`${address}/api/v1/land/city`);
        const waiting = async (): Promise<number> => {
          const { rows } = await tx.query<{ count: number }>(sql`
            select count(*) from pg_locks
             where relation = 'land.city'::regclass and not granted`);
          return rows[0]?.count ?? 0;
        };
        await vi.waitFor(async () => expect(await waiting()).toBe(1), within);
        server.kill("SIGTERM");
        // It hears nobody new while it still works on what it has.
        await vi.waitFor(() => expect(fetch(`${address}/healthz`)).rejects.toThrow(), within);
      },
      { timeoutMs: 60_000 },
    );
    expect((await asked.answer)?.status).toBe(200);
    expect(await ended).toBe(0);
    await db.close();
  });
});

/** A disk of a few megabytes, where this user may mount one. */
function smallDisk(sizeMb: number): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "zhibu-small-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "tmpfs", folder], {
      stdio: "pipe",
    });
    return folder;
  } catch (cause) {
    if ((cause as { status?: number }).status === undefined) throw cause;
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk(120);
const diskName = (name: string): string =>
  disk === undefined ? `${name}: to run, be root where mount -t tmpfs is allowed` : name;

describe.skipIf(disk === undefined)(diskName("a disk that is full"), () => {
  const folder = disk ?? "";
  const filler = join(folder, "filler");
  afterAll(() => {
    if (disk === undefined) return;
    execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true });
  });

  /** Fills what is left, but for so many bytes. */
  const fill = (leave: number): void => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  };

  test("refuses a backup, leaves no half of one, and takes it when there is room", async () => {
    const db = await open({ folder: "memory://" });
    for (let count = 0; count < 40; count += 1) {
      await write(db, `row ${count}`, { text: randomBytes(20_000).toString("base64") });
    }
    const target = join(folder, "backups");
    mkdirSync(target, { recursive: true });
    fill(200_000);
    const file = join(target, "night.zhibu");
    const now = new Date();
    await expect(writeBackup(db, { file, now })).rejects.toMatchObject({
      name: "Fault",
      code: "disk_full",
    });
    expect(readdirSync(target)).toEqual([]);
    rmSync(filler);
    await writeBackup(db, { file, now });
    expect(readdirSync(target)).toEqual(["night.zhibu"]);
    await db.close();
  });

  test("refuses to write rows, keeps what was acknowledged, and goes on when there is room", async () => {
    const place = join(folder, "data");
    const db = await open({ folder: place });
    await write(db, "before");
    fill(300_000);
    const acknowledged = ["before"];
    const failure = await fillDatabase(db, acknowledged);
    expect(failure).toMatchObject({ name: "Fault", code: "disk_full" });
    rmSync(filler);
    await vi.waitFor(() => write(db, "after"), within);
    expect(await subjects(db)).toEqual([...acknowledged, "after"]);
    await db.close();
  });
});

describe.skipIf(disk === undefined || !("url" in postgresql))(
  onPostgresqlName(diskName("a server whose disk is full")),
  () => {
    const held: { cluster?: Cluster; space: string } = { space: "" };
    beforeAll(() => {
      if (bin === undefined) return;
      held.cluster = startCluster(bin);
      held.space = smallDisk(12) ?? "";
    });
    afterAll(() => {
      held.cluster?.stop();
      if (held.space === "") return;
      execFileSync("umount", [held.space]);
      rmSync(held.space, { recursive: true });
    });

    test("refuses to write rows, keeps what was acknowledged, and goes on when there is room", async () => {
      const { cluster, space } = held;
      if (!cluster) throw new Error("the cluster runs");
      const url = cluster.url("postgres");
      const db = await open({ url });
      // The folder is the server's own; its log of changes stays on the large disk.
      const { uid, gid } = statSync(cluster.host);
      chownSync(space, uid, gid);
      await runIn(url, "postgres", `create tablespace small location '${space}'`);
      await runIn(url, "postgres", "alter table store.event set tablespace small");
      await write(db, "before");
      const acknowledged = ["before"];
      const failure = await fillDatabase(db, acknowledged);
      expect(failure).toMatchObject({ name: "Fault", code: "disk_full" });
      expect(acknowledged.length).toBeGreaterThan(10);
      expect(await subjects(db)).toEqual(acknowledged);
      execFileSync("mount", ["-o", "remount,size=64m", space], { stdio: "pipe" });
      await write(db, "after");
      expect(await subjects(db)).toEqual([...acknowledged, "after"]);
      await db.close();
    });
  },
);

/** Writes until the disk refuses; the refusal. */
async function fillDatabase(db: Db, acknowledged: string[]): Promise<unknown> {
  for (let count = 0; count < 400; count += 1) {
    try {
      await write(db, `row ${count}`, { text: randomBytes(50_000).toString("base64") });
      acknowledged.push(`row ${count}`);
    } catch (cause) {
      return cause;
    }
  }
  return undefined;
}
