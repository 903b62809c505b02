import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasurePage, PackTexts } from "../../../src/policy/contract.ts";
import { useMeasure, usePackTexts } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { useDesk } from "./useDesk.ts";
import { Workbench } from "./Workbench.tsx";
import "../styles/report.css";
import "../styles/pages.css";
import "../styles/editor.css";

/** A measure drafted: its file, checked and tried as it is typed. Nothing leaves the browser. */
export function DraftPage() {
  const { t } = useTranslation("editor");
  const say = useSay();
  const { document, item } = useParams({ from: "/policies/$document/$item/draft" });
  const measure = useMeasure(document, item);
  const texts = usePackTexts();
  const title = measure.data ? t("titleOf", { name: say(measure.data.measure.title) }) : t("title");
  useTitle(title);
  const failed = measure.isError ? measure : texts;
  return (
    <main className="wrap draft" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/policies">{t("title", { ns: "policies" })}</Link>
        <Link to="/policies/$document/$item" params={{ document, item }}>
          {measure.data ? say(measure.data.measure.cite.label) : item}
        </Link>
      </p>
      <h1>{title}</h1>
      <p className="small faint">{t("here")}</p>
      {failed.isError && <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />}
      {!failed.isError && (measure.isPending || texts.isPending) && <Waiting />}
      {measure.isSuccess && texts.isSuccess && (
        <Desk key={`${document}/${item}`} page={measure.data} texts={texts.data} />
      )}
    </main>
  );
}

/** The desk opens in its worker; a page without it would show what nobody has checked. */
function Desk({ page, texts }: { page: MeasurePage; texts: PackTexts }) {
  const { t } = useTranslation("editor");
  const desk = useDesk(texts, page.measure.id);
  const { opened, gaveUp } = desk.state;
  if (opened === "missing") return <Empty title={t("missing")} />;
  if (!opened && gaveUp) return <Empty title={t("gaveUp")} />;
  if (!opened) return <p role="status">{t("opening")}</p>;
  return <Workbench desk={desk} opened={opened} page={page} encoding={texts.encoding} />;
}
