import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasureProjects } from "../../../src/policy/contract.ts";
import { useMeasureProjects } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { TriBar } from "../marks/TriBar.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";

type Project = MeasureProjects["projects"][number];

const shortList = 12;
const told = ["applies", "undecided", "exploratory"] as const;

function Links({ projects }: { projects: readonly Project[] }) {
  const say = useSay();
  return (
    <ul className="links">
      {projects.map(({ id, title }) => (
        <li key={id}>
          <Link to="/projects/$id" params={{ id }}>
            {say(title)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Group({ verdict, projects }: { verdict: (typeof told)[number]; projects: Project[] }) {
  const { t } = useTranslation("policies");
  if (projects.length === 0) return null;
  const rest = projects.slice(shortList);
  return (
    <>
      <h3>{t(`touches.${verdict}`, { count: projects.length })}</h3>
      <Links projects={projects.slice(0, shortList)} />
      {rest.length > 0 && (
        <details className="proof">
          <summary>{t("moreProjects", { count: rest.length })}</summary>
          <Links projects={rest} />
        </details>
      )}
    </>
  );
}

/** Whom among the named projects a measure touches: it applies, could, or does not. */
export function TouchedProjects({ id }: { id: string }) {
  const { t } = useTranslation("policies");
  const [document = "", item = ""] = id.split("/");
  const touched = useMeasureProjects(document, item);
  if (touched.isPending) return <Waiting />;
  if (touched.isError) {
    return <ProblemNotice error={touched.error} retry={() => void touched.refetch()} />;
  }
  const { projects, asOf } = touched.data;
  const of = (verdict: Project["verdict"]) => projects.filter((one) => one.verdict === verdict);
  const counts = { applies: of("applies").length, undecided: of("undecided").length };
  return (
    <div className="touched">
      <p className="small faint">{t("touchedMeans", { count: projects.length, date: asOf })}</p>
      <TriBar {...counts} not={of("does_not_apply").length} />
      {told.map((verdict) => (
        <Group key={verdict} verdict={verdict} projects={of(verdict)} />
      ))}
    </div>
  );
}
