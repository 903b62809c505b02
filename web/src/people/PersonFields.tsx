import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/session.ts";
import { administers } from "../app/permitted.ts";
import { ScopeField } from "../forms/ScopeField.tsx";
import { TextField } from "../forms/TextField.tsx";

type Fields = { signInName: string; name: string; organisation: string; email: string };
type FieldsProps = {
  draft: Fields;
  change: (part: Partial<Fields>) => void;
  session: SignedIn;
  isNew?: boolean;
};

/** The fields that a new account and a changed one have in common. */
export function PersonFields({ draft, change, session, isNew = false }: FieldsProps) {
  const { t } = useTranslation("people");
  return (
    <>
      {isNew && (
        <TextField
          label={t("fields.signInName")}
          hint={t("fields.signInNameHint")}
          value={draft.signInName}
          change={(signInName) => change({ signInName })}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
      )}
      <TextField
        label={t("fields.name")}
        value={draft.name}
        change={(name) => change({ name })}
        autoComplete="off"
        required
      />
      <ScopeField
        label={t("fields.organisation")}
        value={draft.organisation}
        change={(organisation) => change({ organisation })}
        mayChoose={(path) => administers(session.grants, path)}
      />
      <TextField
        label={t("fields.email")}
        hint={t("fields.emailHint")}
        type="email"
        autoComplete="off"
        value={draft.email}
        change={(email) => change({ email })}
      />
    </>
  );
}
