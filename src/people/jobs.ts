import { randomUUID } from "node:crypto";
import { system } from "../base/actor.ts";
import { accept } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import type { Db } from "../store/db.ts";
import type { Queue } from "../store/jobs/job.ts";
import { addDemonstrations, hasDemonstrations } from "./actions/demonstration.ts";
import { perform } from "./perform.ts";
import { dropOldAttempts } from "./store/attempts.ts";
import { forgetDisabled } from "./store/forgotten.ts";
import { dropOldLogins } from "./store/identities.ts";
import { dropEndedSessions } from "./store/sessions.ts";

/** Every hour, a little after it. */
const cron = "17 * * * *";

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
    await dropOldLogins(tx, now.toISOString());
    const sessions = await dropEndedSessions(tx, now);
    const attempts = await dropOldAttempts(tx, now);
    return { sessions, attempts, accounts: await forgetDisabled(tx, now) };
  });
}

/** The sweep as work of the program: on one node, when it starts and every hour. */
export const peopleQueues = (db: Db): Queue[] => [
  { name: "people.sweep", cron, work: async () => void (await sweepEntries(db, new Date())) },
];

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
