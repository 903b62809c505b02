import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { system } from "./actor.ts";
import { backupTimeoutMs, readAll, type BackupLine } from "./backup.ts";
import { openDb, type Db, type Tx } from "./db.ts";
import { digestTables, type TableDigest } from "./digest.ts";
import type { Session } from "./driver.ts";
import { dataFolder } from "./embedded.ts";
import { makePipe } from "./pipe.ts";
import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";
import { fillTarget, knownMigrations, type RestoreTarget } from "./restore.ts";
import { sql, toQuery } from "./sql.ts";

type Refusal = OpenRefusal | RestoreRefusal;

/** What was moved, table by table: the same on both sides. */
export type Moved = { readonly tables: readonly TableDigest[] };

const me = system("move");

/**
 * Moves a whole database into an empty place of either engine. Rows go over in one transaction on
 * each side and are compared there before anything is kept: the target has all of it or nothing.
 * The source stays as it is.
 */
export async function moveDatabase(
  source: RestoreTarget,
  target: RestoreTarget,
): Promise<Decision<Moved, Refusal>> {
  if ("folder" in source && !hasDatabase(source.folder)) {
    return refuse({ code: "source_missing", source: resolve(source.folder) });
  }
  const opened = await openDb({ ...source, snapshotMinutes: 0 });
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    return await pour(db, target);
  } finally {
    await db.close();
  }
}

const hasDatabase = (folder: string): boolean =>
  existsSync(join(dataFolder(resolve(folder)), "PG_VERSION"));

async function pour(db: Db, target: RestoreTarget): Promise<Decision<Moved, Refusal>> {
  const applied = await db.transaction(me, (tx) =>
    tx.query<{ name: string; sha256: string }>(
      sql`select name, sha256 from store.migration order by name`,
    ),
  );
  const migrations = await knownMigrations(applied.rows);
  if (!migrations.ok) return migrations;
  const pipe = makePipe<BackupLine>();
  let tables: readonly TableDigest[] = [];
  const reading = db
    .transaction(
      me,
      async (tx) => {
        tables = await digestIn(tx);
        await readAll(tx, db.engine, pipe.put);
      },
      { isolation: "repeatable read", timeoutMs: backupTimeoutMs },
    )
    .then(
      () => pipe.end(),
      (cause: Error) => pipe.end(cause),
    );
  const filled = await fillTarget(target, {
    lines: pipe.lines,
    migrations: migrations.value,
    approve: (session) => compare(session, tables),
  }).finally(() => pipe.giveUp(new Error("the target takes no more rows")));
  await reading;
  return filled.ok ? accept({ tables }) : filled;
}

const digestIn = (tx: Tx): Promise<TableDigest[]> =>
  digestTables(async (fragment) => (await tx.query<Record<string, unknown>>(fragment)).rows);

/** What stands in the target now, against what was read. */
async function compare(
  session: Session,
  read: readonly TableDigest[],
): Promise<Decision<null, RestoreRefusal>> {
  const written = await digestTables((fragment) => session.query(toQuery(fragment)));
  const different = firstDifferent(read, written) ?? firstDifferent(written, read);
  return different ? refuse({ code: "move_differs", table: different }) : accept(null);
}

/** The first table of one side that the other has not, or not so. */
function firstDifferent(
  those: readonly TableDigest[],
  others: readonly TableDigest[],
): string | undefined {
  const byName = new Map(others.map((digest) => [digest.table, digest]));
  return those.find(({ table, rows, sha256 }) => {
    const other = byName.get(table);
    return other?.rows !== rows || other.sha256 !== sha256;
  })?.table;
}
