import { useTranslation } from "react-i18next";
import { TextField } from "./TextField.tsx";

type Props = { name: string; changeName: (name: string) => void; autoFocus?: boolean };

/** One's own sign-in name, as password keepers know the field. */
export function SignInNameField({ name, changeName, autoFocus }: Props) {
  const { t } = useTranslation("session");
  return (
    <TextField
      label={t("signInName")}
      value={name}
      change={changeName}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      required
    />
  );
}
