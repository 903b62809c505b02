import { spawn, type ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { openDb, type Db, type OpenOptions, type Tx } from "../../src/store/db.ts";
import { restoreSnapshot, snapshotFolder } from "../../src/store/embedded.ts";
import { appendEvent } from "../../src/store/event.ts";
import { askHolder } from "../../src/store/lock.ts";
import { openRefusalText } from "../../src/store/problems.ts";
import { makeQueue } from "../../src/store/queue.ts";
import { findSnapshot, putSnapshot } from "../../src/store/snapshots.ts";
import { sql } from "../../src/store/sql.ts";
import { beijing } from "../harness/ground.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const root = mkdtempSync(join(tmpdir(), "zhibu-embedded-"));
const { cacheFolder } = ownEngines();
let folder = "";
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(root, `data-${count}`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function open(options: Partial<OpenOptions> = {}): Promise<Db> {
  const opened = await openDb({
    folder,
    cacheFolder,
    snapshotMinutes: 0,
    waitMs: 60_000,
    timeoutMs: 30_000,
    ...options,
  });
  if (!opened.ok) throw new Error(openRefusalText(opened.refusal).en);
  return opened.value;
}

const write = (db: Db, subject: string): Promise<void> =>
  db.transaction(me, (tx) => appendEvent(tx, { room: "test", kind: "written", subject }));

async function subjects(db: Db): Promise<string[]> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ subject: string }>(sql`select subject from store.event order by id`),
  );
  return rows.map(({ subject }) => subject);
}

/** Holds a transaction open without a statement under way. */
const dawdle = (_tx: Tx): Promise<unknown> => new Promise((done) => setTimeout(done, 1_000));

/** Starts the writer and follows its acknowledgements. */
function startWriter(): {
  child: ChildProcess;
  lines: string[];
  until(line: string): Promise<void>;
} {
  const file = fileURLToPath(new URL("../harness/writer.ts", import.meta.url));
  const args = ["--import", "tsx", file, folder, cacheFolder];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const waits: { line: string; done: () => void }[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const wait of waits) if (wait.line === line) wait.done();
  });
  const until = (line: string): Promise<void> =>
    new Promise((done, failed) => {
      if (lines.includes(line)) return done();
      waits.push({ line, done });
      child.once("exit", () => failed(new Error(`the writer ended before "${line}"`)));
    });
  return { child, lines, until };
}

const ended = (child: ChildProcess): Promise<unknown> =>
  new Promise((done) => child.once("close", done));

describe("a folder held by another process", () => {
  test("is refused with pid and address, and a kill -9 loses no acknowledged row", async () => {
    const { child, lines, until } = startWriter();
    await until("open");

    const refused = await openDb({ folder, cacheFolder });
    const url = "http://127.0.0.1:8420";
    const refusal = { code: "folder_in_use", folder, pid: child.pid, url };
    expect(refused).toEqual({ ok: false, refusal });
    expect(await askHolder(folder)).toEqual({ pid: child.pid, url });
    if (!refused.ok) {
      const said = openRefusalText(refused.refusal);
      expect(said.zh).toContain(`进程 ${child.pid} 使用（${url}）`);
      expect(said.en).toContain(`in use by process ${child.pid} (${url})`);
    }

    await until("40");
    const gone = ended(child);
    child.kill("SIGKILL");
    await gone;
    const acknowledged = lines.filter((line) => line !== "open");

    const db = await open();
    const kept = await subjects(db);
    await db.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
    // The one that was under way when the kill came may be there too: then it is whole.
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
  });
});

