import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { importPage, isPermitted } from "../../app/permitted.ts";

/** From the legend to where layers are filled, for those who keep them. */
export function KeepersLinks() {
  const { t } = useTranslation("people");
  const session = useSession();
  if (!isPermitted(importPage, session.data?.grants ?? [])) return null;
  return (
    <p className="small src">
      <Link to="/map/import">{t("tabs.imports")}</Link>
      {" · "}
      <Link to="/map/changes">{t("tabs.changes")}</Link>
    </p>
  );
}
