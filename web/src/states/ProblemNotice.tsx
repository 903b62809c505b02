import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSettings } from "../app/settings.ts";
import { problemText } from "./problem-text.ts";

type Props = { error: unknown; retry?: () => void; children?: ReactNode };

type Own = "source_unreachable" | "server_silent" | "answer_unread";
const own: ReadonlySet<string> = new Set<Own>([
  "source_unreachable",
  "server_silent",
  "answer_unread",
]);
const isOwn = (code: string): code is Own => own.has(code);

/** The second state: what happened, what did not, what to do now, and the code to tell others. */
export function ProblemNotice({ error, retry, children }: Props) {
  const { t } = useTranslation("shell");
  const { locale } = useSettings();
  const { code, sentence, details } = problemText(error, locale);
  return (
    <section className="notice" role="alert">
      <h2>
        <i className="mk stop" aria-hidden="true" /> {t("failedTitle")}
      </h2>
      <p>{isOwn(code) ? t(`problems.${code}`) : (sentence ?? t("brokenText"))}</p>
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
