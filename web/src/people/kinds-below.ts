import type { OrganisationKind } from "../api/organisations.ts";

/** What the form offers below an organisation of each kind; the server decides. */
const below: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  city: ["district", "department", "company"],
  district: ["subdistrict", "department", "company"],
  subdistrict: ["community", "department", "company"],
  community: ["company"],
  department: [],
  company: [],
};

export const kindsBelow = (kind: OrganisationKind): readonly OrganisationKind[] => below[kind];
