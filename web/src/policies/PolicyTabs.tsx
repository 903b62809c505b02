import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import "../styles/forms.css";

const tabs = [
  { to: "/policies", key: "measures" },
  { to: "/policies/tasks", key: "tasks" },
  { to: "/policies/plan", key: "plan" },
  { to: "/policies/cards", key: "cards" },
  { to: "/policies/tree", key: "tree" },
  { to: "/policies/registers", key: "registers" },
  { to: "/policies/texts", key: "texts" },
] as const;

/** The parts of the law book. */
export function PolicyTabs() {
  const { t } = useTranslation("policies");
  return (
    <nav className="subnav" aria-label={t("tabsLabel")}>
      {tabs.map(({ to, key }) => (
        <Link key={key} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
