import { randomUUID } from "node:crypto";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { Delegation, DelegationBody, DelegationLine } from "../contract/grant.ts";
import { decideDelegation, decideUntil } from "../model/delegation.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { decideVersion } from "../model/version.ts";
import {
  appendDelegation,
  findDelegation,
  listDelegations,
  lockDelegation,
  namesOf,
  putUntil,
  withdrawDelegation,
} from "../store/delegations.ts";
import { findAccountId } from "../store/grants.ts";
import { findOrganisation } from "../store/organisations.ts";

type Made<Value> = Promise<Decision<Value, RightsRefusal>>;
type Asked = { readonly id: string; readonly now: Date };
type Edit = Asked & { readonly version: number };

export async function readDelegation(tx: Tx, asked: Asked): Made<Delegation> {
  const found = await findDelegation(tx, asked);
  return found ? accept(found) : refuse({ code: "delegation_missing", id: asked.id });
}

/** The delegations that the actor may see, with the names of those who lend and borrow. */
export async function listNamed(tx: Tx, now: Date): Promise<DelegationLine[]> {
  const found = await listDelegations(tx, now);
  const ids = found.flatMap(({ from, to }) => [from, to]);
  const names = await withoutWall(tx, "people.delegation", (all) => namesOf(all, ids));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return found.map((line) => ({
    ...line,
    fromName: nameOf(line.from),
    toName: nameOf(line.to),
  }));
}

/** Lends a role that one holds to another account until an instant. */
export async function delegate(
  tx: Tx,
  body: DelegationBody,
  { from, now }: { readonly from: string; readonly now: Date },
): Made<Delegation> {
  const grants = tx.actor.kind === "account" ? tx.actor.grants : [];
  const { role, scope } = body;
  const until = decideDelegation({ ...body, from, grants, now });
  if (!until.ok) return until;
  const reached = await withoutWall(tx, "people.delegation", (all) => reach(all, body));
  if (!reached.ok) return reached;
  const to = reached.value;
  if (to === from) return refuse({ code: "delegation_to_oneself" });
  const since = now.toISOString();
  const made = { id: randomUUID(), from, to, role, scope, since, until: until.value, version: 1 };
  await appendDelegation(tx, made);
  await tellChange(tx, to);
  return accept(made);
}

/** The account that is lent to, where the organisation and it are there. */
async function reach(tx: Tx, { to: named, scope: path }: DelegationBody): Made<string> {
  const account = await findAccountId(tx, named);
  if (account === undefined) return refuse({ code: "account_missing", id: named });
  const place = await findOrganisation(tx, path);
  if (!place) return refuse({ code: "organisation_missing", path });
  return place.closedAt === null ? accept(account) : refuse({ code: "organisation_closed", path });
}

/** Moves the end of a delegation that has not ended. */
export async function changeUntil(tx: Tx, edit: Edit, text: string): Made<Delegation> {
  const found = await lockEdited(tx, edit);
  if (!found.ok) return found;
  const until = decideUntil(text, edit.now);
  if (!until.ok) return until;
  await putUntil(tx, edit.id, until.value);
  await tellChange(tx, found.value.to);
  return readDelegation(tx, edit);
}

/** Ends a delegation before its time: with the next request of the one who was lent the role. */
export async function withdraw(tx: Tx, edit: Edit): Made<Delegation> {
  const found = await lockEdited(tx, edit);
  if (!found.ok) return found;
  await withdrawDelegation(tx, edit);
  await tellChange(tx, found.value.to);
  return found;
}

async function lockEdited(tx: Tx, edit: Edit): Made<Delegation> {
  const found = await lockDelegation(tx, edit);
  if (!found) return refuse({ code: "delegation_missing", id: edit.id });
  const same = decideVersion(found, edit.version);
  return same.ok ? accept(found) : same;
}

const tellChange = (tx: Tx, account: string): Promise<void> =>
  appendEvent(tx, { room: "people", kind: "grants_changed", subject: account });
