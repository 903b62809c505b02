import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectLine } from "../../../src/policy/contract.ts";
import { matches } from "../search/matches.ts";
import { Empty } from "../states/Empty.tsx";
import { FilterField } from "../tables/FilterField.tsx";
import { KindFilter, type Kind } from "./KindFilter.tsx";
import { ProjectTable } from "./ProjectTable.tsx";

const isOfKind = (line: ProjectLine, kind: Kind): boolean =>
  kind === "all" || line.theme === (kind === "themes");

/** The named projects and area themes, to be filtered by words and by kind. */
export function ProjectLibrary({ projects }: { projects: readonly ProjectLine[] }) {
  const { t } = useTranslation("projects");
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const found = projects.filter(
    (line) =>
      isOfKind(line, kind) && matches(words, [line.title.zh, line.title.en, line.cite.item]),
  );
  const themes = projects.filter(({ theme }) => theme).length;
  const clear = () => {
    setWords("");
    setKind("all");
  };
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <header className="head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lede", { projects: projects.length - themes, themes })}</p>
        </div>
        <div className="filters">
          <KindFilter kind={kind} change={setKind} />
          <FilterField label={t("find")} words={words} change={setWords} />
        </div>
      </header>
      {projects.length === 0 && <Empty title={t("none")}>{t("noneText")}</Empty>}
      {projects.length > 0 && found.length === 0 && (
        <Empty
          title={t("noMatch", { words })}
          next={
            <button type="button" className="btn" onClick={clear}>
              {t("clearFind")}
            </button>
          }
        />
      )}
      {found.length > 0 && <ProjectTable projects={found} />}
    </main>
  );
}
