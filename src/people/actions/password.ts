import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import type { Account } from "../model/account.ts";
import { decidePassword } from "../model/password.ts";
import type { Session } from "../model/session.ts";
import { findAccount, findAccountByName, findOrganisationNames } from "../store/accounts.ts";
import { forgiveAttempts, uncountAttempt } from "../store/attempts.ts";
import { findSecrets, putPassword, type Secrets } from "../store/secrets.ts";
import { dropSessions } from "../store/sessions.ts";
import { claimAttempt, keysOf, type Trial } from "./attempt.ts";
import { isCommonPassword, isSameSecret, recoveryCodeSha256 } from "./secrets.ts";
import { openSession, type Opening } from "./session.ts";

/** An account as somebody tries to prove it theirs. Nobody's secrets are as good as none. */
export type Claimed = {
  readonly account: Account | undefined;
  readonly secrets: Secrets;
  /** What a password may not be made of. */
  readonly names: readonly string[];
};

/** Counts an attempt and reads what it has to be held against. Nothing is judged here. */
export async function claimAccount(
  tx: Tx,
  trial: Trial,
  now: Date,
): Promise<Decision<Claimed, AccountRefusal>> {
  const claimed = await claimAttempt(tx, trial, now);
  if (!claimed.ok) return claimed;
  return accept(await claimOf(tx, await findAccountByName(tx, trial.signInName)));
}

/** As many looks into the database for nobody's account as for somebody's: time tells nothing. */
async function claimOf(tx: Tx, account: Account | undefined): Promise<Claimed> {
  const secrets = await findSecrets(tx, account?.id ?? "");
  const organisation = await findOrganisationNames(tx, account?.organisation ?? "");
  const names = [account?.signInName, account?.name, organisation?.zh, organisation?.en];
  return { account, secrets, names: names.filter((name) => name !== undefined) };
}

/** The account of whoever is signed in already, with an attempt counted in its name. */
export async function claimOwn(
  tx: Tx,
  { accountId, address }: { accountId: string; address: string },
  now: Date,
): Promise<Decision<Claimed, AccountRefusal>> {
  const account = await findAccount(tx, accountId);
  if (!account) return refuse({ code: "account_missing", id: accountId });
  return claimAccount(tx, { signInName: account.signInName, address }, now);
}

export const forgive = (tx: Tx, trial: Trial): Promise<void> => forgiveAttempts(tx, keysOf(trial));

export const uncount = (tx: Tx, trial: Trial): Promise<void> => uncountAttempt(tx, keysOf(trial));

/** Decides whether a new password may be this account's. */
export const decideNew = (password: string, { names }: Claimed): Decision<string, AccountRefusal> =>
  decidePassword(password, { names, isCommon: isCommonPassword });

/** Whether a code is the account's, unused and in time. */
export function isCode({ account, secrets }: Claimed, typed: string, now: Date): boolean {
  const { codeSha256 = "", codeUntil = "" } = secrets;
  const isRight = isSameSecret(recoveryCodeSha256(typed), codeSha256);
  return isRight && account?.disabledAt === null && now.toISOString() < instantOf(codeUntil);
}

/** One way to write an instant, so that two can be compared as texts. */
const instantOf = (text: string): string => new Date(text).toISOString();

/** What the owner proved, so that it still holds when the password is written. */
export type Proof = { readonly claimed: Claimed; readonly hash: string };

/**
 * Writes a new password, ends all sessions of the account, and begins another for the browser that
 * asked. Where the secret that was proved has changed since, nothing is written.
 */
export async function replacePassword(
  tx: Tx,
  { claimed, hash }: Proof,
  opening: Opening,
): Promise<Decision<Session, AccountRefusal>> {
  const session = await openSession(tx, opening);
  if (!session.ok) return session;
  const { passwordHash, codeSha256 } = await findSecrets(tx, opening.accountId);
  const { secrets } = claimed;
  if (passwordHash !== secrets.passwordHash || codeSha256 !== secrets.codeSha256) {
    return refuse({ code: "sign_in_failed" });
  }
  await putPassword(tx, opening.accountId, { hash, at: opening.now.toISOString() });
  await dropSessions(tx, opening.accountId, session.value.id);
  return session;
}
