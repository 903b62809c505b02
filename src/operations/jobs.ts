import { randomUUID } from "node:crypto";
import { system } from "../base/actor.ts";
import type { Db } from "../store/db.ts";
import { backUpInto, type BackupPlace } from "./actions/backup.ts";
import { slotOf, type Schedule } from "./model/schedule.ts";
import { claimSlot } from "./store.ts";

export type BackupJob = BackupPlace & {
  readonly schedule: Schedule;
  readonly clock: () => Date;
  readonly failed: (cause: unknown) => void;
  readonly lookEveryMs?: number;
};

const minuteMs = 60_000;

/** Makes the backup of this turn unless some node has; the file's path where this one did. */
export async function backUpIfDue(db: Db, job: BackupJob): Promise<string | undefined> {
  const now = job.clock();
  const slot = slotOf(job.schedule, now);
  const isOurs = await db.transaction(system("backup"), (tx) => claimSlot(tx, slot));
  if (!isOurs) return undefined;
  const caller = { actor: system("backup"), requestId: randomUUID() };
  return backUpInto(db, job, { caller, now });
}

/**
 * Looks every minute, by a timer that no clock can jump, whether a backup is due; the answer waits
 * for the one under way and ends the looking.
 */
export function startBackups(db: Db, job: BackupJob): () => Promise<void> {
  let underWay: Promise<unknown> | undefined;
  const look = (): void => {
    if (db.readOnly || underWay) return;
    underWay = backUpIfDue(db, job)
      .catch(job.failed)
      .finally(() => (underWay = undefined));
  };
  look();
  const timer = setInterval(look, job.lookEveryMs ?? minuteMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
