import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import type { Driver, Session } from "./driver.ts";
import { sha256Hex } from "./hash.ts";
import { homeFolder } from "./home.ts";
import type { OpenRefusal } from "./refusals.ts";
import { sql, toQuery } from "./sql.ts";
import { SqlError } from "./sql-error.ts";

export type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

/** Long enough to rewrite a city's tables; a migration is not a request. */
const migrationTimeoutMs = 600_000;

/** Any number that nothing else locks: one migrator at a time, on however many nodes. */
const migratorLock = 7_311_902;

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** The migrations of this program, in order. */
export async function readMigrations(
  folder = join(homeFolder(), "db", "migrations"),
): Promise<Decision<Migration[], OpenRefusal>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const seen = new Set<string>();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = fileName.exec(name)?.[1];
    if (!number || seen.has(number)) return refuse({ code: "migration_misnumbered", name });
    seen.add(number);
    const text = await readFile(join(folder, name), "utf8");
    migrations.push({ name, text, sha256: sha256Hex(text) });
  }
  return accept(migrations);
}

/** Names what the schema is made of: changes with any byte of any migration. */
export function migrationsHash(migrations: readonly Migration[]): string {
  const line = migrations.map((migration) => `${migration.name} ${migration.sha256}`).join("\n");
  return sha256Hex(line);
}

/** Applies what is missing, each in its own transaction, and refuses a rewritten past. */
export async function migrate(
  driver: Driver,
  { folder, readOnly = false }: { folder?: string; readOnly?: boolean | undefined } = {},
): Promise<Decision<null, OpenRefusal>> {
  const read = await readMigrations(folder);
  if (!read.ok) return read;
  return driver.withSession({ timeoutMs: migrationTimeoutMs }, async (session) => {
    await session.query(toQuery(sql`select pg_advisory_lock(${migratorLock}::bigint)`));
    try {
      if (readOnly) await session.script("set default_transaction_read_only = on");
      return await applyMissing(session, read.value);
    } finally {
      if (readOnly) await session.script("reset default_transaction_read_only");
      await session.query(toQuery(sql`select pg_advisory_unlock(${migratorLock}::bigint)`));
    }
  });
}

async function applyMissing(
  session: Session,
  migrations: readonly Migration[],
): Promise<Decision<null, OpenRefusal>> {
  const applied = await appliedMigrations(session);
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of applied.keys()) {
    if (!known.has(name)) return refuse({ code: "migration_missing", name });
  }
  for (const migration of migrations) {
    const before = applied.get(migration.name);
    if (before !== undefined && before !== migration.sha256) {
      return refuse({ code: "migration_changed", name: migration.name });
    }
    const done = before === undefined ? await apply(session, migration) : accept(null);
    if (!done.ok) return done;
  }
  return accept(null);
}

/** Name and hash of what has been applied; nothing at all in a new database. */
async function appliedMigrations(session: Session): Promise<Map<string, string>> {
  const [found] = await session.query(
    toQuery(sql`select to_regclass('store.migration') is not null as there`),
  );
  if (found?.["there"] !== true) return new Map();
  const rows = await session.query(toQuery(sql`select name, sha256 from store.migration`));
  return new Map(rows.map((row) => [String(row["name"]), String(row["sha256"])]));
}

async function apply(
  session: Session,
  { name, text, sha256: hash }: Migration,
): Promise<Decision<null, OpenRefusal>> {
  await session.script("begin");
  try {
    await session.script(text);
    await session.query(
      toQuery(sql`insert into store.migration (name, sha256) values (${name}, ${hash})`),
    );
    await session.script("commit");
    return accept(null);
  } catch (cause) {
    await session.script("rollback");
    if (!(cause instanceof SqlError)) throw cause;
    return refuse({ code: "migration_failed", name, detail: cause.message });
  }
}
