import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";
import { clockText } from "./instant.ts";
import { isEnding } from "./session-end.ts";
import { useSessionEnd } from "./useSessionEnd.ts";

/** Says in time that the session ends, with the way to stay; or that there is none any more. */
export function SessionEnding() {
  const { t } = useTranslation("session");
  const { refetch, isFetching } = useSession();
  const end = useSessionEnd();
  // The end as it stood when somebody asked to stay: where it has not moved, it never will.
  const [asked, setAsked] = useState<string>();
  if (!end || !isEnding(end.minutes)) return null;
  const { endsAt, minutes } = end;
  const isCapped = asked === endsAt && !isFetching;
  const stay = () => {
    setAsked(endsAt);
    void refetch();
  };
  return (
    <div className="ending" role="status">
      <i className="mk maybe" aria-hidden="true" />
      <span>
        {isCapped ? t("endingCapped", { at: clockText(endsAt) }) : t("endingSoon", { minutes })}
      </span>
      {!isCapped && (
        <button type="button" className="btn" disabled={isFetching} onClick={stay}>
          {isFetching ? t("goingOn") : t("goOn")}
        </button>
      )}
    </div>
  );
}
