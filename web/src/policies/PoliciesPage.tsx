import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasureLine, PackLine } from "../../../src/policy/contract.ts";
import { useMeasures, usePack } from "../api/policy.ts";
import { useTitle } from "../app/useTitle.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { foundBy, isChosen, noChoice, searchOf, type PolicyChoice } from "./filter.ts";
import { MechanismTable } from "./MechanismTable.tsx";
import { PolicyFilters, type LawBook } from "./PolicyFilters.tsx";
import { PolicyTabs } from "./PolicyTabs.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/policies.css";

export function PoliciesPage() {
  const { t } = useTranslation("policies");
  const pack = usePack();
  const measures = useMeasures();
  useTitle(t("title"));
  const failed = pack.isError ? pack : measures;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <PolicyTabs />
      {pack.isSuccess && measures.isSuccess ? (
        <Catalogue book={{ pack: pack.data, measures: measures.data }} />
      ) : (
        <>
          <h1>{t("title")}</h1>
          {failed.isError ? (
            <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
          ) : (
            <Waiting />
          )}
        </>
      )}
    </main>
  );
}

/** What is chosen stands in the address. */
function useChoice() {
  const search = useSearch({ from: "/policies" });
  const navigate = useNavigate();
  const change = (next: PolicyChoice) =>
    void navigate({
      ...{ to: "/policies", search: searchOf(next) },
      ...{ replace: true, resetScroll: false },
    });
  return { choice: { ...noChoice, ...search }, change };
}

const standings = ["full", "pilot", "exploratory"] as const;

/** The law book in one line: its documents with items, and how many stand in force. */
function Lede({ book: { pack, measures } }: { book: LawBook }) {
  const { t } = useTranslation(["policies", "marks"]);
  const counts = standings.map((standing) => ({
    name: t(`marks:standings.${standing}`),
    count: measures.measures.filter((line) => line.standing === standing).length,
  }));
  const documents = new Set(measures.measures.map(({ cite }) => cite.document)).size;
  const whole = { count: measures.measures.length, documents, rules: pack.counts.rules };
  return (
    <p className="muted">
      {t("lede", whole)}{" "}
      {counts.map(({ name, count }) => t("ledePart", { name, count })).join(t("ledeComma"))}
    </p>
  );
}

type FoundProps = { lines: readonly MeasureLine[]; choice: PolicyChoice; clear: () => void };

/** How much the choice leaves, and the way back to everything. */
function FoundLine({ lines, choice, clear }: FoundProps) {
  const { t } = useTranslation("policies");
  return (
    <p className="found small" role="status">
      {isChosen(choice) ? t("found", { count: lines.length }) : t("all", { count: lines.length })}
      {isChosen(choice) && (
        <button type="button" className="btn plain" onClick={clear}>
          {t("clearFind")}
        </button>
      )}
    </p>
  );
}

function Catalogue({ book }: { book: LawBook }) {
  const { t } = useTranslation("policies");
  const { choice, change } = useChoice();
  const { measures } = book.measures;
  const found = foundBy(measures, choice);
  const clear = () => change(noChoice);
  return (
    <>
      <header className="head">
        <div>
          <h1>{t("title")}</h1>
          <Lede book={book} />
        </div>
      </header>
      <PolicyFilters book={book} choice={choice} change={change} />
      {measures.length === 0 && <Empty title={t("noneYet")}>{t("noneYetText")}</Empty>}
      {measures.length > 0 && <FoundLine lines={found} choice={choice} clear={clear} />}
      {measures.length > 0 && found.length === 0 && (
        <Empty title={t("noMatch")}>{t("noMatchText")}</Empty>
      )}
      {book.pack.documents.map((document) => (
        <DocumentPart
          key={document.id}
          document={document}
          found={found}
          isFiltered={isChosen(choice)}
        />
      ))}
    </>
  );
}

type PartProps = {
  document: PackLine["documents"][number];
  found: readonly MeasureLine[];
  isFiltered: boolean;
};

/** The mechanisms of one document, each with its measures. */
function DocumentPart({ document, found, isFiltered }: PartProps) {
  const own = found.filter(({ cite }) => cite.document === document.id);
  if (own.length === 0) return null;
  return document.mechanisms.map((mechanism) => (
    <MechanismTable
      key={`${document.id} ${mechanism.id}`}
      document={document}
      mechanism={mechanism}
      measures={own.filter((measure) => measure.mechanism === mechanism.id)}
      isFiltered={isFiltered}
    />
  ));
}
