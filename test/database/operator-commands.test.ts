import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerRelays } from "../../src/cli/relay.ts";
import { runRelayed } from "../../src/cli/relayed.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { codeOf, jsonOf, zhibu, zhibuProcess } from "../harness/command-line.ts";
import { fill, inside, makePlaces, run, tamper } from "../harness/places.ts";
import { ownEngines } from "../harness/own-engines.ts";

const { postgresql, cacheFolder } = ownEngines();
const { root, newFolder, newAddress, clear } = makePlaces();
afterAll(clear);

type Place = { readonly url: string } | { readonly folder: string; readonly cacheFolder: string };

/** A place as the environment of a command names it. */
const named = (place: Place): Record<string, string> =>
  "url" in place ? { DATABASE_URL: place.url } : { ZHIBU_DATA: place.folder, DATABASE_URL: "" };

/** What the operator has left in the trail. */
async function actsIn(db: Db): Promise<unknown[]> {
  const { rows } = await run(
    db,
    sql`select act, resource_kind as kind, resource_id as id, detail
          from people.audit as row
         where actor_kind = 'system' and actor = 'operator' order by row.id`,
  );
  return rows;
}

const engines: readonly (readonly [string, () => Promise<Place>])[] = [
  ["pglite", async () => newFolder()],
  ...("url" in postgresql ? [["postgresql", newAddress] as const] : []),
];

/** Each command opens the database anew, which takes seconds. */
const unhurried = { timeout: 300_000 };

describe.each(engines)("on %s", unhurried, (engine, newPlace) => {
  const held: { place: Place } = { place: { folder: "", cacheFolder } };
  beforeAll(async () => {
    held.place = await newPlace();
    await inside(held.place, fill);
  }, 300_000);
  const verify = (...more: string[]) =>
    zhibu(["db", "verify", ...more, "--format", "json"], named(held.place));

  test("zhibu db verify counts what is sealed and what is not, and names the last seal", async () => {
    const plain = await zhibuProcess(["db", "verify"], named(held.place));
    expect(plain).toMatchObject({ exit: 0 });
    expect(plain.out).toMatch(
      /^people[.]audit：共 1203 行，1200 行封记无误（2 道封记），3 行待封记\n {2}最后一道封记 [0-9a-f]{64}\n$/,
    );
    const head = /[0-9a-f]{64}/.exec(plain.out)?.[0] ?? "";
    const again = await verify("--head", head);
    expect(again.exit).toBe(0);
    expect(jsonOf(again)).toMatchObject({
      sound: true,
      chains: [{ seen: 1_204, sealed: 1_200, unsealed: 4, difference: null, head }],
    });
    const other = await verify("--head", "0".repeat(64));
    expect(other.exit).toBe(2);
    expect(jsonOf(other)).toMatchObject({ sound: false, headMissing: { zh: expect.any(String) } });
  });

  test("zhibu db backup writes a file that zhibu db restore brings back elsewhere", async () => {
    const file = join(root, `${engine}.zhibu`);
    const key = { ZHIBU_BACKUP_KEY: randomBytes(32).toString("hex") };
    const backup = await zhibuProcess(["db", "backup", file], { ...named(held.place), ...key });
    expect(backup).toMatchObject({ exit: 0 });
    expect(backup.out).toMatch(/^已备份 \d+ 张表、\d+ 行到 .*[.]zhibu\n$/);
    expect(readFileSync(file, "latin1")).toMatch(/^\{"zhibu":"backup"/);

    const target = newFolder();
    const restore = (more: Record<string, string>) =>
      zhibu(["db", "restore", file, "--format", "json"], { ...named(target), ...more });
    expect(codeOf(await restore({}))).toBe("backup_key_missing");
    const wrong = { ZHIBU_BACKUP_KEY: "0".repeat(64) };
    expect(codeOf(await restore(wrong))).toBe("backup_key_wrong");
    expect(existsSync(target.folder)).toBe(false);
    expect(await restore(key)).toMatchObject({ exit: 0 });
    expect(codeOf(await restore(key))).toBe("target_not_empty");
    const made = { act: "create", kind: "backup", id: `${engine}.zhibu` };
    const brought = { act: "restore", kind: "backup", id: `${engine}.zhibu` };
    const own = await inside(held.place, actsIn);
    expect(own).toContainEqual({ ...made, detail: { rows: expect.any(Number), encrypted: true } });
    const theirs = await inside(target, actsIn);
    expect(theirs.at(-1)).toMatchObject({ ...brought, detail: { rows: expect.any(Number) } });
    expect(own).not.toContainEqual(expect.objectContaining(brought));
  });

  test("zhibu db migrate and db verify leave their rows, where anything may be written", async () => {
    expect((await zhibu(["db", "migrate"], named(held.place))).exit).toBe(0);
    const acts = await inside(held.place, actsIn);
    const on = { kind: "database", id: null };
    const migrated = { migrations: expect.any(Number) };
    expect(acts).toContainEqual({ ...on, act: "migrate", detail: migrated });
    expect(acts).toContainEqual({ ...on, act: "verify", detail: { sound: true } });

    const closed = { ...named(held.place), ZHIBU_READ_ONLY: "on" };
    expect((await zhibu(["db", "verify"], closed)).exit).toBe(0);
    expect(await inside(held.place, actsIn)).toEqual(acts);
  });

  test("zhibu db verify names the first row that was changed behind the program's back", async () => {
    await inside(held.place, (db) =>
      tamper(db, sql`update people.audit set act = 'read' where id in (700, 701)`),
    );
    const plain = await zhibuProcess(["db", "verify"], {
      ...named(held.place),
      ZHIBU_LANG: "en",
    });
    expect(plain.exit).toBe(2);
    expect(plain.out).toContain("✗ people.audit: row 700 was changed after it was sealed\n");
    const again = await verify();
    expect(jsonOf(again)).toMatchObject({
      sound: false,
      chains: [{ difference: { code: "row_changed", id: 700 } }],
    });
  });
});

test("zhibu db verify is answered by the process that holds the folder", unhurried, async () => {
  const place = newFolder();
  const settings = settingsOf({ ZHIBU_LANG: "zh", ...named(place) });
  const failed = (cause: unknown): never => {
    throw cause;
  };
  await inside(place, async (db) => {
    const server = await answerRelays(
      place.folder,
      (call) => runRelayed(settings, db, call),
      failed,
    );
    const relayed = await zhibuProcess(["db", "verify", "--format", "json"], named(place));
    expect(relayed.exit).toBe(0);
    expect(jsonOf(relayed)).toMatchObject({ sound: true, chains: [{ table: "audit" }] });
    expect(await actsIn(db)).toMatchObject([{ act: "verify", kind: "database" }]);
    server.close();
  });
});
