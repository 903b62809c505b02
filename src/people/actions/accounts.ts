import { randomUUID } from "node:crypto";
import type { Actor } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type {
  AccountBody,
  AccountChange,
  AccountLine,
  AccountPage,
  AccountQuery,
  AccountReceipt,
  KnownAs,
  RecoveryCode,
} from "../contract.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { decideChange, decideSignInName, isWithinReach, type Account } from "../model/account.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { isLive } from "../model/session.ts";
import {
  appendAccount,
  findAccount,
  findOrganisationNames,
  lineOf,
  listAccounts,
  lockAccount,
  putAccount,
} from "../store/accounts.ts";
import { countAudit } from "../store/audit-count.ts";
import { findFactor, type KeptFactor } from "../store/factors.ts";
import { grantsOf } from "../store/held-grants.ts";
import { dropIdentity, listIdentities, putIdentity } from "../store/identities.ts";
import { findSecrets, putRecoveryCode } from "../store/secrets.ts";
import { listSessions } from "../store/sessions.ts";
import { visibleTo } from "../store/visible.ts";
import { sql } from "../../store/sql.ts";
import { spareLastAdministrator } from "./grants.ts";
import { newRecoveryCode, recoveryCodeSha256 } from "./secrets.ts";
import { endSessions } from "./session.ts";

/** Where identities come from, and when something is done. */
export type Setting = { readonly issuer: string | undefined; readonly now: Date };

const recoveryMs = 24 * 3_600_000;
const usualLimit = 50;

type Refused = AccountRefusal | RightsRefusal;

/** Where an account belongs and whose it is, for whoever asks about rights. */
export async function locateAccount(
  tx: Tx,
  id: string,
): Promise<Decision<{ scope?: string; owners: string[] }, Refused>> {
  const account = await findAccount(tx, id);
  if (!account) return refuse({ code: "account_missing", id });
  const { organisation } = account;
  return accept({ owners: [id], ...(organisation === null ? {} : { scope: organisation }) });
}

/** The accounts that the one who asks may see, by sign-in name. */
export async function pageAccounts(
  tx: Tx,
  actor: Actor,
  { after = "", find = "", under, limit = usualLimit }: AccountQuery,
): Promise<AccountPage> {
  const columns = {
    scope: sql`account.organisation`,
    owners: [sql`account.account_id`],
  };
  const visible = visibleTo(actor, "account", columns);
  const found = await listAccounts(tx, visible, { after, find, under, limit: limit + 1 });
  const accounts = found.slice(0, limit).map(lineOf);
  const last = accounts.at(-1)?.signInName ?? null;
  return { accounts, next: found.length > limit ? last : null };
}

export async function readAccount(tx: Tx, id: string): Promise<Decision<AccountLine, Refused>> {
  const account = await findAccount(tx, id);
  return account ? accept(lineOf(account)) : refuse({ code: "account_missing", id });
}

/** Makes an account, and the code by which its owner sets the first password. */
export async function createAccount(
  tx: Tx,
  body: AccountBody,
  { issuer, now }: Setting,
): Promise<Decision<AccountReceipt, Refused>> {
  const signInName = decideSignInName(body.signInName);
  if (!signInName.ok) return signInName;
  if (!(await findOrganisationNames(tx, body.organisation))) {
    return refuse({ code: "organisation_missing", path: body.organisation });
  }
  const account: Account = {
    id: randomUUID(),
    signInName: signInName.value,
    name: body.name.trim(),
    email: body.email ?? null,
    organisation: body.organisation,
    demonstration: null,
    createdAt: now.toISOString(),
    disabledAt: null,
    version: 1,
  };
  if (!(await appendAccount(tx, account))) {
    return refuse({ code: "sign_in_name_taken", signInName: account.signInName });
  }
  const linked = await linkSubject(tx, account.id, { subject: body.subject, issuer, now });
  if (!linked.ok) return linked;
  const recovery = await issueCode(tx, account.id, now);
  return accept({ account: lineOf(account), recovery });
}

type Link = Setting & { readonly subject: string | null | undefined };

