import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { ForceWord } from "../marks/ForceWord.tsx";
import { list } from "../marks/format.ts";

type Rule = MeasurePage["rules"][number];

/** Where the text can be read in two ways, both stand here with the one that this pack takes. */
function Reading({ reading }: { reading: NonNullable<Rule["reading"]> }) {
  const { t } = useTranslation("policies");
  const say = useSay();
  return (
    <dl className="kv">
      <dt>{t("readingChosen")}</dt>
      <dd>{say(reading.chosen)}</dd>
      <dt>{t("readingOther")}</dt>
      {reading.alternatives.map((other) => (
        <dd key={other.zh} className="faint">
          {say(other)}
        </dd>
      ))}
    </dl>
  );
}

/** One rule as a sentence, with its condition as written and the readings behind it. */
export function RuleCard({ rule }: { rule: Rule }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  const texts = list(rule.needsTexts.map(say), locale);
  return (
    <section className="rulecard">
      <div className="lh">
        <h3>{say(rule.title)}</h3>
        {rule.forces.map((force) => (
          <ForceWord key={force} force={force} />
        ))}
        <span className="small faint">
          {t("addressee", { name: t(`addressees.${rule.addressee}`) })}
        </span>
      </div>
      <p>{say(rule.sentence)}</p>
      {rule.needsTexts.length > 0 && (
        <p className="small c-maybe">{t("needsText", { names: texts })}</p>
      )}
      {rule.unverified && <p className="small c-maybe">{t("unverified")}</p>}
      {rule.reading && <Reading reading={rule.reading} />}
      {rule.when && (
        <details className="proof">
          <summary>{t("when")}</summary>
          <pre tabIndex={0}>{rule.when.trim()}</pre>
        </details>
      )}
    </section>
  );
}
