import { useTranslation } from "react-i18next";

/** Officials sign; the system only prepares. */
export function Sign() {
  const { t } = useTranslation("report");
  return (
    <div className="sign">
      <div>{t("sign.prepared")}</div>
      <div>{t("sign.reviewed")}</div>
      <div>{t("sign.signedOn")}</div>
    </div>
  );
}
