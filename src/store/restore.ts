import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { BackupBroken } from "./backup-cipher.ts";
import { openBackup } from "./backup-file.ts";
import { backupTimeoutMs, tablesQuery, type BackupLine, type TableColumns } from "./backup.ts";
import type { Driver, Session } from "./driver.ts";
import { dataFolder } from "./embedded.ts";
import { lockFolder } from "./lock.ts";
import { readMigrations, type Migration } from "./migrate.ts";
import { openPglite } from "./pglite/driver.ts";
import { openPostgresql } from "./postgresql/driver.ts";
import { bareDatabase, engineVersion } from "./ready-made.ts";
import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";
import { sql, toQuery } from "./sql.ts";

export type RestoreTarget =
  { readonly url: string } | { readonly folder: string; readonly cacheFolder?: string | undefined };

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
  return driver.withSession({ timeoutMs: backupTimeoutMs }, async (session) => {
    if (!(await isEmpty(session))) {
      return refuse({ code: "target_not_empty", target: content.target });
    }
    await session.script("begin");
    try {
      await session.script("create extension if not exists postgis");
      for (const migration of content.migrations) await applyAgain(session, migration);
      const rows = await putRows(session, content.lines());
      const approved = (await content.approve?.(session)) ?? accept(null);
      await session.script(approved.ok ? "commit" : "rollback");
      return approved.ok ? accept(rows) : approved;
    } catch (cause) {
      await session.script("rollback");
      throw cause;
    }
  });
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

/** Rows were consistent when they were read: triggers and references need not look again. */
async function putRows(session: Session, lines: AsyncIterable<BackupLine>): Promise<number> {
  await session.script("set local session_replication_role = replica");
  await emptyTables(session);
  let count = 0;
  let counted: number | undefined;
  for await (const line of lines) {
    if (line.kind === "rows") await putTable(session, line);
    if (line.kind === "rows") count += line.rows.length;
    if (line.kind === "end") counted = line.rows;
    if (line.kind === "sequence") {
      await session.query(toQuery(sql`select setval(${line.sequence}::regclass, ${line.value})`));
    }
  }
  if (counted !== count) throw new BackupBroken("a backup ends by counting its rows");
  return count;
}

/** What a migration put into its tables is in the backup, as it was then. */
async function emptyTables(session: Session): Promise<void> {
  const tables = (await session.query(toQuery(tablesQuery))) as TableColumns[];
  for (const { name } of tables) {
    await session.query(toQuery(sql`delete from ${sql.id([name], name)}`));
  }
}

async function putTable(
  session: Session,
  { table, columns, rows }: Extract<BackupLine, { kind: "rows" }>,
): Promise<void> {
  const name = sql.id([table], table);
  // Transaction numbers belong to the cluster that gave them: rows get new ones in this one.
  const kept = columns.filter((column) => column !== "txid");
  const fields = sql.join(kept.map((column) => sql`${sql.id([column], column)}`));
  await session.query(
    toQuery(sql`
      insert into ${name} (${fields}) overriding system value
      select ${fields} from unnest(${rows}::${name}[])`),
  );
}
