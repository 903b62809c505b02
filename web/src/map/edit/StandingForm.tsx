import type { Map } from "maplibre-gl";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFeatureActs, type FeatureVersion } from "../../api/changes.ts";
import { codeOf } from "../../api/problem.ts";
import { FormActs } from "../../forms/FormActs.tsx";
import { Refused } from "../../forms/Refused.tsx";
import { SureButton } from "../../forms/SureButton.tsx";
import { draftOf, editOf, isEdit } from "./draft.ts";
import { EditFields } from "./EditFields.tsx";
import { OutlinePart } from "./OutlinePart.tsx";
import { begun, outlineOf, type Geometry, type Outline } from "./outline.ts";
import type { Outcome } from "./Saved.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { useOutline } from "./useOutline.ts";

type Props = {
  map: Map | undefined;
  layer: string;
  id: string;
  opened: FeatureVersion;
  now: FeatureVersion | undefined;
  lookAgain: () => Promise<FeatureVersion | undefined>;
  startAgain: () => void;
  close: () => void;
  done: (outcome: Outcome) => void;
};

const startOf = ({ geometry }: FeatureVersion): Outline | undefined =>
  outlineOf(geometry as Geometry);

/** Saving and retiring, each on the version that was seen; and whether another has come since. */
function useSaving({ layer, id, opened, lookAgain, done }: Props) {
  const { edit, retire } = useFeatureActs();
  const [isStale, setStale] = useState(false);
  const onError = (error: Error) => {
    if (codeOf(error) !== "feature_stale") return;
    void lookAgain().then(() => setStale(true));
  };
  const seen = { layer, id, version: opened.version };
  return {
    ...{ edit, retire, isStale },
    save: (change: Parameters<typeof editOf>, version = opened.version) => {
      setStale(false);
      edit.mutate(
        { ...seen, version, ...editOf(...change) },
        { onSuccess: (receipt) => done({ kind: "saved", version: receipt.version }), onError },
      );
    },
    leave: (reason: string) =>
      retire.mutate({ ...seen, reason }, { onSuccess: () => done({ kind: "retired" }), onError }),
  };
}

/** The outline and the words of a feature, to be changed for a reason. */
export function StandingForm(props: Props) {
  const { t } = useTranslation("edit");
  const { map, opened, now, startAgain, close } = props;
  const [draft, setDraft] = useState(() => draftOf(opened));
  const [start] = useState(() => startOf(opened));
  const editor = useOutline(start ?? begun("point"));
  const saving = useSaving(props);
  const reason = draft.reason.trim();
  const change = [opened, draft, start && editor.hasChanged ? editor.outline : undefined] as const;
  const isChange = isEdit(editOf(...change));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.save([...change]);
  };
  return (
    <form className="form" onSubmit={submit}>
      {start ? <OutlinePart map={map} editor={editor} /> : <p>{t("notDrawn")}</p>}
      <EditFields draft={draft} change={(part) => setDraft((held) => ({ ...held, ...part }))} />
      {saving.isStale ? (
        <StaleNotice
          {...{ opened, now, close }}
          takeTheirs={startAgain}
          sendMine={() => now && saving.save([...change], now.version)}
        />
      ) : (
        <Refused error={saving.edit.error ?? saving.retire.error} />
      )}
      {!isChange && <p className="small faint">{t("nothing")}</p>}
      <FormActs
        label={t("save")}
        busy={t("saving")}
        isBusy={saving.edit.isPending}
        isBlocked={!isChange || reason === "" || saving.isStale}
        leave={{ label: t("leave"), act: close }}
      />
      <Retire reason={reason} isBusy={saving.retire.isPending} act={saving.leave} />
    </form>
  );
}

type RetireProps = { reason: string; isBusy: boolean; act: (reason: string) => void };

/** Takes the feature off the map, for the reason that stands in the form. */
function Retire({ reason, isBusy, act }: RetireProps) {
  const { t } = useTranslation("edit");
  return (
    <p className="retire">
      <SureButton
        label={t("retire")}
        question={t("retireSure")}
        isBusy={isBusy || reason === ""}
        act={() => act(reason)}
      />
      {reason === "" && <small className="faint">{t("retireReason")}</small>}
    </p>
  );
}
