import { useTranslation } from "react-i18next";
import { useClauseLabel } from "../api/useClauseLabel.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";
import { ClauseChip } from "../marks/ClauseChip.tsx";
import { ForceWord } from "../marks/ForceWord.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { amountOf, forceOf, type RuleItem } from "./items.ts";

function ItemAmount({ item }: { item: RuleItem }) {
  const found = item.verdict === "does_not_apply" ? undefined : amountOf(item);
  if (!found) return <div className="amt" />;
  return (
    <div className={item.verdict === "undecided" ? "amt c-maybe" : "amt"}>
      <AmountFigure amount={found.amount} unit={found.unit} />
    </div>
  );
}

/** The line of a rule: mark, name, force, clause, and its amount at the right. */
export function RuleHead({ item }: { item: RuleItem }) {
  const { t } = useTranslation("marks");
  const say = useSay();
  const label = useClauseLabel();
  const force = forceOf(item);
  const { title, measure, cite, standing } = item.first;
  return (
    <>
      <VerdictMark verdict={item.verdict} />
      <div>
        <h3>{say(title)}</h3>
        {force && item.verdict !== "does_not_apply" && <ForceWord force={force} />}
        <ClauseChip measure={measure} label={label(measure, cite)} />
        {standing !== "full" && <span className="standing">{t(`standings.${standing}`)}</span>}
      </div>
      <ItemAmount item={item} />
    </>
  );
}
