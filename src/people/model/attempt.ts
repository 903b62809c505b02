/** How often somebody has failed under one name, or from one address, and when last. */
export type Attempts = { readonly failures: number; readonly lastAt: string };

/** From how many failures on the next attempt waits, how long at most, and what time forgives. */
export type DelayRule = {
  readonly free: number;
  readonly mostDelayMs: number;
  /** One failure no longer counts for each such time that has passed since the last. */
  readonly forgivenEveryMs: number;
};

const firstDelayMs = 15_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Failures so long ago no longer count at all. */
export const forgottenMs = 24 * hourMs;

/**
 * One name's owner mistypes a few times, and must not be shut out for good by others who guess. An
 * address may be that of a whole office: its people hardly mistype once a minute for long.
 */
export const delayRules = {
  name: { free: 5, mostDelayMs: 15 * minuteMs, forgivenEveryMs: hourMs },
  address: { free: 30, mostDelayMs: minuteMs, forgivenEveryMs: minuteMs },
} as const satisfies Record<string, DelayRule>;

const sinceMs = ({ lastAt }: Attempts, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(lastAt));

/** The failures that still count: time forgives them one by one, and a day all of them. */
export function countedFailures(attempts: Attempts, rule: DelayRule, now: Date): number {
  const since = sinceMs(attempts, now);
  if (since >= forgottenMs) return 0;
  return Math.max(0, attempts.failures - Math.floor(since / rule.forgivenEveryMs));
}

/**
 * How long the next attempt has to wait: nothing at first, then 15 seconds, then twice as long each
 * time, up to the most. A clock that was set back makes nobody wait longer than that.
 */
export function waitMs(attempts: Attempts, rule: DelayRule, now: Date): number {
  const failures = countedFailures(attempts, rule, now);
  if (failures < rule.free) return 0;
  const doubled = firstDelayMs * 2 ** Math.min(30, failures - rule.free);
  return Math.max(0, Math.min(rule.mostDelayMs, doubled) - sinceMs(attempts, now));
}
