import { useTranslation } from "react-i18next";
import { useImportActs, type LandImport } from "../api/imports.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";

/** A file of which a part is missing: the page that sent it was left. */
export function HalfSent({ line }: { line: LandImport }) {
  const { t } = useTranslation("imports");
  const { cancel } = useImportActs(line.id);
  return (
    <section className="notice">
      <h2>{t("halfTitle")}</h2>
      <p>{t("halfText")}</p>
      <p className="acts">
        <SureButton
          label={t("cancel")}
          question={t("cancelSure")}
          isBusy={cancel.isPending}
          act={() => cancel.mutate()}
        />
      </p>
      <Refused error={cancel.error} />
    </section>
  );
}
