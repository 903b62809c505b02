import { useTranslation } from "react-i18next";
import { TextField } from "./TextField.tsx";

export type TypedPassword = { newPassword: string; repeat: string };

export const differs = ({ newPassword, repeat }: TypedPassword): boolean =>
  repeat !== "" && repeat !== newPassword;

type Props = { typed: TypedPassword; change: (part: Partial<TypedPassword>) => void };

/** A new password, typed twice because nobody sees it. */
export function NewPassword({ typed, change }: Props) {
  const { t } = useTranslation("session");
  const secret = { type: "password", autoComplete: "new-password", required: true } as const;
  return (
    <>
      <TextField
        {...secret}
        label={t("newPassword")}
        hint={t("newPasswordHint")}
        value={typed.newPassword}
        change={(newPassword) => change({ newPassword })}
      />
      <TextField
        {...secret}
        label={t("repeat")}
        error={differs(typed) ? t("differs") : undefined}
        value={typed.repeat}
        change={(repeat) => change({ repeat })}
      />
    </>
  );
}
