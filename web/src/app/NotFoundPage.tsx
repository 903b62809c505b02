import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../states/Empty.tsx";
import { useTitle } from "./useTitle.ts";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  useTitle(t("titles.notFound"));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{t("notFoundTitle")}</h1>
      <Empty
        title={t("titles.notFound")}
        next={
          <Link className="btn" to="/" search={{}}>
            {t("back")}
          </Link>
        }
      >
        {t("notFoundText")}
      </Empty>
    </main>
  );
}
