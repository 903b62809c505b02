import { useTranslation } from "react-i18next";
import { useProjects } from "../api/policy.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { ProjectLibrary } from "./ProjectLibrary.tsx";
import "../styles/pages.css";

export function ProjectsPage() {
  const { t } = useTranslation("projects");
  const projects = useProjects();
  useTitle(t("title"));
  if (projects.isSuccess) return <ProjectLibrary projects={projects.data.projects} />;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{t("title")}</h1>
      {projects.isError ? (
        <ProblemNotice error={projects.error} retry={() => void projects.refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  );
}
