import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { BackupBroken } from "./backup-cipher.ts";
import { openBackup } from "./backup-file.ts";
import { backupTimeoutMs, type BackupLine } from "./backup.ts";
import type { Driver, Session } from "./driver.ts";
import { dataFolder } from "./embedded.ts";
import { findLacking } from "./lacking.ts";
import { lockFolder } from "./lock.ts";
import { readMigrations, type Migration } from "./migrate.ts";
import { openPglite } from "./pglite/driver.ts";
import { openPostgresql } from "./postgresql/driver.ts";
import { unprotectedHost } from "./postgresql/protection.ts";
import { bareDatabase, engineVersion } from "./ready-made.ts";
import { refill } from "./refill.ts";
import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";
import { sql, toQuery } from "./sql.ts";
import { SqlError } from "./sql-error.ts";

export type RestoreTarget =
  | { readonly url: string }
  | { readonly folder: string; readonly cacheFolder?: string | undefined };

export type Restored = { readonly at: string; readonly rows: number };

type Refusal = OpenRefusal | RestoreRefusal;

/** Restores a backup into an empty target: everything, or nothing at all. */
export async function restoreBackup(
  { file, key }: { readonly file: string; readonly key?: Uint8Array | undefined },
  target: RestoreTarget,
): Promise<Decision<Restored, Refusal>> {
  const opened = await openBackup<BackupLine>(file, key);
  if (!opened.ok) return opened;
  const { seal, lines } = opened.value;
  try {
    const migrations = await migrationsOf(lines());
    if (!migrations.ok) return migrations;
    const done = await fillTarget(target, { lines, migrations: migrations.value });
    return done.ok ? accept({ at: seal.at, rows: done.value }) : done;
  } catch (cause) {
    if (!(cause instanceof BackupBroken)) throw cause;
    return refuse({ code: "backup_damaged", file });
  }
}

export type Content = {
  readonly lines: () => AsyncIterable<BackupLine>;
  readonly migrations: readonly Migration[];
  /** Looks at what was written before it is kept: a refusal leaves the target as it was. */
  readonly approve?: (session: Session) => Promise<Decision<null, RestoreRefusal>>;
};

/** Makes the schema and writes the rows into an empty target: everything, or nothing at all. */
export const fillTarget = (
  target: RestoreTarget,
  content: Content,
): Promise<Decision<number, Refusal>> =>
  "url" in target ? intoPostgresql(target.url, content) : intoFolder(target, content);

/** The migrations that the backup was made under. */
async function migrationsOf(
  lines: AsyncIterable<BackupLine>,
): Promise<Decision<Migration[], Refusal>> {
  const first = await firstOf(lines);
  if (first?.kind !== "migrations") throw new BackupBroken("a backup begins with its migrations");
  return knownMigrations(first.applied);
}

/** Migrations that were applied elsewhere; each must be known here, byte for byte. */
export async function knownMigrations(
  applied: readonly { readonly name: string; readonly sha256: string }[],
): Promise<Decision<Migration[], Refusal>> {
  const read = await readMigrations();
  if (!read.ok) return read;
  const migrations: Migration[] = [];
  for (const { name, sha256 } of applied) {
    const known = read.value.find((migration) => migration.name === name);
    if (!known) return refuse({ code: "backup_newer", name });
    if (known.sha256 !== sha256) return refuse({ code: "migration_changed", name });
    migrations.push(known);
  }
  return accept(migrations);
}

async function firstOf(lines: AsyncIterable<BackupLine>): Promise<BackupLine | undefined> {
  for await (const line of lines) return line;
  return undefined;
}

async function intoPostgresql(url: string, content: Content): Promise<Decision<number, Refusal>> {
  const host = unprotectedHost([url]);
  if (host !== undefined) return refuse({ code: "database_unprotected", host });
  const driver = openPostgresql({ url, poolSize: 1, waitMs: 10_000 });
  return loadAndClose(driver, { ...content, target: databaseOf(url) });
}

