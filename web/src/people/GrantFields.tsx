import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/session.ts";
import { administers } from "../app/permitted.ts";
import { roleNames, useRights } from "../app/useRights.ts";
import { ScopeField } from "../forms/ScopeField.tsx";
import { SelectField } from "../forms/SelectField.tsx";

export type GrantDraft = { role: string; scope: string };

type Props = {
  draft: GrantDraft;
  change: (part: Partial<GrantDraft>) => void;
  session: SignedIn;
};

/** A role and over what it is held: one gives only what lies in one's own scope. */
export function GrantFields({ draft, change, session }: Props) {
  const { t } = useTranslation("people");
  const { roleName } = useRights();
  return (
    <div className="pair">
      <SelectField
        label={t("fields.role")}
        value={draft.role}
        choices={roleNames.map((role) => ({ value: role, label: roleName(role) }))}
        change={(role) => change({ role })}
      />
      <ScopeField
        label={t("fields.scope")}
        value={draft.scope}
        change={(scope) => change({ scope })}
        mayChoose={(path) => administers(session.grants, path)}
      />
    </div>
  );
}
