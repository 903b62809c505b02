import { useTranslation } from "react-i18next";
import type { Amount } from "../../../src/rules/contract.ts";
import { useSettings } from "../app/settings.ts";
import { spanOf, spanText, symbol } from "./format.ts";

type Props = { amount: Amount; unit?: string | undefined };

/** A figure or a range, its unit smaller. What is bounded by nothing known is unknown. */
export function AmountFigure({ amount, unit }: Props) {
  const { locale } = useSettings();
  const { t } = useTranslation("marks");
  const sign = symbol(unit, locale);
  const span = spanOf(amount);
  const isUnknown = span.kind === "unbounded" || (span.kind === "at_least" && span.min === 0);
  if (isUnknown) return <span className="unk">{t("amountUnknown")}</span>;
  return (
    <>
      <span className="n">{spanText(span, unit)}</span>
      {sign && <span className="u">{sign}</span>}
    </>
  );
}
