import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNavigation } from "./useNavigation.ts";

/** The navigation of a phone, under the thumb. */
export function TabBar() {
  const { t } = useTranslation("shell");
  const pages = useNavigation();
  return (
    <nav className="tabs" aria-label={t("mainNavigation")}>
      {pages.map(({ to, key, isWithin }) => (
        <Link
          key={to}
          to={to}
          aria-current={isWithin ? "page" : undefined}
          activeOptions={{ exact: to === "/", includeSearch: false }}
        >
          {t(`pages.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
