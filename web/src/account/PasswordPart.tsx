import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnActs } from "../api/account.ts";
import { clockText } from "../app/instant.ts";
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
  const { t } = useTranslation(["account", "session"]);
  const { changePassword } = useOwnActs();
  const [typed, setTyped] = useState(empty);
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part });
  const differs = typed.repeat !== "" && typed.repeat !== typed.newPassword;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { oldPassword, newPassword, repeat } = typed;
    if (newPassword !== repeat) return;
    changePassword.mutate({ oldPassword, newPassword }, { onSuccess: () => setTyped(empty) });
  };
  const secret = { type: "password", required: true } as const;
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        {...secret}
        label={t("account:oldPassword")}
        autoComplete="current-password"
        value={typed.oldPassword}
        change={(oldPassword) => change({ oldPassword })}
      />
      <TextField
        {...secret}
        label={t("session:newPassword")}
        hint={t("session:newPasswordHint")}
        autoComplete="new-password"
        value={typed.newPassword}
        change={(newPassword) => change({ newPassword })}
      />
      <TextField
        {...secret}
        label={t("session:repeat")}
        error={differs ? t("session:differs") : undefined}
        autoComplete="new-password"
        value={typed.repeat}
        change={(repeat) => change({ repeat })}
      />
      <Refused error={changePassword.error} />
      <p className="acts" role="status">
        <button className="btn" disabled={changePassword.isPending || differs}>
          {changePassword.isPending ? t("account:changing") : t("account:changePassword")}
        </button>
        {changePassword.isSuccess && <span className="small">{t("account:changed")}</span>}
      </p>
    </form>
  );
}
