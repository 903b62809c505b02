import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClauseLabel } from "../api/useClauseLabel.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";
import { ClauseChip } from "../marks/ClauseChip.tsx";
import { ForceWord } from "../marks/ForceWord.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { amountOf, forceOf, type RuleItem, type Sections } from "../report/items.ts";

const shortList = 8;

function Amount({ item }: { item: RuleItem }) {
  const found = amountOf(item);
  if (!found || item.verdict === "does_not_apply") return <span className="amt" />;
  return (
    <span className={item.verdict === "undecided" ? "amt c-maybe" : "amt"}>
      <AmountFigure amount={found.amount} unit={found.unit} />
    </span>
  );
}

function Line({ item }: { item: RuleItem }) {
  const { t } = useTranslation("ask");
  const say = useSay();
  const label = useClauseLabel();
  const force = forceOf(item);
  const { title, measure, cite } = item.first;
  return (
    <li>
      <VerdictMark verdict={item.verdict} isSpoken />
      <span className="what-rule">
        <b>{say(title)}</b>
        {item.isExploratory ? (
          <small className="faint">
            {item.verdict === "applies" ? t("exploratoryMet") : t("exploratoryOpen")}
          </small>
        ) : (
          force && item.verdict !== "does_not_apply" && <ForceWord force={force} />
        )}
      </span>
      <Amount item={item} />
      <ClauseChip measure={measure} label={label(measure, cite)} />
    </li>
  );
}

/** One line a rule: what applies first, then what is open, then what does not. */
export function VerdictList({ sections }: { sections: Sections }) {
  const { t } = useTranslation("ask");
  const [isWhole, setWhole] = useState(false);
  const items = [
    ...sections.applies,
    ...sections.undecided,
    ...sections.exploratory,
    ...sections.not,
  ];
  const rest = items.length > shortList;
  return (
    <>
      <h3 className="sr">{t("verdicts")}</h3>
      <ul className="got">
        {items.slice(0, isWhole ? undefined : shortList).map((item) => (
          <Line key={item.rule} item={item} />
        ))}
      </ul>
      {rest && (
        <button
          type="button"
          className="btn plain"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t("showFewer", { count: shortList }) : t("showAll", { count: items.length })}
        </button>
      )}
    </>
  );
}
