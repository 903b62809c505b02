import { useTranslation } from "react-i18next";
import type { Report } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";

/** The totals by account, in force only. One account, or unknown figures, need no table. */
export function TotalsTable({ totals }: { totals: Report["totals"] }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const isTold = totals.some(({ amount }) => amount.max !== undefined || (amount.min ?? 0) > 0);
  if (totals.length < 2 || !isTold) return null;
  return (
    <table className="totals">
      <caption>
        {t("totals")} <small className="faint">{t("totalsCaption")}</small>
      </caption>
      <tbody>
        {totals.map(({ account, title, subject, amount, unit }) => (
          <tr key={`${account} ${subject} ${unit}`}>
            <th scope="row">{say(title)}</th>
            <td className={amount.min === amount.max ? "num" : "num c-maybe"}>
              <AmountFigure amount={amount} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
