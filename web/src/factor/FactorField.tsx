import { useTranslation } from "react-i18next";
import { TextField } from "../forms/TextField.tsx";

type Props = {
  code: string;
  change: (code: string) => void;
  /** Whether the app alone serves, as while it is set up; else a spare code does too. */
  isAppOnly?: boolean;
};

/** Where the code of an app is typed; it is ready, unless the app has to be set up first. */
export function FactorField({ code, change, isAppOnly = false }: Props) {
  const { t } = useTranslation("factor");
  return (
    <TextField
      label={t(isAppOnly ? "appCode" : "code")}
      hint={t(isAppOnly ? "appCodeHint" : "codeHint")}
      value={code}
      change={change}
      inputMode={isAppOnly ? "numeric" : "text"}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
      autoFocus={!isAppOnly}
      required
    />
  );
}
