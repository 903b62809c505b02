import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { GrantBody, GrantChange, GrantLine } from "../contract/grant.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { may } from "../model/rights.ts";
import { isWhole } from "../model/scope.ts";
import { decideVersion } from "../model/version.ts";
import {
  appendGrant,
  findGrant,
  hasAccount,
  lockAdministrators,
  lockGrant,
  putGrant,
  withdrawGrant,
} from "../store/grants.ts";
import { lockOrganisation } from "../store/organisations.ts";

type Made<Value> = Promise<Decision<Value, RightsRefusal>>;

export async function readGrant(tx: Tx, id: string): Made<GrantLine> {
  const found = await findGrant(tx, id);
  return found ? accept(found) : refuse({ code: "grant_missing", id });
}

/** Gives a role: to an account that exists, in an organisation that is not closed meanwhile. */
export async function giveGrant(tx: Tx, body: GrantBody, now: Date): Made<GrantLine> {
  const { account, role, scope } = body;
  const place = await lockScope(tx, scope);
  if (!place.ok) return place;
  const isThere = await withoutWall(tx, "people.grant", (all) => hasAccount(all, account));
  if (!isThere) return refuse({ code: "account_missing", id: account });
  const grantedBy = tx.actor.kind === "account" ? tx.actor.id : null;
  const grant = { id: randomUUID(), account, role, scope, grantedBy, grantedAt: now.toISOString() };
  if (!(await appendGrant(tx, grant))) {
    return refuse({ code: "grant_exists", account, role, scope });
  }
  await tellChange(tx, account);
  return accept({ ...grant, version: 1 });
}

type Edit = { readonly id: string; readonly version: number };

/** Makes another role, or another scope, of a grant: both ends must be the actor's to give. */
export async function changeGrant(tx: Tx, edit: Edit, change: GrantChange): Made<GrantLine> {
  const { role, scope } = change;
  if (!may(tx.actor, "create", { kind: "grant", scope })) {
    const act = "create";
    return refuse({ code: "not_allowed", act, kind: "grant", id: edit.id, signedIn: true });
  }
  const place = await lockScope(tx, scope);
  if (!place.ok) return place;
  const found = await lockEdited(tx, edit);
  if (!found.ok) return found;
  const grant = found.value;
  const stays = role === "administrator" && isWhole(scope) ? accept(null) : await spare(tx, grant);
  if (!stays.ok) return stays;
  if (!(await putGrant(tx, grant, change))) {
    return refuse({ code: "grant_exists", account: grant.account, role, scope });
  }
  await tellChange(tx, grant.account);
  return readGrant(tx, edit.id);
}

/** Takes a role away: it ends with the next request of its holder. */
export async function takeGrant(tx: Tx, edit: Edit, now: Date): Made<GrantLine> {
  const found = await lockEdited(tx, edit);
  if (!found.ok) return found;
  const stays = await spare(tx, found.value);
  if (!stays.ok) return stays;
  await withdrawGrant(tx, edit.id, now);
  await tellChange(tx, found.value.account);
  return found;
}

async function lockScope(tx: Tx, path: string): Made<null> {
  const found = await withoutWall(tx, "people.grant", (all) => lockOrganisation(all, path));
  if (!found) return refuse({ code: "organisation_missing", path });
  return found.closedAt === null ? accept(null) : refuse({ code: "organisation_closed", path });
}

async function lockEdited(tx: Tx, { id, version }: Edit): Made<GrantLine> {
  const found = await lockGrant(tx, id);
  if (!found) return refuse({ code: "grant_missing", id });
  const same = decideVersion(found, version);
  return same.ok ? accept(found) : same;
}

/** Refuses where the city would be left without anybody who can give roles. */
async function spare(tx: Tx, { id, role, scope }: GrantLine): Made<null> {
  if (role !== "administrator" || !isWhole(scope)) return accept(null);
  const all = await withoutWall(tx, "people.grant", lockAdministrators);
  const others = all.filter((held) => held.id !== id);
  return others.length > 0 ? accept(null) : refuse({ code: "last_administrator", scope });
}

/**
 * Refuses where an account is the last that administers the whole city: it can then be neither
 * disabled nor closed. The lock holds until the transaction ends.
 */
export async function spareLastAdministrator(tx: Tx, accountId: string): Made<null> {
  const all = await withoutWall(tx, "people.grant", lockAdministrators);
  const isLast = all.length > 0 && all.every(({ account }) => account === accountId);
  return isLast ? refuse({ code: "last_administrator", scope: "" }) : accept(null);
}

const tellChange = (tx: Tx, account: string): Promise<void> =>
  appendEvent(tx, { room: "people", kind: "grants_changed", subject: account });