type Load = Content & { readonly target: string };

async function loadAndClose(
  driver: Driver,
  content: Load,
): Promise<Decision<number, RestoreRefusal>> {
  try {
    return await load(driver, content);
  } finally {
    await driver.close();
  }
}

/** The database's name alone: the rest of an address may hold a password. */
const databaseOf = (url: string): string => /\/([^/?@]*)(?:\?|$)/.exec(url)?.[1] ?? "PostgreSQL";

/** Fills a folder beside the place and moves it in at the end. */
async function intoFolder(
  { folder, cacheFolder }: Extract<RestoreTarget, { folder: string }>,
  content: Content,
): Promise<Decision<number, Refusal>> {
  const place = resolve(folder);
  const dataDir = dataFolder(place);
  if (existsSync(dataDir)) return refuse({ code: "target_not_empty", target: place });
  const locked = await lockFolder(place);
  if (!locked.ok) return locked;
  const draft = `${dataDir}.restoring`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(dirname(draft), { recursive: true });
    const making = { cacheFolder: cacheFolder ?? join(dirname(place), "cache") };
    let bare: Uint8Array | undefined = await bareDatabase(making, engineVersion());
    const snapshot = async (): Promise<Uint8Array | undefined> => bare;
    const driver = await openPglite({ dataDir: draft, snapshot, waitMs: 10_000 });
    bare = undefined;
    const done = await loadAndClose(driver, { ...content, target: place });
    if (done.ok) await rename(draft, dataDir);
    return done;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await locked.value.release();
  }
}

/** Schema and rows in one transaction: a restore that fails leaves the target as it was. */
function load(driver: Driver, content: Load): Promise<Decision<number, RestoreRefusal>> {
  const { target } = content;
  return driver.withSession({ timeoutMs: backupTimeoutMs }, async (session) => {
    if (!(await isEmpty(session))) return refuse({ code: "target_not_empty", target });
    const lacking = await findLacking(session);
    if (lacking) return refuse({ code: "target_unprepared", target, ...lacking });
    await session.script("begin");
    try {
      const loaded = await loadIn(session, content);
      await session.script(loaded.ok ? "commit" : "rollback");
      return loaded;
    } catch (cause) {
      await session.script("rollback");
      return refuseRow(cause);
    }
  });
}

async function loadIn(
  session: Session,
  { migrations, lines, approve }: Load,
): Promise<Decision<number, RestoreRefusal>> {
  await session.script("create extension if not exists postgis");
  for (const migration of migrations) await applyAgain(session, migration);
  const rows = await refill(session, lines());
  if (!rows.ok) return rows;
  const approved = (await approve?.(session)) ?? accept(null);
  return approved.ok ? rows : approved;
}

/** A row that breaks what the schema promises came from somebody who had put that aside. */
function refuseRow(cause: unknown): Decision<never, RestoreRefusal> {
  if (!(cause instanceof SqlError && cause.state.startsWith("23"))) throw cause;
  const { table = "", constraint = "" } = cause;
  return refuse({ code: "row_refused", table, constraint });
}

/** Whether nobody has made a table here; those of extensions do not count. */
async function isEmpty(session: Session): Promise<boolean> {
  const rows = await session.query(
    toQuery(sql`
      select 1
        from pg_class as relation
        join pg_namespace as space on space.oid = relation.relnamespace
       where relation.relkind in ('r', 'p')
         and space.nspname not in ('information_schema', 'topology', 'tiger')
         and space.nspname not like 'pg\\_%'
         and not exists (select 1 from pg_depend where objid = relation.oid and deptype = 'e')
       limit 1`),
  );
  return rows.length === 0;
}

async function applyAgain(session: Session, { name, text, sha256 }: Migration): Promise<void> {
  await session.script(text);
  await session.query(
    toQuery(sql`insert into store.migration (name, sha256) values (${name}, ${sha256})`),
  );
}
