import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useHistory } from "../api/changes.ts";
import { useLayers } from "../api/land.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { VersionItem } from "./VersionItem.tsx";
import { withBefore } from "./versions.ts";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";
import "../styles/imports.css";

/** One feature of the map through time. */
export function HistoryPage() {
  const { t } = useTranslation("changes");
  const say = useSay();
  const { layer, id } = useParams({ from: "/map/history/$layer/$id" });
  const layers = useLayers();
  const history = useHistory(layer, id);
  const versions = withBefore(history.data?.versions ?? []);
  const name = versions[0]?.version.name ?? id;
  const known = layers.data?.layers.find((one) => one.id === layer);
  const title = t("historyOf", { name });
  useTitle(title);
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/" search={{ see: `${layer}:${id}` }}>
          {known ? say(known.title) : layer}
        </Link>
        <span>{id}</span>
      </p>
      <header className="head">
        <div>
          <h1>{title}</h1>
          {history.isSuccess && (
            <p className="muted">{t("versions", { count: versions.length })}</p>
          )}
        </div>
      </header>
      {history.isPending && <Waiting />}
      {history.isError && (
        <ProblemNotice error={history.error} retry={() => void history.refetch()} />
      )}
      {history.isSuccess && versions.length === 0 && <Empty title={t("noHistory")} />}
      <ol className="versions">
        {versions.map((one) => (
          <VersionItem key={one.version.version} {...one} />
        ))}
      </ol>
    </main>
  );
}