/** Links an account to a subject, or takes the link away; says nothing where nothing was said. */
async function linkSubject(
  tx: Tx,
  id: string,
  { subject, issuer, now }: Link,
): Promise<Decision<null, Refused>> {
  if (subject === undefined) return accept(null);
  if (issuer === undefined) return subject === null ? accept(null) : refuse({ code: "oidc_off" });
  const at = now.toISOString();
  return withoutWall(tx, "people.identities", async (inner) => {
    if (subject === null) await dropIdentity(inner, id, issuer);
    else if (!(await putIdentity(inner, id, { issuer, subject, at }))) {
      return refuse({ code: "identity_taken" });
    }
    return accept(null);
  });
}

/** A code in place of an earlier one; only its hash stays here. */
async function issueCode(tx: Tx, id: string, now: Date): Promise<RecoveryCode> {
  const code = newRecoveryCode();
  const until = new Date(now.getTime() + recoveryMs).toISOString();
  const kept = { sha256: recoveryCodeSha256(code), at: now.toISOString(), until };
  await withoutWall(tx, "people.secrets", (inner) => putRecoveryCode(inner, id, kept));
  return { code, until };
}

/** Changes, disables or enables an account; all its sessions end where it is disabled. */
export async function changeAccount(
  tx: Tx,
  id: string,
  order: { actor: Actor; change: AccountChange; setting: Setting },
): Promise<Decision<AccountLine, Refused>> {
  const { actor, change, setting } = order;
  const account = await withoutWall(tx, "people.accounts", (inner) => lockAccount(inner, id));
  if (!account) return refuse({ code: "account_missing", id });
  const held = await withoutWall(tx, "people.grants", (inner) => grantsOf(inner, id, setting.now));
  const decided = decideChange({ actor, account, held, change, now: setting.now });
  if (!decided.ok) return decided;
  const { organisation, disabledAt } = decided.value;
  const spared = disabledAt === null ? accept(null) : await spareLastAdministrator(tx, id);
  if (!spared.ok) return spared;
  if (organisation !== null && !(await findOrganisationNames(tx, organisation))) {
    return refuse({ code: "organisation_missing", path: organisation });
  }
  const linked = await linkSubject(tx, id, { ...setting, subject: change.subject });
  if (!linked.ok) return linked;
  if (disabledAt !== null) await endSessions(tx, id);
  return accept(lineOf(await putAccount(tx, decided.value)));
}

/** Gives an account's owner a way back in: the password stays until the code is used. */
export async function recoverAccount(
  tx: Tx,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Decision<RecoveryCode, Refused>> {
  if (actor.kind === "account" && actor.id === id) return refuse({ code: "account_is_own" });
  const held = await withoutWall(tx, "people.grants", (inner) => grantsOf(inner, id, now));
  if (!isWithinReach(actor, held)) return refuse({ code: "account_beyond_reach" });
  return accept(await issueCode(tx, id, now));
}

/** Ends every session of an account that stays: whoever is in has to sign in anew. */
export async function signOutAccount(
  tx: Tx,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Decision<number, Refused>> {
  if (actor.kind === "account" && actor.id === id) return refuse({ code: "account_is_own" });
  const held = await withoutWall(tx, "people.grants", (inner) => grantsOf(inner, id, now));
  if (!isWithinReach(actor, held)) return refuse({ code: "account_beyond_reach" });
  return accept(await endSessions(tx, id));
}

/** A factor that holds, as its owner sees it. */
const shownFactor = (kept: KeptFactor | undefined): KnownAs["factor"] =>
  kept && kept.confirmedAt !== null
    ? { since: kept.confirmedAt, spareCodes: kept.spareCodes }
    : null;

/** Everything by which an account's owner is known here. */
export async function knownAs(tx: Tx, id: string, now: Date): Promise<Decision<KnownAs, Refused>> {
  const account = await findAccount(tx, id);
  if (!account) return refuse({ code: "account_missing", id });
  const { organisation } = account;
  return accept(
    await withoutWall(tx, "people.own", async (inner) => ({
      account: lineOf(account),
      organisation: organisation
        ? ((await findOrganisationNames(inner, organisation)) ?? null)
        : null,
      grants: await grantsOf(inner, id, now),
      identities: await listIdentities(inner, id),
      passwordSetAt: (await findSecrets(inner, id)).passwordSetAt,
      factor: shownFactor(await findFactor(inner, id)),
      sessions: (await listSessions(inner, id)).filter((session) => isLive(session, now)).length,
      auditRows: await countAudit(inner, id),
    })),
  );
}
