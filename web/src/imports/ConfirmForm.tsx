import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useImportActs, type Findings, type LandImport } from "../api/imports.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { ColumnsPart } from "./ColumnsPart.tsx";
import { isComplete, orderOf, proposedOrder, type OrderDraft } from "./order.ts";
import { OriginPart } from "./OriginPart.tsx";
import { WherePart } from "./WherePart.tsx";

type Props = { line: LandImport; findings: Findings; accountId: string };

/** What must still be said before the import can be confirmed. */
function Missing({ draft }: { draft: OrderDraft }) {
  const { t } = useTranslation("imports");
  const what = [
    ...(draft.crs === "" ? [t("missingCrs")] : []),
    ...(draft.reason.trim() === "" ? [t("missingReason")] : []),
  ];
  if (what.length === 0) return null;
  return <p className="small c-maybe">{t("missing", { what: what.join(t("listComma")) })}</p>;
}

/** The findings as they are to be understood, to be confirmed by whoever brought the file. */
export function ConfirmForm({ line, findings, accountId }: Props) {
  const { t } = useTranslation("imports");
  const { confirm, cancel } = useImportActs(line.id);
  const name = `${accountId}.import.${line.id}`;
  const { draft, change, clear } = useDraft<OrderDraft>(name, proposedOrder(findings));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isComplete(draft)) confirm.mutate(orderOf(draft));
  };
  return (
    <form onSubmit={submit} className="confirm">
      <WherePart crs={findings.crs} chosen={draft.crs} choose={(crs) => change({ crs })} />
      <ColumnsPart findings={findings} draft={draft} change={change} />
      <OriginPart draft={draft} change={change} />
      <div className="end">
        <Missing draft={draft} />
        <Refused error={confirm.error ?? cancel.error} />
        <FormActs
          label={t("confirm")}
          busy={t("confirming")}
          isBusy={confirm.isPending}
          isBlocked={!isComplete(draft)}
        >
          <SureButton
            label={t("cancel")}
            question={t("cancelSure")}
            isBusy={cancel.isPending}
            act={() => cancel.mutate(undefined, { onSuccess: clear })}
          />
        </FormActs>
      </div>
    </form>
  );
}
