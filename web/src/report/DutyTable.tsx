import { useTranslation } from "react-i18next";
import { useClauseLabel } from "../api/useClauseLabel.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseChip } from "../marks/ClauseChip.tsx";
import { ForceWord } from "../marks/ForceWord.tsx";
import type { Duty } from "./duties.ts";

function Row({ duty: { item, line, isNow } }: { duty: Duty }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const label = useClauseLabel();
  const { measure, cite, title } = item.first;
  return (
    <tr>
      <th scope="row">{say(line.title)}</th>
      <td>{t(`kinds.${line.kind}`)}</td>
      <td>
        <ForceWord force={line.force} />
      </td>
      <td>{say(title)}</td>
      <td className={isNow ? "" : "c-maybe"}>{isNow ? t("dutyNow") : t("dutyIf")}</td>
      <td>
        <ClauseChip measure={measure} label={label(measure, cite)} />
      </td>
    </tr>
  );
}

const columns = ["what", "kind", "force", "from", "state", "cite"] as const;

export function DutyTable({ duties }: { duties: readonly Duty[] }) {
  const { t } = useTranslation("report");
  if (duties.length === 0) return <p className="nothing faint">{t("noDuties")}</p>;
  return (
    <div className="scroller" tabIndex={0} role="group" aria-label={t("duties")}>
      <table>
        <caption className="sr">{t("duties")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`dutyColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <Row key={`${duty.item.rule} ${duty.line.kind} ${duty.line.id}`} duty={duty} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
