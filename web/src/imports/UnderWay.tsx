import { useTranslation } from "react-i18next";
import { useImportActs, type LandImport } from "../api/imports.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { figure } from "../marks/format.ts";

/** A bar of all where all is known; else one that tells only that work goes on. */
function Bar({ line: { done, total, state } }: { line: LandImport }) {
  const { t } = useTranslation("imports");
  const label = t(`states.${state}`);
  if (total === null || total === 0) return <progress aria-label={label} />;
  return <progress value={Math.min(done, total)} max={total} aria-label={label} />;
}

/** How far reading or writing has come, and the way to break it off. */
export function UnderWay({ line }: { line: LandImport }) {
  const { t } = useTranslation("imports");
  const { cancel } = useImportActs(line.id);
  const { done, total } = line;
  const rows = { done: figure(done), total: figure(total ?? 0) };
  return (
    <section className="under-way">
      <Bar line={line} />
      <p className="small">
        <span className="n">{total === null ? t("rowsRead", rows) : t("rowsDone", rows)}</span>
        <span className="faint">{t("leaveOpen")}</span>
      </p>
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
