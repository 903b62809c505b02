import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { system } from "../../base/actor.ts";
import { writeBackup, type BackupCount } from "../../store/backup.ts";
import type { Db } from "../../store/db.ts";
import { fileNameAt, tooMany } from "../model/schedule.ts";
import { insertBackup } from "../store.ts";

export type BackupPlace = {
  readonly folder: string;
  /** How many files stay; the oldest give way. */
  readonly kept: number;
  readonly key: Uint8Array | undefined;
};

type FileOrder = {
  readonly file: string;
  readonly now: Date;
  readonly key: Uint8Array | undefined;
};

/** Writes one backup and notes it where every node sees it; a read-only system notes nothing. */
export async function backUpTo(db: Db, { file, now, key }: FileOrder): Promise<BackupCount> {
  const count = await writeBackup(db, { file, now, key });
  if (!db.readOnly) {
    const row = {
      at: now.toISOString(),
      file: basename(file),
      rowCount: count.rows,
      sizeBytes: count.bytes,
      encrypted: key !== undefined,
    };
    await db.transaction(system("backup"), (tx) => insertBackup(tx, row));
  }
  return count;
}

/** Writes a backup into the folder and drops the oldest; the file's path. */
export async function backUpInto(db: Db, place: BackupPlace, now: Date): Promise<string> {
  const { folder, kept, key } = place;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, fileNameAt(now));
  await backUpTo(db, { file, now, key });
  for (const name of tooMany(await readdir(dirname(file)), kept)) await rm(join(folder, name));
  return file;
}
