import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../api/session.ts";
import { SignInNameField } from "../forms/SignInNameField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { NotEntered } from "./NotEntered.tsx";
import { useDelay } from "./useDelay.ts";

type Props = { name: string; changeName: (name: string) => void };

/** In by name and password. */
export function PasswordForm({ name, changeName }: Props) {
  const { t } = useTranslation("session");
  const { byPassword } = useSignIn();
  const [password, setPassword] = useState("");
  const waits = useDelay(byPassword.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    byPassword.mutate({ signInName: name, password }, { onError: () => setPassword("") });
  };
  return (
    <form className="form" onSubmit={submit}>
      <SignInNameField name={name} changeName={changeName} autoFocus />
      <TextField
        label={t("password")}
        type="password"
        value={password}
        change={setPassword}
        autoComplete="current-password"
        required
      />
      <NotEntered error={byPassword.error} waits={waits} />
      <button className="btn do lg" disabled={byPassword.isPending || waits > 0}>
        {byPassword.isPending ? t("entering") : t("enter")}
      </button>
    </form>
  );
}
