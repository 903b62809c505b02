import { useTranslation } from "react-i18next";
import type { CardAnswer, CardPage } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";
import { list } from "../marks/format.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";

type Verdict = CardAnswer["report"]["verdicts"][number];
type Props = { answer: CardAnswer; facts: CardPage["facts"] };

/** What that place would say: rule by rule, with what is still missing. */
export function CardVerdicts({ answer: { report }, facts }: Props) {
  const { t } = useTranslation("cards");
  return (
    <div role="status" className="cardsaid">
      <p className="eyebrow">{t("wouldSay")}</p>
      <ul className="got">
        {report.verdicts.map((verdict) => (
          <Line key={`${verdict.rule} ${verdict.subject}`} verdict={verdict} facts={facts} />
        ))}
      </ul>
      <p className="small faint">{t("notOurLaw")}</p>
    </div>
  );
}

function Line({ verdict, facts }: { verdict: Verdict; facts: CardPage["facts"] }) {
  const { t } = useTranslation("cards");
  const { locale } = useSettings();
  const say = useSay();
  const missing = verdict.missing.flatMap(({ id }) => {
    const fact = facts.find((one) => one.id === id);
    return fact ? [say(fact.label)] : [];
  });
  const effect = verdict.effects.find(({ amount }) => amount !== undefined);
  return (
    <li>
      <VerdictMark verdict={verdict.verdict} />
      <span className="what-rule">
        <b>{say(verdict.title)}</b>
        <small className="faint">{t(`meets.${verdict.verdict}`)}</small>
        {missing.length > 0 && (
          <small className="c-maybe">{t("missing", { names: list(missing, locale) })}</small>
        )}
      </span>
      <span className="amt">
        {effect?.amount && verdict.verdict !== "does_not_apply" && (
          <AmountFigure amount={effect.amount} unit={effect.unit} />
        )}
      </span>
    </li>
  );
}
