import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Organisation, OrganisationBody, OrganisationKind } from "../contract/organisation.ts";
import type { RightsRefusal } from "./rights-refusals.ts";

/** Under what each kind may stand; the city alone is a root. */
const parents: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  city: [],
  district: ["city"],
  subdistrict: ["district"],
  community: ["subdistrict"],
  department: ["city", "district", "subdistrict"],
  company: ["city", "district", "subdistrict", "community"],
};

/** A new organisation under an existing one; its path is for ever. */
export function decideOrganisation(
  body: OrganisationBody,
  parent: Organisation | undefined,
): Decision<Organisation, RightsRefusal> {
  if (!parent) return refuse({ code: "organisation_missing", path: body.parent });
  if (parent.closedAt !== null) return refuse({ code: "organisation_closed", path: parent.path });
  const { kind, title } = body;
  if (!parents[kind].includes(parent.kind)) {
    return refuse({ code: "organisation_misplaced", kind, parent: parent.kind });
  }
  const path = `${parent.path}.${body.code}`;
  return accept({ path, parent: parent.path, kind, title, version: 1, closedAt: null });
}

/** What still rests on an organisation: as long as there is any of it, it is not closed. */
export type InUse = { readonly organisations: number; readonly grants: number };

export function decideClosing(
  { path, closedAt }: Organisation,
  { organisations, grants }: InUse,
): Decision<null, RightsRefusal> {
  if (closedAt !== null) return refuse({ code: "organisation_closed", path });
  return organisations + grants > 0
    ? refuse({ code: "organisation_in_use", path, organisations, grants })
    : accept(null);
}
