import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../api/session.ts";
import { FactorStep } from "../factor/FactorStep.tsx";
import { useFactorStep } from "../factor/useFactorStep.ts";
import { SignInNameField } from "../forms/SignInNameField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { NotEntered } from "./NotEntered.tsx";
import { useDelay } from "./useDelay.ts";

type Props = { name: string; changeName: (name: string) => void };

/** In by name and password, and by a code of an app where the account has a second factor. */
export function PasswordForm({ name, changeName }: Props) {
  const { t } = useTranslation("session");
  const { byPassword } = useSignIn();
  const [password, setPassword] = useState("");
  const step = useFactorStep();
  const waits = useDelay(byPassword.error);
  const forget = () => setPassword("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const body = { signInName: name, password, ...step.sent };
    byPassword.mutate(body, { onError: (error) => step.hear(error) || forget() });
  };
  const leave = () => {
    step.leave();
    forget();
    byPassword.reset();
  };
  return (
    <form className="form" onSubmit={submit}>
      {step.isAsked ? (
        <FactorStep step={step} name={name} leave={leave} />
      ) : (
        <PasswordFields {...{ name, changeName, password, change: setPassword }} />
      )}
      <NotEntered error={byPassword.error} waits={waits} />
      <button className="btn do lg" disabled={byPassword.isPending || waits > 0}>
        {byPassword.isPending ? t("entering") : t("enter")}
      </button>
    </form>
  );
}

type FieldProps = Props & { password: string; change: (password: string) => void };

function PasswordFields({ name, changeName, password, change }: FieldProps) {
  const { t } = useTranslation("session");
  return (
    <>
      <SignInNameField name={name} changeName={changeName} autoFocus />
      <TextField
        label={t("password")}
        type="password"
        value={password}
        change={change}
        autoComplete="current-password"
        required
      />
    </>
  );
}
