import { useTranslation } from "react-i18next";
import { TextField } from "../forms/TextField.tsx";

export type TitleDraft = { zh: string; en: string };

type Props = { draft: TitleDraft; change: (part: Partial<TitleDraft>) => void };

/** The name of an organisation: everybody reads it in their own language. */
export function TitleFields({ draft, change }: Props) {
  const { t } = useTranslation("people");
  return (
    <div className="pair">
      <TextField
        label={t("organisation.zh")}
        value={draft.zh}
        change={(zh) => change({ zh })}
        maxLength={100}
        autoComplete="off"
        required
      />
      <TextField
        label={t("organisation.en")}
        value={draft.en}
        change={(en) => change({ en })}
        maxLength={200}
        autoComplete="off"
        required
      />
    </div>
  );
}
