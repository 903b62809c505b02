import { useTranslation } from "react-i18next";
import type { PlaceQuery } from "../../../src/policy/contract.ts";
import {
  conflictForms,
  useConflictFile,
  useConflicts,
  type Conflict,
  type ConflictReport,
} from "../api/conflicts.ts";
import { useSay } from "../app/useSay.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { ConflictRow } from "./ConflictRow.tsx";
import { SpokenRules } from "./SpokenRules.tsx";

/** Layers that are met or reached, or of which a rule speaks; the others say nothing here. */
const isMet = ({ overlap: { relation }, rules }: Conflict): boolean =>
  relation === "overlaps" || relation === "reached" || rules.length > 0;

function Files({ query, report }: { query: PlaceQuery; report: ConflictReport }) {
  const { t } = useTranslation("conflicts");
  const say = useSay();
  const file = useConflictFile(query);
  const name = `${t("fileName")} ${say(report.title)}`;
  return (
    <>
      <p className="conflictfiles">
        {conflictForms.map((form) => (
          <button
            key={form}
            type="button"
            className="btn plain"
            disabled={file.isPending}
            onClick={() => file.mutate({ form, name })}
          >
            {t(`forms.${form}`)}
          </button>
        ))}
      </p>
      {file.isError && <ProblemNotice error={file.error} />}
    </>
  );
}

/** Layers of which nothing was met: a line each, so that silence is not taken for a yes. */
function Quiet({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation("conflicts");
  const say = useSay();
  if (conflicts.length === 0) return null;
  return (
    <details className="quiet">
      <summary>{t("quiet", { count: conflicts.length })}</summary>
      <ul>
        {conflicts.map(({ overlap: { layer, title, relation, distanceM } }) => (
          <li key={layer}>
            <span>{say(title)}</span>
            <small className="faint n">
              {distanceM === null
                ? t(`relations.${relation}`)
                : t("distance", { metres: Math.round(distanceM) })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A place held against every layer: the answer, what is met with its clauses, and the rest. */
export function ConflictCheck({ query }: { query: PlaceQuery }) {
  const { t } = useTranslation("conflicts");
  const check = useConflicts(query);
  if (check.isPending) return <Waiting what={t("title")} />;
  if (check.isError) {
    return <ProblemNotice error={check.error} retry={() => void check.refetch()} />;
  }
  const report = check.data;
  const met = report.conflicts.filter(isMet);
  const rest = report.conflicts.filter((conflict) => !isMet(conflict));
  return (
    <section className="conflicts">
      <h2 className="sr">{t("title")}</h2>
      <p className={`conflictanswer ${report.answer}`} role="status">
        <b>{t(`answers.${report.answer}`)}</b>
        <span>{t(`means.${report.answer}`)}</span>
        {report.stricterUnknown > 0 && report.answer !== "unknown" && (
          <span>{t("stricterUnknown", { count: report.stricterUnknown })}</span>
        )}
      </p>
      {report.unknown > 0 && (
        <p className="small faint">{t("unknown", { count: report.unknown })}</p>
      )}
      <ol>
        {met.map((conflict) => (
          <ConflictRow key={conflict.overlap.layer} conflict={conflict} />
        ))}
      </ol>
      <SpokenRules rules={report.otherRules} />
      <Quiet conflicts={rest} />
      <Files query={query} report={report} />
    </section>
  );
}
