import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { settings } from "../app/settings.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

/** Both languages come with the page: switching needs no request and loses nothing. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh, en },
    lng: settings.read().locale,
    fallbackLng: "zh",
    defaultNS: "shell",
    ns: Object.keys(zh),
    interpolation: { escapeValue: false },
  });
  settings.subscribe(() => {
    const { locale } = settings.read();
    if (i18next.language !== locale) void i18next.changeLanguage(locale);
  });
}
