import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Bilingual } from "../../base/message.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { Organisation, OrganisationBody } from "../contract/organisation.ts";
import { decideClosing, decideOrganisation } from "../model/organisation.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { decideVersion } from "../model/version.ts";
import {
  appendOrganisations,
  countInUse,
  findOrganisation,
  lockOrganisation,
  putOrganisation,
} from "../store/organisations.ts";

type Made<Value> = Promise<Decision<Value, RightsRefusal>>;

export async function readOrganisation(tx: Tx, path: string): Made<Organisation> {
  const found = await findOrganisation(tx, path);
  return found ? accept(found) : refuse({ code: "organisation_missing", path });
}

/** Creates an organisation below another, which is locked: it cannot be closed meanwhile. */
export async function createOrganisation(
  tx: Tx,
  body: OrganisationBody,
  now: Date,
): Made<Organisation> {
  const decided = decideOrganisation(body, await lockOrganisation(tx, body.parent));
  if (!decided.ok) return decided;
  const made = decided.value;
  if ((await appendOrganisations(tx, [made], now)).length === 0) {
    return refuse({ code: "organisation_exists", path: made.path });
  }
  await tellChange(tx, made.path);
  return accept(made);
}

type Edit = { readonly path: string; readonly version: number };

/** Gives an organisation another name. */
export async function renameOrganisation(
  tx: Tx,
  { path, version }: Edit,
  title: Bilingual,
): Made<Organisation> {
  const found = await lockEdited(tx, { path, version });
  if (!found.ok) return found;
  const { closedAt } = found.value;
  if (closedAt !== null) return refuse({ code: "organisation_closed", path });
  await putOrganisation(tx, { path, title, closedAt });
  await tellChange(tx, path);
  return readOrganisation(tx, path);
}

/** Closes an organisation on which nothing rests any more. */
export async function closeOrganisation(
  tx: Tx,
  { path, version }: Edit,
  now: Date,
): Made<Organisation> {
  const found = await lockEdited(tx, { path, version });
  if (!found.ok) return found;
  const inUse = await withoutWall(tx, "people.organisation", (all) => countInUse(all, path));
  const decided = decideClosing(found.value, inUse);
  if (!decided.ok) return decided;
  await putOrganisation(tx, { ...found.value, closedAt: now.toISOString() });
  await tellChange(tx, path);
  return readOrganisation(tx, path);
}

async function lockEdited(tx: Tx, { path, version }: Edit): Made<Organisation> {
  const found = await lockOrganisation(tx, path);
  if (!found) return refuse({ code: "organisation_missing", path });
  const same = decideVersion(found, version);
  return same.ok ? accept(found) : same;
}

const tellChange = (tx: Tx, path: string): Promise<void> =>
  appendEvent(tx, { room: "people", kind: "organisation_changed", subject: path });

/** An organisation that a pack states. */
export type StatedOrganisation = Pick<Organisation, "path" | "parent" | "kind" | "title">;

/**
 * Puts what a pack states into the tree, parents first; what stands there already stays as it is,
 * because people may have renamed it. Answers how many are new.
 */
export async function seedOrganisations(
  tx: Tx,
  stated: readonly StatedOrganisation[],
  now: Date,
): Promise<number> {
  return (await appendOrganisations(tx, stated, now)).length;
}
