import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMeasures, usePack, type Measures } from "../api/policy.ts";
import type { PackLine } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { matches } from "../search/matches.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { FilterField } from "../tables/FilterField.tsx";
import { MechanismTable } from "./MechanismTable.tsx";
import "../styles/pages.css";

type Lines = Measures["measures"];

export function PoliciesPage() {
  const { t } = useTranslation("policies");
  const pack = usePack();
  const measures = useMeasures();
  useTitle(t("title"));
  const failed = pack.isError ? pack : measures;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      {pack.isSuccess && measures.isSuccess ? (
        <Catalogue pack={pack.data} measures={measures.data.measures} />
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

function Lede({ pack, built }: { pack: PackLine; built: number }) {
  const { t } = useTranslation("policies");
  const say = useSay();
  const document = pack.documents.find(({ mechanisms }) => mechanisms.length > 0);
  if (!document) return null;
  const items = document.mechanisms.reduce((sum, mechanism) => sum + mechanism.items, 0);
  const mechanisms = document.mechanisms.length;
  return (
    <p className="muted">
      {t("lede", { document: say(document.title), mechanisms, items, built })}
    </p>
  );
}

function Catalogue({ pack, measures }: { pack: PackLine; measures: Lines }) {
  const { t } = useTranslation("policies");
  const [words, setWords] = useState("");
  const found = measures.filter(({ title, summary, cite }) =>
    matches(words, [title.zh, title.en, summary.zh, summary.en, cite.label.zh, cite.label.en]),
  );
  const mechanisms = pack.documents.flatMap((document) => document.mechanisms);
  return (
    <>
      <header className="head">
        <div>
          <h1>{t("title")}</h1>
          <Lede pack={pack} built={measures.length} />
        </div>
        <FilterField label={t("find")} words={words} change={setWords} />
      </header>
      {measures.length === 0 && <Empty title={t("noneYet")}>{t("noneYetText")}</Empty>}
      {measures.length > 0 && found.length === 0 && (
        <Empty
          title={t("noMatch", { words })}
          next={
            <button type="button" className="btn" onClick={() => setWords("")}>
              {t("clearFind")}
            </button>
          }
        />
      )}
      {mechanisms.map((mechanism) => (
        <MechanismTable
          key={mechanism.id}
          mechanism={mechanism}
          measures={found.filter((measure) => measure.mechanism === mechanism.id)}
          isFiltered={words.trim() !== ""}
        />
      ))}
    </>
  );
}
