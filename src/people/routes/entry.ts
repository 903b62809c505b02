import type { FastifyReply, FastifyRequest } from "fastify";
import { system } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Db, Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { RecoveryBody, SignInBody } from "../contract/session.ts";
import {
  claimAccount,
  decideNew,
  forgive,
  isCode,
  replacePassword,
  uncount,
  type Claimed,
} from "../actions/password.ts";
import { proveFactor } from "../actions/factor.ts";
import { hashPassword, isPassword, newToken } from "../actions/secrets.ts";
import { openSession, type Opening } from "../actions/session.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { normalSignInName } from "../model/account.ts";
import type { Session, SignInMeans } from "../model/session.ts";
import type { NotAllowed } from "../model/refusals.ts";
import { findSecrets } from "../store/secrets.ts";
import { perform } from "../perform.ts";
import { browserOf, cookieOf, factorPolicyOf, setCookie, type EntryOptions } from "./context.ts";

/** A door: the request that knocks, and what answers it. */
export type Door = {
  readonly db: Db;
  readonly options: EntryOptions;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** The token of the session that was opened; the browser has it in its cookie by then. */
export type Entered = Decision<string, AccountRefusal | NotAllowed>;

type Work = (tx: Tx, opening: Opening) => Promise<Decision<Session, AccountRefusal>>;
export type Entry = {
  readonly accountId: string;
  readonly means: SignInMeans;
  /** Whether a second factor was proved elsewhere; here it is proved in the work itself. */
  readonly isStrong?: boolean;
};

const program = system("people.entry");

/** Opens a session for somebody who has proved who they are, always under a new token. */
export async function enter(door: Door, entry: Entry, open: Work = openSession): Promise<Entered> {
  const { db, options, request, reply } = door;
  const token = newToken();
  const earlier = cookieOf(options, "zhibu_session", request);
  const opening = { ...entry, ...browserOf(request), token, earlier, now: options.clock() };
  const actor = { kind: "account", id: entry.accountId, grants: [] } as const;
  const task = {
    caller: { actor, requestId: request.id },
    act: "open",
    resource: { kind: "session", owners: [entry.accountId] },
    detail: { means: entry.means },
  } as const;
  const opened = await perform(db, task, async (tx, trace) => {
    const session = await withoutWall(tx, "people.entry", (inner) => open(inner, opening));
    if (session.ok) {
      const { id, isStrong } = session.value;
      trace.note({ id, detail: { secondFactor: isStrong } });
    }
    return session;
  });
  if (!opened.ok) return opened;
  setCookie(reply, options, { base: "zhibu_session", value: token });
  return accept(token);
}

/** Refuses an entry, and keeps in the audit trail whose account it was, where it was anybody's. */
export async function turnAway(
  { db, request }: Pick<Door, "db" | "request">,
  account: string | undefined,
  refused: AccountRefusal,
): Promise<Decision<never, AccountRefusal | NotAllowed>> {
  const task = {
    caller: { actor: request.actor, requestId: request.id },
    act: "open",
    resource: { kind: "session" },
    detail: account === undefined ? {} : { account },
  } as const;
  return perform(db, task, async () => refuse(refused));
}

/** Counts an attempt under a name and from an address, and reads what it is held against. */
const claim = async (
  { db, options, request }: Door,
  typed: string,
): Promise<Decision<Claimed, AccountRefusal>> => {
  const trial = { signInName: normalSignInName(typed), address: request.ip };
  return db.transaction(program, (tx) => claimAccount(tx, trial, options.clock()));
};

/**
 * Forgives a name's failures once its owner is in. Who was only asked for the second factor has not
 * failed, and has not got in either: just this attempt is not counted.
 */
async function settle({ db, request }: Door, typed: string, entered: Entered): Promise<Entered> {
  const trial = { signInName: normalSignInName(typed), address: request.ip };
  const isAsked = !entered.ok && unfinished.includes(entered.refusal.code);
  if (entered.ok) await db.transaction(program, (tx) => forgive(tx, trial));
  if (isAsked) await db.transaction(program, (tx) => uncount(tx, trial));
  return entered;
}

/** What is refused of somebody who has proved all that was asked so far. */
const unfinished: readonly string[] = [
  ...["factor_needed", "password_common", "password_made_of_names", "password_too_long"],
  "password_too_short",
];

/** Proves the second factor before the session is opened, where the account has one. */
const withFactor =
  ({ options }: Door, typed: string | undefined, open: Work): Work =>
  async (tx, opening) => {
    const { accountId, now } = opening;
    const { keys } = factorPolicyOf(options);
    const proved = await proveFactor(tx, { accountId, typed, keys, now });
    return proved.ok ? open(tx, { ...opening, isStrong: proved.value }) : proved;
  };

/** Signs in by name and password. Whether the account exists changes neither words nor time. */
export async function signIn(door: Door, body: SignInBody): Promise<Entered> {
  const claimed = await claim(door, body.signInName);
  if (!claimed.ok) return turnAway(door, undefined, claimed.refusal);
  const { account, secrets } = claimed.value;
  const isRight = await isPassword(secrets.passwordHash, body.password);
  if (!account || !isRight || account.disabledAt !== null) {
    return turnAway(door, account?.id, { code: "sign_in_failed" });
  }
  const entry = { accountId: account.id, means: "password" } as const;
  const open: Work = async (tx, opening) => {
    const opened = await openSession(tx, opening);
    const { passwordHash } = await findSecrets(tx, account.id);
    return passwordHash === secrets.passwordHash ? opened : refuse({ code: "sign_in_failed" });
  };
  const entered = await enter(door, entry, withFactor(door, body.factorCode, open));
  return settle(door, body.signInName, entered);
}

/** Sets a password by a one-time code, and signs in with it. */
export async function recover(door: Door, body: RecoveryBody): Promise<Entered> {
  const claimed = await claim(door, body.signInName);
  if (!claimed.ok) return turnAway(door, undefined, claimed.refusal);
  const { account } = claimed.value;
  if (!account || !isCode(claimed.value, body.code, door.options.clock())) {
    return turnAway(door, account?.id, { code: "recovery_code_invalid" });
  }
  const decided = decideNew(body.newPassword, claimed.value);
  if (!decided.ok) {
    return settle(door, body.signInName, await turnAway(door, account.id, decided.refusal));
  }
  const proof = { claimed: claimed.value, hash: await hashPassword(decided.value) };
  const entry = { accountId: account.id, means: "recovery" } as const;
  const replace: Work = (tx, opening) => replacePassword(tx, proof, opening);
  const entered = await enter(door, entry, withFactor(door, body.factorCode, replace));
  return settle(door, body.signInName, entered);
}
