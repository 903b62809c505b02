import { useTranslation } from "react-i18next";
import type { FactRow } from "../../../src/policy/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { AmountFigure } from "./AmountFigure.tsx";
import { valueText } from "./fact-text.ts";

type Stated = Pick<
  FactRow,
  "fact" | "state" | "value" | "min" | "max" | "reason" | "unit" | "text"
>;

/** Unknown is a hatched word, never zero and never blank; an estimate is underlined with dashes. */
export function FactValue({ row }: { row: { [Key in keyof Stated]?: Stated[Key] | undefined } }) {
  const { t } = useTranslation("marks");
  const { locale } = useSettings();
  const dictionary = useDictionary();
  const definition = row.fact ? dictionary.byId.get(row.fact) : undefined;
  const unit = row.unit ?? definition?.unit;

  if (row.state === "unknown") return <span className="unk">{t("unknown")}</span>;
  if (row.state === "not_applicable") {
    const reason = typeof row.reason === "object" ? row.reason[locale] : row.reason;
    const text = reason ? t("notApplicableBecause", { reason }) : t("notApplicable");
    return <span className="c-no">{text}</span>;
  }
  if (row.state === "estimate") {
    return (
      <span className="est">
        <AmountFigure
          amount={{
            ...(row.min !== undefined && { min: row.min }),
            ...(row.max !== undefined && { max: row.max }),
          }}
          unit={unit}
        />
      </span>
    );
  }
  if (row.text) return <>{row.text[locale]}</>;
  if (typeof row.value === "number" && !definition?.id.endsWith("year")) {
    return <AmountFigure amount={{ min: row.value, max: row.value }} unit={unit} />;
  }
  return <>{valueText(row.value, definition, { locale, words: { yes: t("yes"), no: t("no") } })}</>;
}
