import { randomUUID } from "node:crypto";
import { invariant } from "../../base/invariant.ts";
import type { Tx } from "../../store/db.ts";
import { roles, type Role } from "../contract/grant.ts";
import { rightsWordsZh } from "../messages.zh.ts";
import { appendAccount, listDemonstrations } from "../store/accounts.ts";
import { listOrganisations } from "../store/organisations.ts";
import { giveGrant } from "./grants.ts";

/** Who looks after the whole city; the other kinds of user are shown in one of its districts. */
const cityWide: readonly Role[] = ["administrator", "auditor", "integrator"];

/** Whether every kind of user is shown already. */
export async function hasDemonstrations(tx: Tx): Promise<boolean> {
  const shown = new Set((await listDemonstrations(tx)).map(({ role }) => role));
  return roles.every((role) => shown.has(role));
}

/**
 * Adds one account for each kind of user, without a password: nobody gets in by guessing. Answers
 * how many were added; none where there is no tree of organisations to place them in.
 */
export async function addDemonstrations(tx: Tx, now: Date): Promise<number> {
  const tree = await listOrganisations(tx, {});
  const city = tree.find(({ parent }) => parent === null);
  if (!city) return 0;
  const district = tree.find(({ kind, parent }) => kind === "district" && parent === city.path);
  let added = 0;
  for (const role of roles) {
    const scope = cityWide.includes(role) ? city.path : (district ?? city).path;
    if (await addDemonstration(tx, { role, scope, now })) added += 1;
  }
  return added;
}

/** Adds the account that shows one kind of user; false where it is there already. */
async function addDemonstration(
  tx: Tx,
  { role, scope, now }: { role: Role; scope: string; now: Date },
): Promise<boolean> {
  const id = randomUUID();
  const added = await appendAccount(tx, {
    ...{ id, email: null, organisation: scope, demonstration: role, disabledAt: null, version: 1 },
    signInName: `demo-${role.replaceAll("_", "-")}`,
    name: `${rightsWordsZh.holders[role]}（演示）`,
    createdAt: now.toISOString(),
  });
  if (!added) return false;
  const given = await giveGrant(tx, { account: id, role, scope }, now);
  invariant(given.ok, "a fresh account takes a role in an organisation that is open");
  return true;
}
