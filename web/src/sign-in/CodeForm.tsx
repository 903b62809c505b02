import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../api/session.ts";
import { FactorStep } from "../factor/FactorStep.tsx";
import { useFactorStep } from "../factor/useFactorStep.ts";
import { differs, NewPassword } from "../forms/NewPassword.tsx";
import { SignInNameField } from "../forms/SignInNameField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { NotEntered } from "./NotEntered.tsx";
import { useDelay } from "./useDelay.ts";

type Props = { name: string; changeName: (name: string) => void };

const empty = { code: "", newPassword: "", repeat: "" };
type Typed = typeof empty;

/**
 * In by a one-time code: it serves to set a password, so nobody goes on without one. Where the
 * account has a second factor, the code of an administrator does not go round it.
 */
export function CodeForm({ name, changeName }: Props) {
  const { t } = useTranslation("session");
  const { byCode } = useSignIn();
  const [typed, setTyped] = useState(empty);
  const step = useFactorStep();
  const waits = useDelay(byCode.error);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { code, newPassword, repeat } = typed;
    if (newPassword !== repeat) return;
    const body = { signInName: name, code: code.trim(), newPassword, ...step.sent };
    byCode.mutate(body, { onError: step.hear });
  };
  const leave = () => {
    step.leave();
    byCode.reset();
  };
  return (
    <form className="form" onSubmit={submit}>
      {step.isAsked ? (
        <FactorStep step={step} name={name} leave={leave} />
      ) : (
        <CodeFields {...{ name, changeName, typed, change }} />
      )}
      <NotEntered error={byCode.error} waits={waits} />
      <button className="btn do lg" disabled={byCode.isPending || waits > 0 || differs(typed)}>
        {byCode.isPending ? t("setting") : t("setPassword")}
      </button>
    </form>
  );
}

type FieldProps = Props & { typed: Typed; change: (part: Partial<Typed>) => void };

function CodeFields({ name, changeName, typed, change }: FieldProps) {
  const { t } = useTranslation("session");
  return (
    <>
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
    </>
  );
}
