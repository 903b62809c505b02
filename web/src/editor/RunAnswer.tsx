import { useTranslation } from "react-i18next";
import { useDictionary } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";
import { list } from "../marks/format.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { ProofTree } from "../report/ProofTree.tsx";
import type { RuleAnswer } from "./desk/trial.ts";

function Missing({ verdict: { missing } }: Pick<RuleAnswer, "verdict">) {
  const { t } = useTranslation("editor");
  const { locale } = useSettings();
  const { byId } = useDictionary();
  if (missing.length === 0) return null;
  const names = [...new Set(missing.map(({ id }) => byId.get(id)?.label[locale] ?? id))];
  return <p className="small c-maybe">{t("missingFacts", { names: list(names, locale) })}</p>;
}

/** What one rule came to, with its amounts and the proof. */
export function RunAnswer({ answer: { verdict, explanation } }: { answer: RuleAnswer }) {
  const { t } = useTranslation("editor");
  const { t: mark } = useTranslation("marks");
  const say = useSay();
  const { title, subject, effects, because, reasons } = verdict;
  return (
    <div className="runanswer">
      <h3>
        <VerdictMark verdict={verdict.verdict} />
        {say(title)}
        <span className="small">{mark(`verdicts.${verdict.verdict}`)}</span>
      </h3>
      {subject !== "project" && <p className="small faint">{t("forSubject", { subject })}</p>}
      <p className="small faint">{t(`conditions.${verdict.condition}`)}</p>
      {verdict.verdict !== "does_not_apply" &&
        effects.map(
          ({ kind, target, title: what, amount, unit }) =>
            amount && (
              <p key={`${kind} ${target}`} className="amt">
                {say(what)} <AmountFigure amount={amount} unit={unit} />
              </p>
            ),
        )}
      {because && <p className="small">{say(because)}</p>}
      {reasons.map(({ code, detail }) => (
        <p key={code} className="small">
          {say(detail)}
        </p>
      ))}
      <Missing verdict={verdict} />
      <ProofTree explanation={explanation} />
    </div>
  );
}
