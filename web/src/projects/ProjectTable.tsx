import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ProjectLine } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";

/** The three counts as one small bar, with the figures beside it in their columns. */
function MiniBar({ line }: { line: ProjectLine }) {
  const parts = [
    { mark: "yes", count: line.applies },
    { mark: "maybe", count: line.undecided },
    { mark: "no", count: line.doesNotApply },
  ];
  return (
    <div className="tri" aria-hidden="true">
      {parts.map(
        ({ mark, count }) => count > 0 && <i key={mark} className={mark} style={{ flex: count }} />,
      )}
    </div>
  );
}

function Row({ line }: { line: ProjectLine }) {
  const { t } = useTranslation("projects");
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$id" params={{ id: line.id }}>
          {say(line.title)}
        </Link>
        {line.theme && <small className="faint"> {t("theme")}</small>}
      </th>
      <td className="faint item">{line.cite.item}</td>
      <td className="bar">
        <MiniBar line={line} />
      </td>
      <td className="num c-yes">{line.applies}</td>
      <td className="num c-maybe">{line.undecided}</td>
      <td className="num c-no">{line.doesNotApply}</td>
      <td className="next-fact">
        {line.next ? say(line.next.label) : <span className="faint">{t("nothingNext")}</span>}
      </td>
    </tr>
  );
}

export function ProjectTable({ projects }: { projects: readonly ProjectLine[] }) {
  const { t } = useTranslation("projects");
  return (
    <table className="library">
      <caption className="sr">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.name")}</th>
          <th scope="col" className="item">
            {t("columns.item")}
          </th>
          <th scope="col" className="bar">
            {t("columns.verdicts")}
          </th>
          <th scope="col" className="num">
            {t("columns.applies")}
          </th>
          <th scope="col" className="num">
            {t("columns.undecided")}
          </th>
          <th scope="col" className="num">
            {t("columns.not")}
          </th>
          <th scope="col" className="next-fact">
            {t("columns.next")}
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}
