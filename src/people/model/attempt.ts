/** How often somebody has failed under one name, or from one address, and when last. */
export type Attempts = { readonly failures: number; readonly lastAt: string };

/** From how many failures on the next attempt has to wait, and for how long at first. */
export type DelayRule = { readonly free: number };

const firstDelayMs = 15_000;
/** Nobody waits longer, so that guessing at a name cannot shut its owner out for good. */
export const mostDelayMs = 15 * 60_000;
/** Failures so long ago no longer count. */
export const forgottenMs = 24 * 3_600_000;

/** One name's owner mistypes a few times; an address may be that of a whole office. */
export const delayRules = {
  name: { free: 5 },
  address: { free: 30 },
} as const satisfies Record<string, DelayRule>;

/** The failures that still count: those of more than a day ago do not. */
export function countedFailures(attempts: Attempts | undefined, now: Date): number {
  if (!attempts) return 0;
  return now.getTime() - Date.parse(attempts.lastAt) >= forgottenMs ? 0 : attempts.failures;
}

/**
 * How long the next attempt has to wait: nothing at first, then 15 seconds, doubling up to 15
 * minutes. A clock that was set back makes nobody wait longer than the longest delay.
 */
export function waitMs(attempts: Attempts | undefined, rule: DelayRule, now: Date): number {
  const failures = countedFailures(attempts, now);
  if (!attempts || failures < rule.free) return 0;
  const delayMs = Math.min(mostDelayMs, firstDelayMs * 2 ** Math.min(30, failures - rule.free));
  const sinceMs = Math.max(0, now.getTime() - Date.parse(attempts.lastAt));
  return Math.max(0, delayMs - sinceMs);
}
