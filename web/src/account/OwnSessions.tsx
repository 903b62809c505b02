import { useTranslation } from "react-i18next";
import { useOwnActs, useOwnSessions, type SessionLine } from "../api/account.ts";
import { agoText, clockText } from "../app/instant.ts";
import { useSettings } from "../app/settings.ts";
import { NotProved } from "../forms/NotProved.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { browserName } from "./browser-name.ts";
import { Part } from "./Part.tsx";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["browser", "seen", "act"] as const;

/** Where one is signed in, with the way to end what one does not know. */
export function OwnSessions() {
  const { t } = useTranslation("account");
  const sessions = useOwnSessions();
  return (
    <Part title={t("sessions")} meta={t("sessionsMeta")}>
      {sessions.isPending && <Waiting />}
      {sessions.isError && (
        <ProblemNotice error={sessions.error} retry={() => void sessions.refetch()} />
      )}
      {sessions.isSuccess && <SessionTable sessions={sessions.data.sessions} />}
    </Part>
  );
}

function SessionTable({ sessions }: { sessions: readonly SessionLine[] }) {
  const { t } = useTranslation("account");
  const { endSession, endOthers } = useOwnActs();
  return (
    <>
      <table className="sessions">
        <caption className="sr">{t("sessions")}</caption>
        <TableHead titles={columns.map((name) => t(`sessionColumns.${name}`))} hasActs />
        <tbody>
          {sessions.map((line) => (
            <SessionRow
              key={line.id}
              line={line}
              isBusy={endSession.isPending}
              end={() => endSession.mutate(line.id)}
            />
          ))}
        </tbody>
      </table>
      <NotProved error={endSession.error ?? endOthers.error} />
      <p className="acts" role="status">
        {sessions.length > 1 && (
          <SureButton
            label={t("endOthers")}
            question={t("endOthersSure")}
            isBusy={endOthers.isPending}
            act={() => endOthers.mutate()}
          />
        )}
        {sessions.length === 1 && (
          <span className="small faint">
            {endOthers.isSuccess ? t("othersEnded") : t("onlyThis")}
          </span>
        )}
      </p>
    </>
  );
}

type RowProps = { line: SessionLine; isBusy: boolean; end: () => void };

function SessionRow({ line, isBusy, end }: RowProps) {
  const { t } = useTranslation(["account", "factor"]);
  const { locale } = useSettings();
  return (
    <tr>
      <th scope="row" title={line.browser}>
        {browserName(line.browser) ?? t("account:browserUnknown")}
        <small className="faint">
          {line.address} · {t(`account:means.${line.means}`)}
          {line.isStrong && ` · ${t("factor:strong")}`}
        </small>
      </th>
      <td title={clockText(line.seenAt)}>{agoText(line.seenAt, new Date(), locale)}</td>
      <td className="num">
        {line.current ? (
          <span className="small muted">{t("account:current")}</span>
        ) : (
          <button type="button" className="btn plain" disabled={isBusy} onClick={end}>
            {t("account:endOne")}
          </button>
        )}
      </td>
    </tr>
  );
}
