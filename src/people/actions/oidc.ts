import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { sha256Hex } from "../../store/hash.ts";
import type { Tx } from "../../store/db.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { appendAccount } from "../store/accounts.ts";
import {
  appendLogin,
  findAccountOf,
  putIdentity,
  takeLogin,
  type Identity,
  type OidcLogin,
} from "../store/identities.ts";

const loginMs = 10 * 60_000;

/** Keeps what was asked of the provider, for the browser that asked. */
export function keepLogin(
  tx: Tx,
  browserToken: string,
  { now, ...login }: Omit<OidcLogin, "until"> & { now: Date },
): Promise<void> {
  const until = new Date(now.getTime() + loginMs).toISOString();
  return appendLogin(tx, sha256Hex(browserToken), { ...login, until });
}

/** What was asked by this browser, once and in time: whatever comes of it, it is taken away. */
export async function redeemLogin(
  tx: Tx,
  browserToken: string,
  now: Date,
): Promise<OidcLogin | undefined> {
  const login = await takeLogin(tx, sha256Hex(browserToken));
  return login && now.getTime() < Date.parse(login.until) ? login : undefined;
}

export type Newcomer = Identity & { readonly name: string | undefined; readonly now: Date };

/**
 * The account that is linked to an identity. Where the setting says so, a newcomer gets one: no
 * role, no place and no password, until an administrator sees to it.
 */
export async function accountOf(
  tx: Tx,
  identity: Newcomer,
  unknown: "refuse" | "create",
): Promise<Decision<string, AccountRefusal>> {
  const known = await findAccountOf(tx, identity);
  if (known !== undefined) return accept(known);
  if (unknown === "refuse") return refuse({ code: "oidc_subject_unknown" });
  const id = randomUUID();
  const at = identity.now.toISOString();
  const signInName = `oidc-${id.slice(0, 8)}`;
  const name = (identity.name ?? "").trim().slice(0, 100) || signInName;
  const added = await appendAccount(tx, {
    ...{ id, signInName, name, email: null, organisation: null, demonstration: null },
    ...{ createdAt: at, disabledAt: null, version: 1 },
  });
  const linked = added && (await putIdentity(tx, id, { ...identity, at }));
  return linked ? accept(id) : refuse({ code: "oidc_login_missing" });
}
