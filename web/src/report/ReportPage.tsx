import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EvaluationPage } from "../../../src/policy/contract.ts";
import { useDictionary, useEvaluation } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { Crumb } from "../marks/Crumb.tsx";
import { instantText } from "../marks/format.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { CopyLink } from "./CopyLink.tsx";
import { FileLinks } from "./FileLinks.tsx";
import { ReportBody } from "./ReportBody.tsx";
import { SettledSince } from "./SettledSince.tsx";
import { Sign } from "./Sign.tsx";
import { useLawLine } from "./useLawLine.ts";
import { usePrintHead } from "./usePrintHead.ts";

export function ReportPage() {
  const { t } = useTranslation(["shell", "report"]);
  const { id } = useParams({ from: "/reports/$id" });
  const evaluation = useEvaluation(id);
  const { query: dictionary } = useDictionary();
  useTitle(t("shell:titles.report"));

  if (evaluation.isSuccess && dictionary.isSuccess) return <StoredReport page={evaluation.data} />;
  const failed = evaluation.isError ? evaluation : dictionary;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{t("report:title")}</h1>
      {failed.isError ? (
        <ProblemNotice error={failed.error} retry={() => void failed.refetch()}>
          <Link className="btn" to="/" search={{}}>
            {t("shell:back")}
          </Link>
        </ProblemNotice>
      ) : (
        <Waiting />
      )}
    </main>
  );
}

function Head({ page }: { page: EvaluationPage }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const { answers, createdAt, replay } = page;
  const law = useLawLine(answers.report);
  const snapshot = t("snapshot", { date: instantText(createdAt) });
  return (
    <>
      <Crumb parts={[...answers.place.path, answers.place.title].map(say)} />
      <h1 id="s0">{t("title")}</h1>
      <ul className="idline small faint">
        <li>{law.lawTime}</li>
        <li title={law.encoding}>{law.pack}</li>
        <li>{snapshot}</li>
        <li>{t("unsigned")}</li>
        {answers.report.synthetic && <li>{t("synthetic")}</li>}
        <li>
          <i
            className={`mk ${replay.state === "identical" ? "yes" : "maybe"}`}
            aria-hidden="true"
          />{" "}
          {t(`replay.${replay.state}`)}
        </li>
      </ul>
      <SettledSince page={page} />
    </>
  );
}

function Acts({ page }: { page: EvaluationPage }) {
  const { t } = useTranslation(["report", "cards"]);
  const { place } = page.answers;
  const search = place.kind === "building" && place.id ? { building: place.id } : {};
  return (
    <>
      <Link className="btn do" to="/" search={search}>
        {t("continueAsking")}
      </Link>
      <button type="button" className="btn" onClick={() => print()}>
        {t("printA4")}
      </button>
      <FileLinks id={page.id} />
      <CopyLink />
      <Link className="btn" to="/policies/cards" search={{ evaluation: page.id }}>
        {t("cards:compare")}
      </Link>
    </>
  );
}

function StoredReport({ page }: { page: EvaluationPage }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const { report, place } = page.answers;
  const law = useLawLine(report);
  usePrintHead({
    left: `${t("title")} · ${say(place.title)}`,
    right: report.synthetic ? t("synthetic") : t("unsigned"),
    foot: `${law.lawTime} · ${law.pack}`,
    ...(report.synthetic && { mark: t("syntheticMark") }),
  });
  return (
    <ReportBody
      answers={page.answers}
      head={<Head page={page} />}
      acts={<Acts page={page} />}
      foot={
        <>
          <Sign />
          <p className="small faint kept">
            {t("validUntil", { date: page.expiresAt.slice(0, 10) })}
          </p>
        </>
      }
    />
  );
}
