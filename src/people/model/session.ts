/** After so long without a request a session ends, and so long after its beginning in any case. */
export const sessionLife = { idleMs: 2 * 3_600_000, wholeMs: 12 * 3_600_000 } as const;

/** So many sessions an account has at once; everybody shares the accounts of a demonstration. */
export const mostSessions = { own: 10, demonstration: 1_000 } as const;

/** For so long after signing in somebody counts as having just proved who they are. */
export const proofMs = 5 * 60_000;

/** A session is written down as seen at most this often: reading is not writing. */
const seenEveryMs = 60_000;

/** By what somebody signed in. */
export const signInMeans = ["password", "recovery", "oidc", "demonstration"] as const;
export type SignInMeans = (typeof signInMeans)[number];

/** A session as it is kept: its token is known to the browser alone. */
export type Session = {
  readonly id: string;
  readonly accountId: string;
  readonly means: SignInMeans;
  /** Whether it was begun with a second factor, ours or the provider's. */
  readonly isStrong: boolean;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly browser: string;
};

type Times = Pick<Session, "startedAt" | "seenAt">;

/** When a session ends if nothing more is asked in it. */
export function endOf({ startedAt, seenAt }: Times): Date {
  const idle = Date.parse(seenAt) + sessionLife.idleMs;
  return new Date(Math.min(idle, Date.parse(startedAt) + sessionLife.wholeMs));
}

/** Whether a session holds at this instant; a clock that was ahead makes none last longer. */
export function isLive(times: Times, now: Date): boolean {
  const aheadMs = Date.parse(times.startedAt) - now.getTime();
  return aheadMs < sessionLife.wholeMs && now < endOf(times);
}

/** Whether its owner signed in so lately that what proves who they are may be touched. */
export function isFresh({ startedAt }: Pick<Session, "startedAt">, now: Date): boolean {
  const sinceMs = now.getTime() - Date.parse(startedAt);
  return Math.abs(sinceMs) < proofMs;
}

/** Whether a request is worth writing down; a clock set back never moves the last use back. */
export const isSeenAnew = ({ seenAt }: Times, now: Date): boolean =>
  now.getTime() - Date.parse(seenAt) >= seenEveryMs;
