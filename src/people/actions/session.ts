import { randomUUID } from "node:crypto";
import { anonymous, type Actor } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { sha256Hex } from "../../store/hash.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import { isReadOnly } from "../../store/writable.ts";
import type { SessionLine } from "../contract/session.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import type { Account } from "../model/account.ts";
import { divideByDemand, type FactorDemand } from "../model/demand.ts";
import {
  endOf,
  isFresh,
  isLive,
  isSeenAnew,
  mostSessions,
  proofMs,
  type Session,
  type SignInMeans,
} from "../model/session.ts";
import { findAccount, lockAccount } from "../store/accounts.ts";
import { grantsOf } from "../store/held-grants.ts";
import {
  appendSession,
  dropLeastUsed,
  dropSession,
  dropSessionByToken,
  dropSessions,
  findSession,
  listSessions,
  putSeen,
} from "../store/sessions.ts";

/** What a browser says of itself, cut to what an owner needs to know it again. */
export type Browser = { readonly address: string; readonly browser: string };

export type Opening = Browser & {
  readonly accountId: string;
  readonly means: SignInMeans;
  /** Whether a second factor was proved; not where nothing is said. */
  readonly isStrong?: boolean;
  readonly token: string;
  /** The token of the session that the browser had before: it ends, whoever's it was. */
  readonly earlier: string | undefined;
  readonly now: Date;
};

/**
 * Begins a session under a token that nobody knew before; not for an account that is disabled. Of
 * too many at once those end that were used longest ago.
 */
export async function openSession(
  tx: Tx,
  order: Opening,
): Promise<Decision<Session, AccountRefusal>> {
  const account = await lockAccount(tx, order.accountId);
  if (!account || account.disabledAt !== null) return refuse({ code: "sign_in_failed" });
  if (order.earlier !== undefined) await dropSessionByToken(tx, sha256Hex(order.earlier));
  const at = order.now.toISOString();
  const session: Session = {
    id: randomUUID(),
    accountId: account.id,
    means: order.means,
    isStrong: order.isStrong ?? false,
    startedAt: at,
    seenAt: at,
    address: order.address.slice(0, 100),
    browser: order.browser.slice(0, 200),
  };
  const most = account.demonstration === null ? mostSessions.own : mostSessions.demonstration;
  await dropLeastUsed(tx, account.id, most - 1);
  await appendSession(tx, session, sha256Hex(order.token));
  return accept(session);
}

/** A session that holds, and whose it is. */
export type Presence = { readonly session: Session; readonly account: Account };

export type Presented = {
  readonly token: string;
  readonly now: Date;
  /** Whether demonstration accounts may be used: then alone their sessions hold. */
  readonly isDemonstration: (tx: Tx) => Promise<boolean>;
  /** Of which roles a second factor is demanded. */
  readonly demand: FactorDemand;
};

/** The session behind a token, as long as it holds and its account may be used. */
export async function findPresence(
  tx: Tx,
  { token, now, isDemonstration }: Omit<Presented, "demand">,
): Promise<Presence | undefined> {
  const session = await findSession(tx, sha256Hex(token));
  if (!session || !isLive(session, now)) return undefined;
  const account = await findAccount(tx, session.accountId);
  if (!account || account.disabledAt !== null) return undefined;
  if (account.demonstration !== null && !(await isDemonstration(tx))) return undefined;
  return { session, account };
}

/** Who acts by a token, with what they may at this instant; whoever has no session is nobody. */
export async function actorOf(tx: Tx, presented: Presented): Promise<Actor> {
  const presence = await findPresence(tx, presented);
  if (!presence) return anonymous;
  const { session, account } = presence;
  const { now } = presented;
  // Where nothing can be written whoever is signed in still reads; the session then ends sooner.
  if (isSeenAnew(session, now) && !(await isReadOnly(tx))) {
    await putSeen(tx, session.id, now.toISOString());
  }
  const held = await grantsOf(tx, account.id, now);
  const { used: grants } = divideByDemand(held, session, presented.demand);
  return { kind: "account", id: account.id, session: session.id, grants };
}

/** Ends the session that asks. */
export const closeOwn = (tx: Tx, accountId: string, id: string): Promise<boolean> =>
  withoutWall(tx, "people.sessions", (inner) => dropSession(inner, accountId, id));

/** Whoever asks, in which session, and when. */
export type Own = {
  readonly accountId: string;
  readonly current: string | undefined;
  readonly now: Date;
};

/** The session that asks; undefined where it is none of the account's. */
export async function askingSession(
  tx: Tx,
  { accountId, current }: Pick<Own, "accountId" | "current">,
): Promise<Session | undefined> {
  const sessions = await withoutWall(tx, "people.sessions", (inner) =>
    listSessions(inner, accountId),
  );
  return sessions.find(({ id }) => id === current);
}

/** Refuses where the session that asks did not begin just now: it may be in another's hands. */
export async function requireProof(tx: Tx, own: Own): Promise<Decision<null, AccountRefusal>> {
  const asking = await askingSession(tx, own);
  if (asking && isFresh(asking, own.now)) return accept(null);
  return refuse({ code: "proof_needed", minutes: proofMs / 60_000 });
}

/** Ends one session of one's own, wherever it is. */
export async function closeSession(
  tx: Tx,
  own: Own,
  id: string,
): Promise<Decision<null, AccountRefusal>> {
  const proved = await requireProof(tx, own);
  if (!proved.ok) return proved;
  const closed = await closeOwn(tx, own.accountId, id);
  return closed ? accept(null) : refuse({ code: "session_missing", id });
}

/** Ends all sessions of one's own but the one that asks. */
export async function closeOthers(tx: Tx, own: Own): Promise<Decision<number, AccountRefusal>> {
  const proved = await requireProof(tx, own);
  if (!proved.ok) return proved;
  return accept(await endSessions(tx, own.accountId, own.current));
}

/** Ends the sessions of an account, but for one where it is named; answers how many. */
export const endSessions = (tx: Tx, accountId: string, but?: string): Promise<number> =>
  withoutWall(tx, "people.sessions", (inner) => dropSessions(inner, accountId, but));

/** The sessions of an account that hold. */
export async function listOwn(
  tx: Tx,
  accountId: string,
  { current, now }: { current: string | undefined; now: Date },
): Promise<SessionLine[]> {
  const sessions = await withoutWall(tx, "people.sessions", (inner) =>
    listSessions(inner, accountId),
  );
  return sessions
    .filter((session) => isLive(session, now))
    .map(({ accountId: _own, ...session }) => ({
      ...session,
      endsAt: endOf(session).toISOString(),
      current: session.id === current,
    }));
}
