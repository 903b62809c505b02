import { useTranslation } from "react-i18next";
import { settings, useSettings, type Theme } from "./settings.ts";

const after: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

const half = <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />;
const whole = <circle cx="8" cy="8" r="6" fill="currentColor" />;
const fillings: Record<Theme, React.ReactNode> = { system: half, light: null, dark: whole };

/** Steps through system, light and dark; the disc is half, hollow or full. */
export function ThemeSwitch() {
  const { t } = useTranslation("shell");
  const { theme } = useSettings();
  const label = t("theme", { theme: t(`themes.${theme}`) });
  return (
    <button
      type="button"
      className="switch"
      aria-label={label}
      title={label}
      onClick={() => settings.change({ theme: after[theme] })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.3" />
        {fillings[theme]}
      </svg>
    </button>
  );
}
