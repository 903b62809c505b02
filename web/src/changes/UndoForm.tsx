import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndo, type Change } from "../api/changes.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { TextField } from "../forms/TextField.tsx";

/** Takes a change back, with a reason, asked twice. */
export function UndoForm({ change }: { change: Pick<Change, "id"> }) {
  const { t } = useTranslation("changes");
  const undo = useUndo();
  const [reason, setReason] = useState("");
  const act = () => undo.mutate({ id: change.id, reason: reason.trim() });
  return (
    <div className="undo" role="group" aria-label={t("undoTitle")}>
      <TextField
        label={t("undoReason")}
        value={reason}
        maxLength={500}
        disabled={undo.isPending}
        change={setReason}
      />
      <p className="acts">
        <SureButton
          label={undo.isPending ? t("undoing") : t("undo")}
          question={t("undoSure")}
          isBusy={undo.isPending || reason.trim() === ""}
          act={act}
        />
      </p>
      <Refused error={undo.error} />
    </div>
  );
}
