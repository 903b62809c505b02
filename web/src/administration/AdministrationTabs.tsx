import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/session.ts";
import { permittedPages } from "../app/permitted.ts";

/** The pages of administration that this person's roles open. */
export function AdministrationTabs({ session }: { session: SignedIn }) {
  const { t } = useTranslation("people");
  return (
    <nav className="subnav" aria-label={t("tabsLabel")}>
      {permittedPages(session.grants).map(({ to, key }) => (
        <Link key={key} to={to} activeOptions={{ includeSearch: false }}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
