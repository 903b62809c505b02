import { system } from "./actor.ts";
import { writeLines } from "./backup-file.ts";
import type { Db, Tx } from "./db.ts";
import { sql } from "./sql.ts";

/** Long enough for a city; the rows are read from one snapshot of the database. */
export const backupTimeoutMs = 3_600_000;

const rowsPerLine = 1_000;

/** The lines of a backup, one JSON text each. */
export type BackupLine =
  | { kind: "migrations"; engine: string; applied: { name: string; sha256: string }[] }
  | { kind: "rows"; table: string; columns: string[]; rows: string[] }
  | { kind: "sequence"; sequence: string; value: number }
  | { kind: "end"; rows: number };

export type BackupOrder = {
  readonly file: string;
  readonly now: Date;
  /** 32 bytes that encrypt the file; without them it can be read by whoever has it. */
  readonly key?: Uint8Array | undefined;
};

export type BackupCount = {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
};

/**
 * Writes a backup file: whole or not at all. A backup is logical: the migrations that made the
 * schema, then every row of ours as PostgreSQL's own text. It is the same for both engines, and the
 * only contract between versions.
 * @throws Fault disk_full
 */
export async function writeBackup(db: Db, { file, now, key }: BackupOrder): Promise<BackupCount> {
  let counts = { tables: 0, rows: 0 };
  const bytes = await writeLines({ file, at: now.toISOString(), key }, async (put) => {
    counts = await db.transaction(system("backup"), (tx) => readAll(tx, db.engine, put), {
      isolation: "repeatable read",
      timeoutMs: backupTimeoutMs,
    });
  });
  return { ...counts, bytes };
}

export type Put = (line: BackupLine) => Promise<void>;

/** Gives out every row of the transaction's snapshot, line by line. */
export async function readAll(
  tx: Tx,
  engine: string,
  put: Put,
): Promise<{ tables: number; rows: number }> {
  const { rows: applied } = await tx.query<{ name: string; sha256: string }>(
    sql`select name, sha256 from store.migration order by name`,
  );
  await put({ kind: "migrations", engine, applied });
  const { rows: tables } = await tx.query<TableColumns>(tablesQuery);
  let rows = 0;
  for (const table of tables) rows += await readTable(tx, table, put);
  for (const line of await listSequences(tx)) await put(line);
  await put({ kind: "end", rows });
  return { tables: tables.length, rows };
}

export type TableColumns = { name: string; columns: string[] };

/** Our tables with the columns that can be written; what migrations write themselves is apart. */
export const tablesQuery = sql`
    select space.nspname || '.' || relation.relname as name,
           array_agg(field.attname::text order by field.attnum) as columns
      from pg_class as relation
      join pg_namespace as space on space.oid = relation.relnamespace
      join pg_attribute as field on field.attrelid = relation.oid
     where relation.relkind = 'r'
       and field.attnum > 0
       and not field.attisdropped
       and field.attgenerated = ''
       and space.nspname not in ('information_schema', 'public')
       and space.nspname not like 'pg\\_%'
       and (space.nspname, relation.relname)
           not in (('store', 'migration'), ('job', 'version'))
     group by 1
     order by 1`;

/** Reads a table by a cursor: no table has to fit into memory. */
async function readTable(tx: Tx, { name, columns }: TableColumns, put: Put): Promise<number> {
  const table = sql.id([name], name);
  await tx.query(sql`
    declare backup_rows no scroll cursor for
     select whole_row::text as line from ${table} as whole_row`);
  let count = 0;
  for (;;) {
    const { rows } = await tx.query<{ line: string }>(sql`fetch 1000 from backup_rows`);
    if (rows.length > 0) {
      await put({ kind: "rows", table: name, columns, rows: rows.map(({ line }) => line) });
    }
    count += rows.length;
    if (rows.length < rowsPerLine) break;
  }
  await tx.query(sql`close backup_rows`);
  return count;
}

async function listSequences(tx: Tx): Promise<BackupLine[]> {
  const { rows } = await tx.query<{ sequence: string; value: number }>(sql`
    select schemaname || '.' || sequencename as sequence, last_value as value
      from pg_sequences
     where schemaname not in ('public')
       and last_value is not null
     order by 1`);
  return rows.map((row) => ({ kind: "sequence", ...row }));
}
