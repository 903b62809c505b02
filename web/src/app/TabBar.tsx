import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNavigation } from "./useNavigation.ts";

/** The navigation of a phone, under the thumb. */
export function TabBar() {
  const { t } = useTranslation("shell");
  const pages = useNavigation();
  return (
    <nav className="tabs" aria-label={t("mainNavigation")}>
      {pages.map(({ to, key }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === "/", includeSearch: false }}>
          {t(`pages.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
