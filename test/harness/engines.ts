import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, test } from "vitest";
import { openDb, type Db, type EngineName } from "../../src/store/db.ts";
import { system } from "../../src/store/actor.ts";
import { sql } from "../../src/store/sql.ts";
import { invariant } from "../../src/base/invariant.ts";
import { createDatabase, dropDatabase } from "./databases.ts";
import { templateDatabase } from "./global-setup.ts";
import { ownEngines } from "./own-engines.ts";

/** One of the two engines, with an empty, migrated database from `beforeAll` on. */
export type Engine = {
  readonly name: EngineName;
  readonly db: Db;
  /** The address of this engine's database; undefined for the embedded one. */
  readonly url: string | undefined;
};

/** Long, because test machines are shared; the limits themselves are tested on their own. */
const timeoutMs = 30_000;

/**
 * Runs the same tests on PGlite and, where its programs stand, on PostgreSQL. Each call starts
 * with empty tables; migrations must therefore insert no rows that tests need.
 */
export function onBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe(`${name} (pglite)`, () => onPglite(tests));
  const { postgresql } = ownEngines();
  if ("url" in postgresql) {
    describe(`${name} (postgresql)`, () => onPostgresql(postgresql.url, tests));
  } else {
    test.skip(`${name} (postgresql): to run, ${postgresql.cure}`);
  }
}

/** The name of a test that only PostgreSQL can run: where it is absent, with the cure. */
export function onPostgresqlName(name: string): string {
  const { postgresql } = ownEngines();
  return "url" in postgresql ? name : `${name}: to run, ${postgresql.cure}`;
}

/** The embedded database of this worker: made at its first use, emptied between files. */
const shared = globalThis as { zhibuEmbedded?: Promise<Db> };

export function embeddedDb(): Promise<Db> {
  shared.zhibuEmbedded ??= open({ folder: "memory://" });
  return shared.zhibuEmbedded;
}

function onPglite(tests: (engine: Engine) => void): void {
  const held: { db?: Db } = {};
  beforeAll(async () => {
    held.db = await embeddedDb();
    await emptyTables(held.db);
  });
  tests(engineOf("pglite", held));
}

function onPostgresql(url: string, tests: (engine: Engine) => void): void {
  const held: { db?: Db; url?: string } = {};
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  beforeAll(async () => {
    await createDatabase(url.replace("%s", "postgres"), name, templateDatabase);
    held.url = url.replace("%s", name);
    held.db = await open({ url: held.url });
  });
  afterAll(async () => {
    await held.db?.close();
    await dropDatabase(url.replace("%s", "postgres"), name);
  });
  tests(engineOf("postgresql", held));
}

function engineOf(name: EngineName, held: { db?: Db; url?: string }): Engine {
  return {
    name,
    get db() {
      invariant(held.db, "the database is used inside a test, not while tests are declared");
      return held.db;
    },
    get url() {
      return held.url;
    },
  };
}

async function open(options: { folder?: string; url?: string }): Promise<Db> {
  const { cacheFolder } = ownEngines();
  const opened = await openDb({ ...options, cacheFolder, timeoutMs });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

/** Empties every table of ours but what migrations write themselves. */
export async function emptyTables(db: Db): Promise<void> {
  await db.transaction(system("harness"), async (tx) => {
    const { rows } = await tx.query<{ name: string }>(sql`
      select table_schema || '.' || table_name as name
        from information_schema.tables
       where table_type = 'BASE TABLE'
         and table_schema not in ('pg_catalog', 'information_schema', 'public', 'topology')
         and table_schema not like 'pg_%'
         and (table_schema, table_name) not in (('store', 'migration'), ('job', 'version'))`);
    const names = rows.map((row) => row.name);
    const tables = sql.join(names.map((name) => sql.id(names, name)));
    // The audit trail refuses to be emptied; in this mode triggers are not asked.
    await tx.query(sql`set local session_replication_role = replica`);
    await tx.query(sql`truncate ${tables} restart identity cascade`);
  });
}
