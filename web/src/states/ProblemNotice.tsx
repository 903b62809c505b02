import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "./useProblemText.ts";

type Props = { error: unknown; retry?: () => void; children?: ReactNode };

/** The second state: what happened, what did not, what to do now, and the code to tell others. */
export function ProblemNotice({ error, retry, children }: Props) {
  const { t } = useTranslation("shell");
  const { code, sentence, details } = useProblemText()(error);
  return (
    <section className="notice" role="alert">
      <h2>
        <i className="mk stop" aria-hidden="true" /> {t("failedTitle")}
      </h2>
      <p>{sentence ?? t("brokenText")}</p>
      {details.length > 0 && (
        <ul className="notice-list">
          {details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="acts">
        {retry && (
          <button type="button" className="btn" onClick={retry}>
            {t("retry")}
          </button>
        )}
        {children}
      </p>
      <p className="small faint">{t("problemCode", { code })}</p>
    </section>
  );
}
