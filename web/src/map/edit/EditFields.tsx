import { useTranslation } from "react-i18next";
import { TextField } from "../../forms/TextField.tsx";
import type { EditDraft } from "./draft.ts";

type Props = { draft: EditDraft; change: (part: Partial<EditDraft>) => void };

function PropertyFields({ draft, change }: Props) {
  const { t } = useTranslation(["edit", "map"]);
  const { typed } = draft;
  const names = Object.keys(typed);
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{t("properties")}</summary>
      <div className="properties">
        {names.map((name) => (
          <TextField
            key={name}
            label={t(`map:columns.${name as "name"}`, { defaultValue: name })}
            value={typed[name] ?? ""}
            maxLength={500}
            change={(words) => change({ typed: { ...typed, [name]: words } })}
          />
        ))}
      </div>
    </details>
  );
}

/** Name, properties, and why they change. */
export function EditFields({ draft, change }: Props) {
  const { t } = useTranslation("edit");
  return (
    <>
      <TextField
        label={t("fields.name")}
        value={draft.name}
        maxLength={200}
        required
        change={(name) => change({ name })}
      />
      <PropertyFields draft={draft} change={change} />
      <TextField
        label={t("fields.reason")}
        value={draft.reason}
        maxLength={500}
        required
        change={(reason) => change({ reason })}
      />
      <TextField
        label={t("fields.validFrom")}
        hint={t("validFromHint")}
        type="date"
        value={draft.validFrom}
        change={(validFrom) => change({ validFrom })}
      />
    </>
  );
}
