import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { list } from "../marks/format.ts";
import { dueText } from "../tasks/due.ts";
import { ServedBy } from "../tasks/ServedBy.tsx";

/** What a measure asks of an agency: who owes what, by when, and how far it is known to be. */
export function DutyPart({ duty }: { duty: NonNullable<MeasurePage["duty"]> }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  const owners = list(
    duty.owners.map(({ title }) => say(title)),
    locale,
  );
  return (
    <dl className="kv duty">
      <dt>{t("dutyParts.deliverable")}</dt>
      <dd>{say(duty.deliverable)}</dd>
      <dt>{t("dutyParts.owner")}</dt>
      <dd>{owners}</dd>
      <dt>{t("dutyParts.due")}</dt>
      <dd>{duty.due === "unknown" ? t("dueUnknown") : dueText(duty.due, locale)}</dd>
      <dt>{t("dutyParts.state")}</dt>
      <dd>
        {duty.state === "unknown" ? (
          <span className="unk">{t("states.unknown")}</span>
        ) : (
          t(`states.${duty.state}`)
        )}
      </dd>
      {duty.servedBy && (
        <>
          <dt>{t("dutyParts.servedBy")}</dt>
          <dd>
            <ServedBy name={duty.servedBy} />
          </dd>
        </>
      )}
    </dl>
  );
}
