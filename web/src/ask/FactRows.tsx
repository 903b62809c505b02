import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactRow } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { FactValue } from "../marks/FactValue.tsx";
import { Seal } from "../marks/Seal.tsx";
import { headFacts } from "./head-facts.ts";

function Row({ row }: { row: FactRow }) {
  const say = useSay();
  return (
    <div>
      <dt>{say(row.label)}</dt>
      <dd>
        <FactValue row={row} />
      </dd>
      <dd>{row.source && <Seal source={row.source} isEstimate={row.state === "estimate"} />}</dd>
    </div>
  );
}

/** The facts of the place: those that most rules read first, the rest behind a link. */
export function FactRows({ rows }: { rows: readonly FactRow[] }) {
  const { t } = useTranslation("ask");
  const [isOpen, setOpen] = useState(false);
  const { head, rest } = headFacts(rows);
  const unknown = rows.filter(({ state }) => state === "unknown").length;
  const estimates = rows.filter(({ state }) => state === "estimate").length;
  const notes = [
    ...(unknown > 0 ? [t("unknownCount", { count: unknown })] : []),
    ...(estimates > 0 ? [t("estimateCount", { count: estimates })] : []),
  ];
  if (rows.length === 0) return <p className="small faint">{t("noFacts")}</p>;
  return (
    <>
      <dl className={isOpen ? "facts compact open" : "facts compact"}>
        {[...head, ...(isOpen ? rest : [])].map((row) => (
          <Row key={`${row.subject} ${row.fact}`} row={row} />
        ))}
      </dl>
      <p className="small more">
        {rest.length > 0 && (
          <button
            type="button"
            className="fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t("fewerFacts") : t("moreFacts", { count: rest.length })}
          </button>
        )}
        <span className="faint">{notes.join(" · ")}</span>
      </p>
    </>
  );
}
