import { useTranslation } from "react-i18next";
import type { AlarmLine } from "../../../src/policy/contract.ts";
import { instantText } from "../marks/format.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";

/** Texts that changed under what cites them: what has to be read again, and what it touches. */
export function AlarmList({ alarms }: { alarms: readonly AlarmLine[] }) {
  const { t } = useTranslation("texts");
  if (alarms.length === 0) return null;
  return (
    <section className="alarms" aria-label={t("alarms")}>
      <div className="part">
        <i className="mk stop" aria-hidden="true" />
        <h2>{t("alarms")}</h2>
        <span className="small n">{alarms.length}</span>
      </div>
      <p className="small muted">{t("alarmMeans")}</p>
      <ul>
        {alarms.map((alarm) => (
          <Alarm key={`${alarm.id} ${alarm.document} ${alarm.item}`} alarm={alarm} />
        ))}
      </ul>
    </section>
  );
}

function Alarm({ alarm }: { alarm: AlarmLine }) {
  const { t } = useTranslation("texts");
  const titleOf = useDocumentTitle();
  const { document, item, id, found, raisedAt, rules, cases, projects, evaluations } = alarm;
  return (
    <li className="rulecard">
      <h3>
        {titleOf(document).short}·{item}
      </h3>
      <p>{found === null ? t("alarmGone", { id }) : t("alarmChanged", { id })}</p>
      <p className="small faint">
        {t("touches", {
          ...{ rules: rules.length, cases: cases.length, projects: projects.length, evaluations },
        })}{" "}
        {t("raisedAt", { at: instantText(raisedAt) })}
      </p>
    </li>
  );
}
