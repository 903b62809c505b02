import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasurePage as Page } from "../../../src/policy/contract.ts";
import { useMeasure } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { ClauseAside } from "./ClauseAside.tsx";
import { MeasureHead } from "./MeasureHead.tsx";
import { MeasureContents, MeasureParts } from "./MeasureParts.tsx";
import { SourceView } from "./SourceView.tsx";
import { useView, ViewSwitch } from "./ViewSwitch.tsx";
import "../styles/report.css";
import "../styles/pages.css";
import "../styles/ask.css";
import "../styles/policies.css";

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

function Measure({ page }: { page: Page }) {
  const say = useSay();
  const { view } = useView();
  return (
    <>
      <MeasureHead page={page} />
      <div className="law">
        <article>
          <p className="lede">{say(page.measure.summary)}</p>
          <div className="faces">
            <ViewSwitch />
            {view === "sentences" && <MeasureContents page={page} />}
          </div>
          {view === "source" ? <SourceView page={page} /> : <MeasureParts page={page} />}
        </article>
        <ClauseAside page={page} />
      </div>
    </>
  );
}
