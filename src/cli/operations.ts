import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { startBackups } from "../operations/index.ts";
import type { Db } from "../store/db.ts";
import { chains } from "./chains.ts";
import type { Settings } from "./settings.ts";

/** What the health page looks at, as the settings say. */
export const healthOptionsOf = ({ dataFolder, home }: Settings) => ({
  clock: () => new Date(),
  chains,
  folder: existsSync(dirname(dataFolder)) ? dirname(dataFolder) : home,
});

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
