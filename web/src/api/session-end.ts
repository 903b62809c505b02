import type { SessionPage } from "../../../src/people/contract.ts";

/** A little later than the end itself: the server's answer must be that it is over. */
const graceMs = 1_000;

/**
 * In how many milliseconds a session ends if nothing more is asked in it. False where nobody is
 * signed in, and where this machine's clock says that it is over while the server says that it holds.
 */
export function msUntilEnd(page: SessionPage | undefined, now: number): number | false {
  if (!page?.session) return false;
  const left = Date.parse(page.session.endsAt) - now;
  return left > 0 && left + graceMs;
}
