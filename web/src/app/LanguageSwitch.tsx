import { useTranslation } from "react-i18next";
import { settings, useSettings } from "./settings.ts";

/** Names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation("shell");
  const { locale } = useSettings();
  const other = locale === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="switch"
      lang={other === "en" ? "en" : "zh-CN"}
      onClick={() => settings.change({ locale: other })}
    >
      {t("otherLanguage")}
    </button>
  );
}
