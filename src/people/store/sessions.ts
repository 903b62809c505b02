import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import { sessionLife, type Session } from "../model/session.ts";

type SessionRow = {
  session_id: string;
  account_id: string;
  means: Session["means"];
  is_strong: boolean;
  started_at: string;
  seen_at: string;
  address: string;
  browser: string;
};

const toSession = (row: SessionRow): Session => ({
  id: row.session_id,
  accountId: row.account_id,
  means: row.means,
  isStrong: row.is_strong,
  startedAt: row.started_at,
  seenAt: row.seen_at,
  address: row.address,
  browser: row.browser,
});

async function list(tx: Tx, condition: Fragment): Promise<Session[]> {
  const { rows } = await tx.query<SessionRow>(sql`
    select session_id, account_id, means, is_strong, started_at, seen_at, address, browser
      from people.session
     where ${condition}
     order by seen_at desc, session_id`);
  return rows.map(toSession);
}

/** Writes a session; its token itself is known to the browser alone. */
export async function appendSession(tx: Tx, session: Session, tokenSha256: string): Promise<void> {
  await tx.query(sql`
    insert into people.session
      (session_id, account_id, token_sha256, means, is_strong,
       started_at, seen_at, address, browser)
    values (${session.id}, ${session.accountId}, ${tokenSha256}, ${session.means},
            ${session.isStrong}, ${session.startedAt}, ${session.seenAt}, ${session.address},
            ${session.browser})`);
}

export async function findSession(tx: Tx, tokenSha256: string): Promise<Session | undefined> {
  const [session] = await list(tx, sql`token_sha256 = ${tokenSha256}`);
  return session;
}

export const listSessions = (tx: Tx, accountId: string): Promise<Session[]> =>
  list(tx, sql`account_id = ${accountId}`);

/** Writes when a session was last used; of two requests at once the later one counts. */
export async function putSeen(tx: Tx, id: string, at: string): Promise<void> {
  await tx.query(sql`
    update people.session set seen_at = ${at} where session_id = ${id} and seen_at < ${at}`);
}

export async function dropSessionByToken(tx: Tx, tokenSha256: string): Promise<void> {
  await tx.query(sql`delete from people.session where token_sha256 = ${tokenSha256}`);
}

/** Ends one session of an account; false where it has no such session. */
export async function dropSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { rows } = await tx.query(sql`
    delete from people.session
     where session_id = ${id} and account_id = ${accountId}
    returning session_id`);
  return rows.length > 0;
}

/** Ends the sessions of an account, but for one where it is named; returns how many. */
export async function dropSessions(tx: Tx, accountId: string, but = ""): Promise<number> {
  const { rows } = await tx.query(sql`
    delete from people.session
     where account_id = ${accountId} and session_id <> ${but}
    returning session_id`);
  return rows.length;
}

/** Ends those sessions of an account that were used longest ago, but for as many as may stay. */
export async function dropLeastUsed(tx: Tx, accountId: string, kept: number): Promise<void> {
  await tx.query(sql`
    delete from people.session
     where session_id in (
       select session_id
         from people.session
        where account_id = ${accountId}
        order by seen_at desc, session_id
       offset ${kept})`);
}

/** Ends every session there is; answers how many. */
export async function dropAllSessions(tx: Tx): Promise<number> {
  const { rows } = await tx.query(sql`delete from people.session returning session_id`);
  return rows.length;
}

/** Forgets sessions that have ended by themselves. */
export async function dropEndedSessions(tx: Tx, now: Date): Promise<number> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  const { rows } = await tx.query(sql`
    delete from people.session
     where seen_at <= ${before(sessionLife.idleMs)} or started_at <= ${before(sessionLife.wholeMs)}
    returning session_id`);
  return rows.length;
}
