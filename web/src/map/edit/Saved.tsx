import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** What became of an edit. */
export type Outcome =
  | { kind: "saved"; version: number }
  | { kind: "drawn"; layer: string; id: string }
  | { kind: "retired" };

type Props = { layer: string; id: string; outcome: Outcome; close: () => void };

/** What was done, and where it can be seen and taken back. */
export function Saved({ layer, id, outcome, close }: Props) {
  const { t } = useTranslation("edit");
  const version = outcome.kind === "saved" ? outcome.version : 0;
  return (
    <div className="saved">
      <p role="status">
        <i className="mk yes" aria-hidden="true" /> {t(outcome.kind, { version })}
      </p>
      <p className="acts">
        <Link className="btn" to="/map/history/$layer/$id" params={{ layer, id }}>
          {t("seeHistory")}
        </Link>
        <button type="button" className="btn plain" autoFocus onClick={close}>
          {t("close")}
        </button>
      </p>
    </div>
  );
}

/** What was to be edited has been retired. */
export function Gone({ close }: { close: () => void }) {
  const { t } = useTranslation("edit");
  return (
    <div className="saved" role="alert">
      <p>{t("staleGone")}</p>
      <p className="acts">
        <button type="button" className="btn" onClick={close}>
          {t("close")}
        </button>
      </p>
    </div>
  );
}
