import { useTranslation } from "react-i18next";
import type { Asking } from "./useAsking.ts";

type Props = { asking: Asking; more: number };

/** A pause or the end: more can be asked, skipped questions again, or nothing is left to ask. */
export function AskDone({ asking, more }: Props) {
  const { t } = useTranslation("ask");
  const note = asking.skipped > 0 ? t("skippedNote", { count: asking.skipped }) : t("allAskedText");
  return (
    <div>
      <p className="q">{more > 0 ? t("pause") : t("allAsked")}</p>
      <p className="small muted">{more > 0 ? t("pauseText", { count: more }) : note}</p>
      <div className="qalt">
        {asking.skipped > 0 && (
          <button type="button" className="btn plain" onClick={asking.askSkippedAgain}>
            {t("askAgain")}
          </button>
        )}
        {more > 0 && (
          <button type="button" className="btn plain" onClick={asking.askMore}>
            {t("askMore")}
          </button>
        )}
      </div>
    </div>
  );
}
