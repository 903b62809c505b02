import type { Map } from "maplibre-gl";
import { useTranslation } from "react-i18next";
import { useHistory, type FeatureVersion } from "../../api/changes.ts";
import type { Layer } from "../../api/land.ts";
import { ProblemNotice } from "../../states/ProblemNotice.tsx";
import { Waiting } from "../../states/Waiting.tsx";
import { EditForm } from "./EditForm.tsx";
import { NewForm } from "./NewForm.tsx";
import type { Subject } from "./useEditing.ts";
import "../../styles/forms.css";
import "../../styles/imports.css";
import "../../styles/edit.css";

type Props = {
  map: Map | undefined;
  subject: Subject;
  layers: readonly Layer[];
  close: () => void;
};

/** Where a feature of the map is changed, drawn or retired. */
export default function EditPanel({ map, subject, layers, close }: Props) {
  const { t } = useTranslation("edit");
  const isNew = subject.kind === "new";
  return (
    <section className="editing floating sheet" aria-label={isNew ? t("newTitle") : t("edit")}>
      {isNew ? (
        <NewForm map={map} layers={layers} close={close} />
      ) : (
        <Standing map={map} layer={subject.layer} id={subject.id} close={close} />
      )}
    </section>
  );
}

/** The version that holds now; undefined of what has been retired. */
const current = (versions: readonly FeatureVersion[]): FeatureVersion | undefined =>
  versions.find(({ validTo }) => validTo === null);

type StandingProps = { map: Map | undefined; layer: string; id: string; close: () => void };

/** What stands now is asked for anew before anybody changes it. */
function Standing({ map, layer, id, close }: StandingProps) {
  const { t } = useTranslation("edit");
  const history = useHistory(layer, id);
  if (history.isPending) return <Waiting />;
  if (history.isError) {
    return (
      <ProblemNotice error={history.error} retry={() => void history.refetch()}>
        <button type="button" className="btn" onClick={close}>
          {t("close")}
        </button>
      </ProblemNotice>
    );
  }
  const lookAgain = async () => {
    const again = await history.refetch();
    return again.data && current(again.data.versions);
  };
  return (
    <EditForm
      {...{ map, layer, id, close, lookAgain }}
      key={`${layer}:${id}`}
      now={current(history.data.versions)}
    />
  );
}
