import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { accept } from "../../base/decision.ts";
import { invariant } from "../../base/invariant.ts";
import { perform, type Caller } from "../../people/index.ts";
import { writeBackup, type BackupCount } from "../../store/backup.ts";
import type { Db } from "../../store/db.ts";
import { isWritable } from "../../store/writable.ts";
import { fileNameAt, tooMany } from "../model/schedule.ts";
import { insertBackup } from "../store.ts";

export type BackupPlace = {
  readonly folder: string;
  /** How many files stay; the oldest give way. */
  readonly kept: number;
  readonly key: Uint8Array | undefined;
};

/** Who wants a backup, and when. */
export type BackupWish = { readonly caller: Caller; readonly now: Date };

type FileOrder = BackupWish & { readonly file: string; readonly key: Uint8Array | undefined };

/** Writes one backup and notes it where every node sees it; a read-only system notes nothing. */
export async function backUpTo(db: Db, order: FileOrder): Promise<BackupCount> {
  const count = await writeBackup(db, order);
  if (await isWritable(db)) await noteBackup(db, order, count);
  return count;
}

async function noteBackup(
  db: Db,
  { caller, file, now, key }: FileOrder,
  { rows, bytes }: BackupCount,
): Promise<void> {
  const id = basename(file);
  const encrypted = key !== undefined;
  const row = { at: now.toISOString(), file: id, rowCount: rows, sizeBytes: bytes, encrypted };
  const resource = { kind: "backup", id } as const;
  const task = { caller, act: "create", resource, detail: { rows, encrypted } } as const;
  const noted = await perform(db, task, async (tx) => accept(await insertBackup(tx, row)));
  invariant(noted.ok, "the program itself may make backups");
}

/** Writes a backup into the folder and drops the oldest; the file's path. */
export async function backUpInto(
  db: Db,
  { folder, kept, key }: BackupPlace,
  wish: BackupWish,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, fileNameAt(wish.now));
  await backUpTo(db, { file, key, ...wish });
  for (const name of tooMany(await readdir(dirname(file)), kept)) await rm(join(folder, name));
  return file;
}
