import type { Actor, Grant } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { AccountChange } from "../contract/account.ts";
import type { AccountRefusal } from "./account-refusals.ts";
import { covers, isWhole } from "./scope.ts";

/** Somebody who may sign in. */
export type Account = {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  readonly email: string | null;
  /** The path of the organisation; null where nobody has placed the account yet. */
  readonly organisation: string | null;
  /** The kind of user that it shows in a synthetic city. */
  readonly demonstration: string | null;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly version: number;
};

/** Letters without case or in lower case, digits, and . _ - @ between them. */
const signInNameForm = /^[\p{Ll}\p{Lo}\p{Nd}][\p{Ll}\p{Lo}\p{Nd}._@-]{1,99}$/u;

/** One way to write a sign-in name: who types it in full width or in capitals means the same. */
export const normalSignInName = (typed: string): string =>
  typed.normalize("NFKC").trim().toLowerCase();

export function decideSignInName(typed: string): Decision<string, AccountRefusal> {
  const name = normalSignInName(typed);
  return signInNameForm.test(name) ? accept(name) : refuse({ code: "sign_in_name_invalid" });
}

/**
 * Whether the one who asks administers all that an account may: whoever could recover or disable
 * an account that holds more would rise above their own scope.
 */
export function isWithinReach(actor: Actor, held: readonly Grant[]): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  const scopes = actor.grants.filter(({ role }) => role === "administrator");
  return held.every((grant) => scopes.some(({ scope }) => covers(scope, grant.scope)));
}

/** Whether the one who asks administers an organisation, or all accounts that have no place. */
export function administers(actor: Actor, organisation: string | null): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  const scopes = actor.grants.filter(({ role }) => role === "administrator");
  return scopes.some(({ scope }) =>
    organisation === null ? isWhole(scope) : covers(scope, organisation),
  );
}

export type ChangeOrder = {
  readonly actor: Actor;
  readonly account: Account;
  /** What the account may act as, wherever. */
  readonly held: readonly Grant[];
  readonly change: AccountChange;
  readonly now: Date;
};

/** Decides what an administrator's change makes of an account. */
export function decideChange(order: ChangeOrder): Decision<Account, AccountRefusal> {
  const { actor, account, held, change, now } = order;
  if (account.version !== change.version) {
    return refuse({ code: "account_changed", version: account.version });
  }
  if (!isWithinReach(actor, held) || !administers(actor, account.organisation)) {
    return refuse({ code: "account_beyond_reach" });
  }
  const { organisation = account.organisation, disabled } = change;
  if (organisation !== account.organisation && !administers(actor, organisation)) {
    return refuse({ code: "account_beyond_reach" });
  }
  const isOwn = actor.kind === "account" && actor.id === account.id;
  if (disabled && isOwn) return refuse({ code: "account_is_own" });
  const disabledAt = disabled ? (account.disabledAt ?? now.toISOString()) : null;
  return accept({
    ...account,
    name: change.name?.trim() ?? account.name,
    email: change.email === undefined ? account.email : change.email,
    organisation,
    disabledAt: disabled === undefined ? account.disabledAt : disabledAt,
  });
}
