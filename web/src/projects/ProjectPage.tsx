import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answers, ProjectLine } from "../../../src/policy/contract.ts";
import { useAnswers, useDictionary, useProjects } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { CopyLink } from "../report/CopyLink.tsx";
import { ReportBody } from "../report/ReportBody.tsx";
import { Sign } from "../report/Sign.tsx";
import { useLawLine } from "../report/useLawLine.ts";
import { usePrintHead } from "../report/usePrintHead.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { StatedFacts } from "./StatedFacts.tsx";
import "../styles/pages.css";

/** A named project: what the plan says of it, and the policy report on just that. */
export function ProjectPage() {
  const { t } = useTranslation("projects");
  const say = useSay();
  const { id } = useParams({ from: "/projects/$id" });
  const answers = useAnswers({ place: { project: id }, facts: {} });
  const projects = useProjects();
  const { query: dictionary } = useDictionary();
  const line = projects.data?.projects.find((one) => one.id === id);
  useTitle(line ? say(line.title) : t("title"));

  if (answers.isSuccess && dictionary.isSuccess)
    return <ProjectReport answers={answers.data} line={line} />;
  const failed = answers.isError ? answers : dictionary;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/projects">{t("title")}</Link>
      </p>
      <h1>{line ? say(line.title) : t("title")}</h1>
      {failed.isError ? (
        <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  );
}

type Props = { answers: Answers; line: ProjectLine | undefined };

function Head({ answers, line }: Props) {
  const { t } = useTranslation(["projects", "report"]);
  const say = useSay();
  const law = useLawLine(answers.report);
  return (
    <>
      <p className="crumb">
        <Link to="/projects">{t("projects:title")}</Link>
        {line && <span>{say(line.cite.label)}</span>}
      </p>
      <h1 id="s0">{say(answers.place.title)}</h1>
      <ul className="idline small faint">
        <li>{law.lawTime}</li>
        <li title={law.encoding}>{law.pack}</li>
        <li>{t("report:unsigned")}</li>
      </ul>
      {line && <StatedFacts line={line} />}
    </>
  );
}

function ProjectReport({ answers, line }: Props) {
  const { t } = useTranslation("report");
  const say = useSay();
  const law = useLawLine(answers.report);
  usePrintHead({
    left: `${t("title")} · ${say(answers.place.title)}`,
    right: t("unsigned"),
    foot: `${law.lawTime} · ${law.pack}`,
  });
  return (
    <ReportBody
      answers={answers}
      head={<Head answers={answers} line={line} />}
      acts={
        <>
          <button type="button" className="btn" onClick={() => print()}>
            {t("printA4")}
          </button>
          <CopyLink />
        </>
      }
      foot={<Sign />}
    />
  );
}
