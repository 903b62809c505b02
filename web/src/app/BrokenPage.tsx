import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../states/ProblemNotice.tsx";

/** What stands in place of a page that could not be drawn. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{t("brokenTitle")}</h1>
      <ProblemNotice error={error} retry={() => location.reload()} />
    </main>
  );
}
