import { onPostgresqlName } from "../../test/harness/engines.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createDatabase, dropDatabase } from "../../test/harness/databases.ts";
import { migrate, migrationsHash, readMigrations } from "./migrate.ts";
import { openPostgresql } from "./postgresql/driver.ts";
import { sql, toQuery } from "./sql.ts";
import { ownEngines } from "../../test/harness/own-engines.ts";

const root = mkdtempSync(join(tmpdir(), "zhibu-migrations-"));
afterAll(() => rmSync(root, { recursive: true }));

const record = `create schema store; create table store.migration (
  name text primary key, sha256 text not null, applied_at timestamptz not null default now());`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "set-"));
  put("0001-store.sql", record);
});
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe("the migrations of a folder", () => {
  test("come in the order of their numbers, and any byte changes their hash", async () => {
    put("0010-land.sql", "select 1;");
    const before = await readMigrations(folder);
    put("0010-land.sql", "select 2;");
    const after = await readMigrations(folder);
    if (!before.ok || !after.ok) throw new Error("the folder is well-numbered");
    expect(before.value.map(({ name }) => name)).toEqual(["0001-store.sql", "0010-land.sql"]);
    expect(migrationsHash(before.value)).not.toBe(migrationsHash(after.value));
  });

  test.each(["10-land.sql", "0001-other.sql", "0002_land.sql", "0002-Land.sql"])(
    "are refused where one is named %s",
    async (name) => {
      put(name, "select 1;");
      expect(await readMigrations(folder)).toMatchObject({
        ok: false,
        refusal: { code: "migration_misnumbered" },
      });
    },
  );
});

const { postgresql } = ownEngines();

describe.skipIf(!("url" in postgresql))(onPostgresqlName("a database"), () => {
  const url = "url" in postgresql ? postgresql.url : "";
  const name = `t_migrate_${process.pid}`;

  beforeEach(async () => {
    await dropDatabase(url.replace("%s", "postgres"), name);
    await createDatabase(url.replace("%s", "postgres"), name, "template0");
  });
  afterAll(() => dropDatabase(url.replace("%s", "postgres"), name));

  async function up(): Promise<unknown> {
    const driver = openPostgresql({ url: url.replace("%s", name), poolSize: 2, waitMs: 5_000 });
    try {
      return await migrate(driver, { folder });
    } finally {
      await driver.close();
    }
  }

  async function tables(): Promise<string[]> {
    const driver = openPostgresql({ url: url.replace("%s", name), poolSize: 1, waitMs: 5_000 });
    const rows = await driver.withSession({ timeoutMs: 5_000 }, (session) =>
      session.query(toQuery(sql`select tablename from pg_tables where schemaname = 'public'`)),
    );
    await driver.close();
    return rows.map((row) => String(row["tablename"]));
  }

  test("gets what it lacks, once, also from two nodes that start together", async () => {
    put("0002-a.sql", "create table a ();");
    const done = { ok: true, value: null };
    expect(await Promise.all([up(), up(), up()])).toEqual([done, done, done]);
    put("0003-b.sql", "create table b ();");
    expect(await up()).toEqual(done);
    expect((await tables()).sort()).toEqual(["a", "b"]);
  });

  test("is refused where the past was rewritten", async () => {
    put("0002-a.sql", "create table a ();");
    await up();
    put("0002-a.sql", "create table a (id int);");
    expect(await up()).toEqual({
      ok: false,
      refusal: { code: "migration_changed", name: "0002-a.sql" },
    });
  });

  test("is refused to a program that is older than it", async () => {
    put("0002-a.sql", "create table a ();");
    await up();
    rmSync(join(folder, "0002-a.sql"));
    expect(await up()).toEqual({
      ok: false,
      refusal: { code: "migration_missing", name: "0002-a.sql" },
    });
  });

  test("stands where it was when a migration fails half-way", async () => {
    put("0002-a.sql", "create table a ();");
    put("0003-b.sql", "create table b (); create table a ();");
    expect(await up()).toMatchObject({
      ok: false,
      refusal: { code: "migration_failed", name: "0003-b.sql" },
    });
    expect(await tables()).toEqual(["a"]);
  });
});
