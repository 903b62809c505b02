import { randomUUID } from "node:crypto";
import { system } from "../base/actor.ts";
import { accept } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Db } from "../store/db.ts";
import { isReadOnly } from "../store/writable.ts";
import { addDemonstrations, hasDemonstrations } from "./actions/demonstration.ts";
import { perform } from "./perform.ts";
import { dropOldAttempts } from "./store/attempts.ts";
import { forgetDisabled } from "./store/forgotten.ts";
import { dropOldLogins } from "./store/identities.ts";
import { dropEndedSessions } from "./store/sessions.ts";

const everyMs = 3_600_000;

export type Swept = {
  readonly sessions: number;
  readonly attempts: number;
  readonly accounts: number;
};

/**
 * Forgets sessions that have ended, attempts that no longer count, logins that were given up, and
 * the persons behind accounts that were disabled long ago.
 */
export function sweepEntries(db: Db, now: Date): Promise<Swept> {
  return db.transaction(system("people.sweep"), async (tx) => {
    if (await isReadOnly(tx)) return { sessions: 0, attempts: 0, accounts: 0 };
    await dropOldLogins(tx, now.toISOString());
    const sessions = await dropEndedSessions(tx, now);
    const attempts = await dropOldAttempts(tx, now);
    return { sessions, attempts, accounts: await forgetDisabled(tx, now) };
  });
}

/** Sweeps now and every hour; the answer stops it. Failures go to `failed`. */
export function startPeopleJobs(db: Db, failed: (cause: unknown) => void): () => void {
  const sweep = () => void sweepEntries(db, new Date()).catch(failed);
  sweep();
  const timer = setInterval(sweep, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Adds the accounts that show a synthetic city's kinds of user; answers how many were added. */
export async function loadDemonstrations(db: Db, now: Date): Promise<number> {
  const actor = system("people.demonstration");
  if (await db.transaction(actor, hasDemonstrations)) return 0;
  const caller = { actor, requestId: randomUUID() };
  const task = { caller, act: "create", resource: { kind: "account" } } as const;
  const added = await perform(db, task, async (tx) => accept(await addDemonstrations(tx, now)));
  invariant(added.ok, "the program itself may add accounts");
  return added.value;
}
