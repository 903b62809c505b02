import { useTranslation } from "react-i18next";
import { useHealth, type Finding, type Level } from "../api/health.ts";
import type { SignedIn } from "../api/session.ts";
import { AdministrationTabs } from "../administration/AdministrationTabs.tsx";
import { Gate } from "../app/Gate.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { clockText } from "../app/instant.ts";
import { healthPage } from "../app/permitted.ts";
import { useSay } from "../app/useSay.ts";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { byUrgency, countsOf } from "./urgency.ts";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

/** What should I do? Findings with their cure, the most urgent first. */
export function HealthPage() {
  const { t } = useTranslation("health");
  return (
    <Gate title={t("title")} page={healthPage}>
      {(session) => <Health session={session} />}
    </Gate>
  );
}

function Health({ session }: { session: SignedIn }) {
  const { t } = useTranslation("health");
  const health = useHealth();
  return (
    <PageFrame
      title={t("title")}
      above={<AdministrationTabs session={session} />}
      lede={health.isSuccess && t("lede", { at: clockText(health.data.at) })}
      acts={
        <button
          type="button"
          className="btn"
          disabled={health.isFetching}
          onClick={() => void health.refetch()}
        >
          {t("lookAgain")}
        </button>
      }
    >
      <Fetched from={health}>{({ findings }) => <Findings findings={findings} />}</Fetched>
    </PageFrame>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation("health");
  if (findings.length === 0) return <Empty title={t("none")} />;
  const isCalm = findings.every(({ level }) => level === "good");
  return (
    <>
      {isCalm ? (
        <section className="calm">
          <h2>
            <i className="mk yes" aria-hidden="true" /> {t("calmTitle")}
          </h2>
          <p className="muted">{t("calmText", { count: findings.length })}</p>
        </section>
      ) : (
        <Counts findings={findings} />
      )}
      <ol className="findings">
        {byUrgency(findings).map((finding) => (
          <FindingItem key={finding.code} finding={finding} />
        ))}
      </ol>
    </>
  );
}

const marks: Record<Level, string> = { bad: "mk stop", notice: "mk maybe", good: "mk yes" };

function Counts({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation("health");
  return (
    <ul className="counts">
      {countsOf(findings).map(({ level, count }) => (
        <li key={level}>
          <i className={marks[level]} aria-hidden="true" /> {t(level, { count })}
        </li>
      ))}
    </ul>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { t } = useTranslation("health");
  const say = useSay();
  const { code, level, said, todo } = finding;
  return (
    <li className={`is-${level}`}>
      <i className={marks[level]} aria-hidden="true" />
      <h2>{say(said)}</h2>
      <span className="small muted">{t(`levels.${level}`)}</span>
      <div className="b">
        {todo && (
          <p className="cure">
            <span className="eyebrow">{t("todo")}</span> {say(todo)}
          </p>
        )}
        <p className="small faint">{t("code", { code })}</p>
      </div>
    </li>
  );
}
