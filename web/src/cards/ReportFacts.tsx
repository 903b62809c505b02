import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CardPage, FactRow } from "../../../src/policy/contract.ts";
import { useEvaluation } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { TextField } from "../forms/TextField.tsx";
import { FactValue } from "../marks/FactValue.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { evaluationIn } from "./filter.ts";
import { saidIn } from "./questions.ts";

/** What the report in the address says of the facts that a card asks for. */
export function useReportFacts(facts: CardPage["facts"]) {
  const { evaluation = "" } = useSearch({ from: "/policies/cards/$document/$item" });
  const stored = useEvaluation(evaluation);
  const isAsked = evaluation !== "";
  return {
    place: isAsked ? stored.data?.answers.place : undefined,
    error: isAsked ? stored.error : null,
    rows: isAsked ? saidIn(stored.data?.answers.facts ?? [], facts) : [],
  };
}

/** Takes the facts of a stored report; what it does not say is asked. */
export function ReportFacts({ said }: { said: ReturnType<typeof useReportFacts> }) {
  const { t } = useTranslation("cards");
  const say = useSay();
  const { place, error, rows } = said;
  return (
    <div className="fromreport">
      <ReportField />
      {error && <ProblemNotice error={error} />}
      {place && (
        <p className="small">{t("fromReport", { name: say(place.title), count: rows.length })}</p>
      )}
      {rows.length > 0 && (
        <dl className="said">
          {rows.map((row) => (
            <Row key={`${row.subject} ${row.fact}`} row={row} />
          ))}
        </dl>
      )}
    </div>
  );
}

function Row({ row }: { row: FactRow }) {
  const say = useSay();
  return (
    <div>
      <dt>{say(row.label)}</dt>
      <dd>
        <FactValue row={row} />
      </dd>
    </div>
  );
}

/** Which report: by its link or its number, kept in the address. */
function ReportField() {
  const { t } = useTranslation("cards");
  const params = useParams({ from: "/policies/cards/$document/$item" });
  const { evaluation = "" } = useSearch({ from: "/policies/cards/$document/$item" });
  const navigate = useNavigate();
  const [text, setText] = useState(evaluation);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = evaluationIn(text);
    void navigate({
      ...{ to: "/policies/cards/$document/$item", params, replace: true, resetScroll: false },
      search: found ? { evaluation: found } : {},
    });
  };
  return (
    <form onSubmit={send} className="reportfield">
      <TextField label={t("reportField")} value={text} change={setText} />
      <button className="btn">{t("takeReport")}</button>
    </form>
  );
}
