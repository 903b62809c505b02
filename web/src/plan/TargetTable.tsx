import { useTranslation } from "react-i18next";
import type { TargetLine } from "../../../src/policy/contract.ts";
import { usePack } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { parameterText } from "../policies/parameter-text.ts";
import { dueText, isPast } from "../tasks/due.ts";

/** By when; of a date that has passed nobody here knows whether the target was reached. */
function By({ by }: { by: string }) {
  const { t } = useTranslation("tasks");
  const { locale } = useSettings();
  const today = usePack().data?.today ?? "";
  if (by === "unknown") return <span className="unk">{t("dueUnknown")}</span>;
  return (
    <>
      {dueText(by, locale)}
      {isPast(by, today) && <small className="faint"> {t("reachedUnknown")}</small>}
    </>
  );
}

type Props = { title: string; targets: readonly TargetLine[] };

/** What a campaign sets out to reach. */
export function TargetTable({ title, targets }: Props) {
  const { t } = useTranslation("tasks");
  const { locale } = useSettings();
  const say = useSay();
  return (
    <table className="targets">
      <caption className="sr">{t("targetsOf", { title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("targetColumns.target")}</th>
          <th scope="col" className="num">
            {t("targetColumns.value")}
          </th>
          <th scope="col">{t("targetColumns.by")}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map(({ id, title: target, value, unit, relation, by }) => (
          <tr key={id}>
            <th scope="row">{say(target)}</th>
            <td className="num">
              <span className="faint">{t(`relations.${relation}`)}</span>{" "}
              {parameterText(value, unit, locale)}
            </td>
            <td>
              <By by={by} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
