import { useTranslation } from "react-i18next";
import type { Asking } from "./useAsking.ts";

/** No question is left: says what the rest waits for, and lets skipped ones be asked again. */
export function AskDone({ asking }: { asking: Asking }) {
  const { t } = useTranslation("ask");
  return (
    <div>
      <p className="q">{t("allAsked")}</p>
      <p className="small muted">
        {asking.skipped > 0 ? t("skippedNote", { count: asking.skipped }) : t("allAskedText")}
      </p>
      {asking.skipped > 0 && (
        <button type="button" className="btn plain" onClick={asking.askSkippedAgain}>
          {t("askAgain")}
        </button>
      )}
    </div>
  );
}
