import { useTranslation } from "react-i18next";
import type { CorpusPage } from "../../../src/policy/contract.ts";
import { useCorpus } from "../api/corpus.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { AlarmList } from "./AlarmList.tsx";
import { DocumentTable } from "./DocumentTable.tsx";
import { TextSearch } from "./TextSearch.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/policies.css";

/** The official texts that an operator has imported: searched, and held against what cites them. */
export function TextsPage() {
  const { t } = useTranslation("texts");
  const corpus = useCorpus();
  return (
    <PageFrame title={t("title")} above={<PolicyTabs />} lede={t("lede")}>
      <Fetched from={corpus}>{(page) => <Texts corpus={page} />}</Fetched>
    </PageFrame>
  );
}

function Texts({ corpus }: { corpus: CorpusPage }) {
  const { t } = useTranslation("texts");
  const imported = corpus.documents.filter(({ importedAt }) => importedAt !== undefined);
  return (
    <>
      <AlarmList alarms={corpus.alarms} />
      {imported.length === 0 ? (
        <Empty title={t("noneYet")} next={<HowToImport />}>
          {t("noneYetText")}
        </Empty>
      ) : (
        <TextSearch imported={imported.map(({ document }) => document)} />
      )}
      <DocumentTable documents={corpus.documents} />
    </>
  );
}

/** The line that an operator types. */
function HowToImport() {
  const { t } = useTranslation("texts");
  return (
    <code className="command" aria-label={t("command")}>
      zhibu corpus import FILE…
    </code>
  );
}
