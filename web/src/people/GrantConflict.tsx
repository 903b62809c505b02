import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { type GrantLine } from "../api/people.ts";
import { useRights } from "../app/useRights.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { differencesOf } from "./conflict.ts";
import type { GrantDraft } from "./GrantFields.tsx";

type Props = {
  opened: GrantLine;
  now: GrantLine | undefined;
  draft: GrantDraft;
  leave: () => void;
  sendMine: (() => void) | undefined;
};

const valuesOf = ({ role, scope }: GrantDraft): GrantDraft => ({ role, scope });

/** What became of a role while it was being changed here. */
export function GrantConflict({ opened, now, draft, leave, sendMine }: Props) {
  const { t } = useTranslation("people");
  const { roleName } = useRights();
  const nameOf = useOrganisationName();
  const differences = now ? differencesOf(valuesOf(opened), valuesOf(now), valuesOf(draft)) : [];
  return (
    <ConflictNotice
      differences={differences}
      labelOf={(field) => t(field === "role" ? "fields.role" : "fields.scope")}
      say={(field, value) => (field === "role" ? roleName(value) : nameOf(value))}
      takeTheirs={leave}
      sendMine={sendMine}
    />
  );
}
