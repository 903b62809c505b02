import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listedChanges, useChanges, type Change } from "../api/changes.ts";
import { useLayers, type Layer } from "../api/land.ts";
import type { SignedIn } from "../api/session.ts";
import { AdministrationTabs } from "../administration/AdministrationTabs.tsx";
import { Gate } from "../app/Gate.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { changesPage } from "../app/permitted.ts";
import { useSay } from "../app/useSay.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";
import "../styles/imports.css";

/** What was done to the ground: by whom, when and why. */
export function ChangesPage() {
  const { t } = useTranslation("changes");
  return (
    <Gate title={t("title")} page={changesPage}>
      {(session) => <Changes session={session} />}
    </Gate>
  );
}

function Changes({ session }: { session: SignedIn }) {
  const { t } = useTranslation("changes");
  const { layer } = useSearch({ from: "/map/changes" });
  const layers = useLayers();
  const changes = useChanges(layer);
  return (
    <PageFrame title={t("title")} above={<AdministrationTabs session={session} />} lede={t("lede")}>
      <div className="sieve">
        <LayerChoice layers={layers.data?.layers ?? []} layer={layer} />
      </div>
      <Fetched from={changes}>
        {({ changes: lines }) => (
          <Listed
            changes={lines}
            layers={layers.data?.layers ?? []}
            isOfLayer={layer !== undefined}
          />
        )}
      </Fetched>
    </PageFrame>
  );
}

function LayerChoice({ layers, layer }: { layers: readonly Layer[]; layer: string | undefined }) {
  const { t } = useTranslation("changes");
  const say = useSay();
  const navigate = useNavigate();
  const choices = layers.map(({ id, title }) => ({ value: id, label: say(title) }));
  return (
    <SelectField
      label={t("layer")}
      value={layer ?? ""}
      choices={[{ value: "", label: t("allLayers") }, ...choices]}
      change={(value) =>
        void navigate({
          ...{ to: "/map/changes", search: value === "" ? {} : { layer: value } },
          ...{ replace: true, resetScroll: false },
        })
      }
    />
  );
}

type ListedProps = {
  changes: readonly Change[];
  layers: readonly Layer[];
  isOfLayer: boolean;
};

function Listed({ changes, layers, isOfLayer }: ListedProps) {
  const { t } = useTranslation("changes");
  const count = changes.length;
  if (count === 0) {
    const next = (
      <Link className="btn" to="/map/import">
        {t("import")}
      </Link>
    );
    return (
      <Empty title={isOfLayer ? t("noneOfLayer") : t("none")} next={next}>
        {t("noneText")}
      </Empty>
    );
  }
  return (
    <>
      <p className="small faint" role="status">
        {count < listedChanges ? t("counted", { count }) : t("newest", { count })}
      </p>
      <ChangeTable changes={changes} layers={layers} />
    </>
  );
}
