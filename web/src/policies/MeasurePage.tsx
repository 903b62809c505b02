import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasurePage as Page } from "../../../src/policy/contract.ts";
import { useMeasure } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { list } from "../marks/format.ts";
import { StandingMark } from "../marks/StandingMark.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { ClauseAside } from "./ClauseAside.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { RuleCard } from "./RuleCard.tsx";
import "../styles/report.css";
import "../styles/pages.css";

export function MeasurePage() {
  const { t } = useTranslation("policies");
  const say = useSay();
  const { document, item } = useParams({ from: "/policies/$document/$item" });
  const measure = useMeasure(document, item);
  useTitle(measure.data ? say(measure.data.measure.title) : t("title"));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/policies">{t("back")}</Link>
        {measure.data && <span>{say(measure.data.measure.cite.label)}</span>}
      </p>
      {measure.isSuccess && <Measure page={measure.data} />}
      {measure.isError && (
        <>
          <h1>{t("title")}</h1>
          <ProblemNotice error={measure.error} retry={() => void measure.refetch()} />
        </>
      )}
      {measure.isPending && <Waiting />}
    </main>
  );
}

function OpenDraft({ id }: { id: string }) {
  const { t } = useTranslation("editor");
  const [document = "", item = ""] = id.split("/");
  return (
    <p className="opendraft">
      <Link
        className="btn"
        to="/policies/$document/$item/draft"
        params={{ document, item }}
        title={t("openHint")}
      >
        {t("open")}
      </Link>
    </p>
  );
}

function Head({ page: { measure, since } }: { page: Page }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  return (
    <header className="head">
      <div>
        <h1>{say(measure.title)}</h1>
        <ul className="idline small faint">
          <li>
            <StandingMark standing={measure.standing} />
          </li>
          <li>{since === "unknown" ? t("sinceUnknown") : t("since", { date: since })}</li>
          <li>
            {t("lead", {
              names: list(
                measure.lead.map(({ title }) => say(title)),
                locale,
              ),
            })}
          </li>
          <li>{t("addressee", { name: t(`addressees.${measure.addressee}`) })}</li>
        </ul>
      </div>
      <OpenDraft id={measure.id} />
    </header>
  );
}

function Rules({ page }: { page: Page }) {
  const { t } = useTranslation("policies");
  return (
    <>
      <div className="part">
        <h2>{t("rules")}</h2>
        <span className="small n">{page.rules.length}</span>
      </div>
      {page.rules.length === 0 && <p className="nothing faint">{t("noRules")}</p>}
      {page.rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} />
      ))}
    </>
  );
}

function Measure({ page }: { page: Page }) {
  const { t } = useTranslation("policies");
  const say = useSay();
  return (
    <>
      <Head page={page} />
      <div className="law">
        <article>
          <p className="lede">{say(page.measure.summary)}</p>
          <Rules page={page} />
          <div className="part">
            <h2>{t("parameters")}</h2>
            <span className="small n">{page.parameters.length}</span>
          </div>
          <ParameterTable parameters={page.parameters} />
        </article>
        <ClauseAside page={page} />
      </div>
    </>
  );
}
