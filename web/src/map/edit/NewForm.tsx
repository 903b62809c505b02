import type { Map } from "maplibre-gl";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFeatureActs } from "../../api/changes.ts";
import type { Layer } from "../../api/land.ts";
import { CheckField } from "../../forms/CheckField.tsx";
import { FormActs } from "../../forms/FormActs.tsx";
import { Refused } from "../../forms/Refused.tsx";
import { TextField } from "../../forms/TextField.tsx";
import { LayerField } from "../../imports/LayerField.tsx";
import { begun, geometryOf, isWhole } from "./outline.ts";
import { OutlinePart } from "./OutlinePart.tsx";
import { Saved, type Outcome } from "./Saved.tsx";
import { useDrawing } from "./useDrawing.ts";
import { useOutline } from "./useOutline.ts";

type Props = { map: Map | undefined; layers: readonly Layer[]; close: () => void };

/** A feature that is not on the map yet: first its layer, then its points, then its words. */
export function NewForm({ map, layers, close }: Props) {
  const { t } = useTranslation("edit");
  const [layerId, setLayerId] = useState("");
  const [drawn, setDrawn] = useState<Outcome>();
  const layer = layers.find(({ id }) => id === layerId);
  if (drawn?.kind === "drawn") {
    return <Saved layer={drawn.layer} id={drawn.id} outcome={drawn} close={close} />;
  }
  return (
    <>
      <h2>{t("newTitle")}</h2>
      <LayerField label={t("layer")} layers={layers} value={layerId} change={setLayerId} />
      {layer ? (
        <DrawForm key={layer.id} {...{ map, layer, close }} done={setDrawn} />
      ) : (
        <p className="acts">
          <button type="button" className="btn plain" onClick={close}>
            {t("leave")}
          </button>
        </p>
      )}
    </>
  );
}

type DrawProps = {
  map: Map | undefined;
  layer: Layer;
  close: () => void;
  done: (outcome: Outcome) => void;
};

const blank = { name: "", reason: "", validFrom: "", synthetic: "" };
type Words = typeof blank;

function WordFields({ words, change }: { words: Words; change: (part: Partial<Words>) => void }) {
  const { t } = useTranslation("edit");
  return (
    <>
      {(["name", "reason"] as const).map((field) => (
        <TextField
          key={field}
          label={t(`fields.${field}`)}
          value={words[field]}
          maxLength={field === "name" ? 200 : 500}
          required
          change={(text) => change({ [field]: text })}
        />
      ))}
      <TextField
        label={t("fields.validFrom")}
        hint={t("validFromHint")}
        type="date"
        value={words.validFrom}
        change={(validFrom) => change({ validFrom })}
      />
      <CheckField
        label={t("synthetic")}
        isOn={words.synthetic === "yes"}
        change={(isOn) => change({ synthetic: isOn ? "yes" : "" })}
      />
    </>
  );
}

function DrawForm({ map, layer, close, done }: DrawProps) {
  const { t } = useTranslation("edit");
  const [start] = useState(() => begun(layer.geometry));
  const editor = useOutline(start);
  const setAtCentre = useDrawing(map, editor);
  const [words, setWords] = useState(blank);
  const { create } = useFeatureActs();
  const [name, reason] = [words.name.trim(), words.reason.trim()];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const draft = {
      ...{ layer: layer.id, name, reason, geometry: geometryOf(editor.outline) },
      ...{ synthetic: words.synthetic === "yes" },
      ...(words.validFrom && { validFrom: words.validFrom }),
    };
    create.mutate(draft, {
      onSuccess: ({ id }) => done({ kind: "drawn", layer: layer.id, id }),
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="small">{t("drawHint")}</p>
      <p className="acts">
        <button type="button" className="btn" onClick={setAtCentre}>
          {t("setAtCentre")}
        </button>
      </p>
      <OutlinePart map={map} editor={editor} />
      <WordFields words={words} change={(part) => setWords((held) => ({ ...held, ...part }))} />
      <Refused error={create.error} />
      <FormActs
        label={t("create")}
        busy={t("creating")}
        isBusy={create.isPending}
        isBlocked={!isWhole(editor.outline) || name === "" || reason === ""}
        leave={{ label: t("leave"), act: close }}
      />
    </form>
  );
}
