import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnActs } from "../api/account.ts";
import { clockText } from "../app/instant.ts";
import { differs, NewPassword } from "../forms/NewPassword.tsx";
import { Refused } from "../forms/Refused.tsx";
import { TextField } from "../forms/TextField.tsx";
import { Part } from "./Part.tsx";

const empty = { oldPassword: "", newPassword: "", repeat: "" };

/** The password, for accounts that have one. */
export function PasswordPart({ setAt }: { setAt: string | null }) {
  const { t } = useTranslation("account");
  const meta = setAt === null ? undefined : t("passwordMeta", { at: clockText(setAt) });
  return (
    <Part title={t("password")} meta={meta}>
      {setAt === null ? <p className="nothing muted">{t("passwordNone")}</p> : <PasswordForm />}
    </Part>
  );
}

function PasswordForm() {
  const { t } = useTranslation("account");
  const { changePassword } = useOwnActs();
  const [typed, setTyped] = useState(empty);
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { oldPassword, newPassword, repeat } = typed;
    if (newPassword !== repeat) return;
    changePassword.mutate({ oldPassword, newPassword }, { onSuccess: () => setTyped(empty) });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        type="password"
        required
        label={t("oldPassword")}
        autoComplete="current-password"
        value={typed.oldPassword}
        change={(oldPassword) => change({ oldPassword })}
      />
      <NewPassword typed={typed} change={change} />
      <Refused error={changePassword.error} />
      <p className="acts" role="status">
        <button className="btn" disabled={changePassword.isPending || differs(typed)}>
          {changePassword.isPending ? t("changing") : t("changePassword")}
        </button>
        {changePassword.isSuccess && <span className="small">{t("changed")}</span>}
      </p>
    </form>
  );
}
