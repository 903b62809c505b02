import { useTranslation } from "react-i18next";
import { useProblemText } from "../states/useProblemText.ts";

/** Why what was asked for was not done, beside the button that asked for it. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  const say = useProblemText();
  if (!error) return null;
  const { code, sentence, details } = say(error);
  return (
    <div className="refused" role="alert">
      <p>
        <i className="mk stop" aria-hidden="true" /> {sentence ?? t("notDone")}
      </p>
      {details.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
      <p className="small faint">{t("problemCode", { code })}</p>
    </div>
  );
}
