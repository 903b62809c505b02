import { useTranslation } from "react-i18next";
import { useDictionary } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { amountText } from "../marks/format.ts";
import { valueText } from "../marks/fact-text.ts";
import type { Given } from "./asked.ts";
import type { Asking } from "./useAsking.ts";

type Estimate = { estimate: [number, number] };

const isEstimate = (value: unknown): value is Estimate =>
  typeof value === "object" && value !== null && "estimate" in value;
const isNotApplicable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "not_applicable" in value;

function useGivenText() {
  const { t } = useTranslation("marks");
  const { locale } = useSettings();
  const dictionary = useDictionary();
  return ({ question, value }: Given): string => {
    if (isNotApplicable(value)) return t("notApplicable");
    if (isEstimate(value)) {
      const [min, max] = value.estimate;
      return amountText({ min, max }, question.unit, locale);
    }
    const definition = dictionary.byId.get(question.fact);
    return valueText(value, definition, { locale, words: { yes: t("yes"), no: t("no") } });
  };
}

/** What has been answered, each with a way to take it back. */
export function GivenAnswers({ asking }: { asking: Asking }) {
  const { t } = useTranslation("ask");
  const { locale } = useSettings();
  const text = useGivenText();
  const { outside } = asking;
  if (asking.given.length === 0 && outside === undefined) return null;
  return (
    <div className="given">
      <p className="eyebrow">{t("answered", { count: asking.given.length + (outside ? 1 : 0) })}</p>
      <ul>
        {outside && (
          <li>
            <span className="faint">{t("topicQuestion")}</span>
            <span>
              {outside.length > 0 ? t("topicsOut", { count: outside.length }) : t("topicUnsure")}
            </span>
            <button type="button" className="fold" onClick={() => asking.leaveOut(undefined)}>
              {t("change")}
              <span className="sr">{t("topicQuestion")}</span>
            </button>
          </li>
        )}
        {asking.given.map((given) => (
          <li key={`${given.at.fact} ${given.at.subject ?? ""}`}>
            <span className="faint">{given.question.label[locale]}</span>
            <span>{text(given)}</span>
            <button type="button" className="fold" onClick={() => asking.takeBack(given)}>
              {t("change")}
              <span className="sr">{given.question.label[locale]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
