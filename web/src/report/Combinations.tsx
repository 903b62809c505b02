import { useTranslation } from "react-i18next";
import type { Report } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";

/** How rules that give the same thing go together: added, the largest, or only one of them. */
export function Combinations({ report }: { report: Report }) {
  const { t } = useTranslation(["report", "policies"]);
  const say = useSay();
  const speaking = new Set(
    report.verdicts.filter(({ verdict }) => verdict !== "does_not_apply").map(({ rule }) => rule),
  );
  const lines = report.combinations.filter(
    ({ rules }) => rules.filter((rule) => speaking.has(rule)).length > 1,
  );
  if (lines.length === 0) return null;
  return (
    <>
      <div className="part" id="combinations">
        <h2>{t("report:combination")}</h2>
      </div>
      <ul className="combinations">
        {lines.map(({ id, stack, because, amount, unit }) => (
          <li key={id}>
            <b>{t(`policies:stacks.${stack}`)}</b>
            <span className="muted">{say(because)}</span>
            <span className="num">{amount && <AmountFigure amount={amount} unit={unit} />}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