describe("the embedded database", () => {
  let db: Db;
  const held = join(root, "held");
  beforeAll(async () => {
    db = await open({ folder: held });
  });
  afterAll(() => db.close());

  test("ends a statement that does not end, reopens its folder, and goes on with the queue", async () => {
    await write(db, "before");
    const late = db.transaction(me, (tx) => tx.query(sql`select pg_sleep(60)`), { timeoutMs: 200 });
    const queued = write(db, "queued");
    await expect(late).rejects.toMatchObject({ name: "Fault", code: "database_timeout" });
    await queued;
    expect(await subjects(db)).toEqual(["before", "queued"]);
  });

  test("leaves nothing of a transaction that was cut off between two statements", async () => {
    const late = db.transaction(
      me,
      async (tx) => {
        await appendEvent(tx, { room: "test", kind: "written", subject: "half" });
        await dawdle(tx);
        await appendEvent(tx, { room: "test", kind: "written", subject: "other half" });
      },
      { timeoutMs: 300 },
    );
    await expect(late).rejects.toMatchObject({ code: "database_timeout" });
    expect(await subjects(db)).toEqual(["before", "queued"]);
  });

  test("takes no statement for answered whose error the engine dropped", async () => {
    const shapes = JSON.parse(readFileSync(join(beijing, "geo", "districts.geojson"), "utf8")) as {
      features: { geometry: unknown }[];
    };
    const texts = shapes.features.map(({ geometry }) => JSON.stringify(geometry));
    const dropped = db.transaction(me, async (tx) => {
      await appendEvent(tx, { room: "test", kind: "written", subject: "half" });
      await tx.query(sql`
        select st_npoints(st_difference(geom, st_union(geom, geom)))
          from unnest(${texts}::text[]) as text, st_geomfromgeojson(text) as geom`);
    });
    await expect(dropped).rejects.toThrow(/embedded engine (ended|sent)/);
    expect(await subjects(db)).toEqual(["before", "queued"]);
  });

  test("refuses a second opening, and is not disturbed by it", async () => {
    expect(await openDb({ folder: held, cacheFolder })).toMatchObject({
      ok: false,
      refusal: { code: "folder_in_use", pid: process.pid, url: null },
    });
    expect(await subjects(db)).toHaveLength(2);
  });
});

describe("the queue for the one session", () => {
  test("lets one through at a time, in the order of asking", async () => {
    const queue = makeQueue();
    const order: number[] = [];
    const pass = async (number: number): Promise<void> => {
      const leave = await queue.enter(1_000);
      order.push(number);
      await Promise.resolve();
      order.push(-number);
      leave();
    };
    await Promise.all([pass(1), pass(2), pass(3)]);
    expect(order).toEqual([1, -1, 2, -2, 3, -3]);
  });

  test("says that it is busy to whoever waits too long, and forgets them", async () => {
    const queue = makeQueue();
    const leave = await queue.enter(0);
    await expect(queue.enter(20)).rejects.toMatchObject({ name: "Fault", code: "database_busy" });
    expect(queue.length).toBe(0);
    leave();
    (await queue.enter(20))();
  });
});

describe("snapshots", () => {
  test("are five, the oldest giving way", async () => {
    const place = join(root, "five");
    const content = new Uint8Array([1]);
    for (let day = 1; day <= 7; day += 1) {
      await putSnapshot(place, { at: `2026-11-0${day}T00:00:00.000Z`, content });
    }
    expect(readdirSync(place).sort()[0]).toContain("2026-11-03");
    expect(readdirSync(place)).toHaveLength(5);
  });

  test("are taken at close when something changed, and a cut one is passed over", async () => {
    const snapshots = snapshotFolder(folder);
    const db = await open({ snapshotMinutes: 60 });
    await write(db, "first");
    await db.embedded?.snapshot();
    await write(db, "second");
    await db.close();
    expect(readdirSync(snapshots)).toHaveLength(2);

    const newest = (await findSnapshot(snapshots)).found?.file ?? "";
    truncateSync(newest, 1_000_000);
    const restored = await restoreSnapshot(folder, () => new Date());
    expect(restored).toMatchObject({ ok: true, value: { damaged: [newest] } });
    if (restored.ok) expect(existsSync(restored.value.aside ?? "")).toBe(true);
    const back = await open();
    expect(await subjects(back)).toEqual(["first"]);
    await back.close();
  });

  test("are looked for before anything is touched", async () => {
    expect(await restoreSnapshot(folder, () => new Date())).toMatchObject({
      ok: false,
      refusal: { code: "backup_missing" },
    });
  });

  test("are not needed where a first start was cut short: it begins again", async () => {
    mkdirSync(join(folder, "pgdata"), { recursive: true });
    writeFileSync(join(folder, "pgdata", "PG_VERSION"), "18\n");
    writeFileSync(join(folder, "preparing"), "");
    const db = await open();
    expect(await subjects(db)).toEqual([]);
    await db.close();
  });
});
