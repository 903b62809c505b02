import { useTranslation } from "react-i18next";
import type { AccountLine } from "../api/people.ts";

/** Whether an account may be used: solid where it may, cut through where it is disabled. */
export function AccountState({ account }: { account: AccountLine }) {
  const { t } = useTranslation("people");
  const isOpen = account.disabledAt === null;
  return (
    <span className="standing-mark">
      <i className={isOpen ? "mk yes" : "mk stop"} aria-hidden="true" />
      {isOpen ? t("states.open") : t("states.disabled")}
      {account.demonstration && <small className="faint">{t("states.demonstration")}</small>}
    </span>
  );
}
