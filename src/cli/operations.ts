import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { system } from "../base/actor.ts";
import { startBackups } from "../operations/index.ts";
import type { Db } from "../store/db.ts";
import { sql } from "../store/sql.ts";
import { chains } from "./chains.ts";
import type { Settings } from "./settings.ts";

/** What the health page looks at, as the settings say. */
export const healthOptionsOf = ({ dataFolder, home }: Settings) => ({
  clock: () => new Date(),
  chains,
  folder: existsSync(dirname(dataFolder)) ? dirname(dataFolder) : home,
});

/** Whether anything can be written: not where it was forbidden, nor on a standby. */
export async function isWritable(db: Db): Promise<boolean> {
  if (db.readOnly) return false;
  const { rows } = await db.transaction(system("start"), (tx) =>
    tx.query<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`),
  );
  return rows[0]?.standby === false;
}

/** Makes backups at the times of the settings; the answer ends it after the one under way. */
export function startSettingsBackups(
  db: Db,
  { operations }: Settings,
  failed: (cause: unknown) => void,
): () => Promise<void> {
  const { backups, backupKey: key } = operations;
  if (!backups) return async () => undefined;
  return startBackups(db, { ...backups, key, clock: () => new Date(), failed });
}
