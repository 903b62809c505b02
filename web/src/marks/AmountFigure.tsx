import type { Amount } from "../../../src/rules/contract.ts";
import { useSettings } from "../app/settings.ts";
import { spanOf, spanText, symbol } from "./format.ts";

type Props = { amount: Amount; unit?: string | undefined };

/** A figure or a range with its unit, the unit smaller. */
export function AmountFigure({ amount, unit }: Props) {
  const { locale } = useSettings();
  const sign = symbol(unit, locale);
  return (
    <>
      <span className="n">{spanText(spanOf(amount), unit)}</span>
      {sign && <span className="u">{sign}</span>}
    </>
  );
}
