import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../api/session.ts";
import { differs, NewPassword } from "../forms/NewPassword.tsx";
import { SignInNameField } from "../forms/SignInNameField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { NotEntered } from "./NotEntered.tsx";
import { useDelay } from "./useDelay.ts";

type Props = { name: string; changeName: (name: string) => void };

const empty = { code: "", newPassword: "", repeat: "" };

/** In by a one-time code: it serves to set a password, so nobody goes on without one. */
export function CodeForm({ name, changeName }: Props) {
  const { t } = useTranslation("session");
  const { byCode } = useSignIn();
  const [typed, setTyped] = useState(empty);
  const waits = useDelay(byCode.error);
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { code, newPassword, repeat } = typed;
    if (newPassword !== repeat) return;
    byCode.mutate({ signInName: name, code: code.trim(), newPassword });
  };
  return (
    <form className="form" onSubmit={submit}>
      <SignInNameField name={name} changeName={changeName} />
      <TextField
        label={t("code")}
        value={typed.code}
        change={(code) => change({ code })}
        autoComplete="one-time-code"
        spellCheck={false}
        required
      />
      <NewPassword typed={typed} change={change} />
      <NotEntered error={byCode.error} waits={waits} />
      <button className="btn do lg" disabled={byCode.isPending || waits > 0 || differs(typed)}>
        {byCode.isPending ? t("setting") : t("setPassword")}
      </button>
    </form>
  );
}
