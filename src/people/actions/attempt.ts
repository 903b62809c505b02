import { accept, refuse, type Decision } from "../../base/decision.ts";
import { sha256Hex } from "../../store/hash.ts";
import type { Tx } from "../../store/db.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { countedFailures, delayRules, waitMs } from "../model/attempt.ts";
import { lockAttempts, putAttempts, type AttemptKey } from "../store/attempts.ts";

/** Under whose name somebody tries to get in, and from where. */
export type Trial = { readonly signInName: string; readonly address: string };

/** The name before the address: every attempt locks in this order. */
export const keysOf = ({ signInName, address }: Trial): readonly AttemptKey[] => [
  { kind: "name", sha256: sha256Hex(signInName) },
  { kind: "address", sha256: sha256Hex(address) },
];

/**
 * Counts an attempt as failed before it is looked at, so that a hundred at once are counted like a
 * hundred in a row; what proves right is taken back. Refused is who has to wait.
 */
export async function claimAttempt(
  tx: Tx,
  trial: Trial,
  now: Date,
): Promise<Decision<null, AccountRefusal>> {
  let longestMs = 0;
  for (const key of keysOf(trial)) {
    const attempts = await lockAttempts(tx, key, now.toISOString());
    const rule = delayRules[key.kind];
    longestMs = Math.max(longestMs, waitMs(attempts, rule, now));
    const failures = countedFailures(attempts, rule, now) + 1;
    await putAttempts(tx, key, { failures, lastAt: now.toISOString() });
  }
  if (longestMs === 0) return accept(null);
  return refuse({ code: "sign_in_delayed", seconds: Math.ceil(longestMs / 1_000) });
}
