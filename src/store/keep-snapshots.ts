import type { PgliteDriver } from "./pglite/driver.ts";
import { putSnapshot } from "./snapshots.ts";
import { sql, toQuery } from "./sql.ts";
import { refuseNested } from "./transaction.ts";

export type SnapshotKeeper = {
  snapshot(): Promise<string>;
  /** Takes a last snapshot if something changed since the one before. */
  close(): Promise<void>;
};

/**
 * The embedded engine does not wait for the disk, so a power cut may cost the folder: hence these.
 */
export async function keepSnapshots(
  driver: PgliteDriver,
  { folder, minutes }: { folder: string; minutes: number },
): Promise<SnapshotKeeper> {
  let position = await logPosition(driver);
  const snapshot = async (): Promise<string> => {
    refuseNested();
    const content = await driver.dump();
    const file = await putSnapshot(folder, { at: new Date().toISOString(), content });
    position = await logPosition(driver);
    return file;
  };
  const snapshotIfChanged = async (): Promise<void> => {
    if ((await logPosition(driver)) !== position) await snapshot();
  };
  const timer = minutes > 0 ? setInterval(run, minutes * 60_000) : undefined;
  timer?.unref();

  /** A snapshot that fails must not end the program: it is told, and tried again next time. */
  function run(): void {
    snapshotIfChanged().catch((cause: unknown) => {
      process.emitWarning(`automatic snapshot failed: ${String(cause)}`);
    });
  }

  return {
    snapshot,
    close: async () => {
      clearInterval(timer);
      if (minutes > 0) await snapshotIfChanged();
    },
  };
}

/** How far the engine's log has come: it moves with every change and with nothing else. */
async function logPosition(driver: PgliteDriver): Promise<string> {
  const rows = await driver.withSession({ timeoutMs: 5_000 }, (session) =>
    session.query(toQuery(sql`select pg_current_wal_insert_lsn()::text as at`)),
  );
  return String(rows[0]?.["at"]);
}
