import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useHistory } from "../api/changes.ts";
import { useLayers } from "../api/land.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { useSay } from "../app/useSay.ts";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
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
  return (
    <PageFrame
      title={title}
      above={
        <p className="crumb">
          <Link to="/" search={{ see: `${layer}:${id}` }}>
            {known ? say(known.title) : layer}
          </Link>
          <span>{id}</span>
        </p>
      }
      lede={history.isSuccess && t("versions", { count: versions.length })}
    >
      <Fetched from={history}>
        {() => versions.length === 0 && <Empty title={t("noHistory")} />}
      </Fetched>
      <ol className="versions">
        {versions.map((one) => (
          <VersionItem key={one.version.version} {...one} />
        ))}
      </ol>
    </PageFrame>
  );
}
