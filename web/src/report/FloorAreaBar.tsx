import { useTranslation } from "react-i18next";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { AmountFigure } from "../marks/AmountFigure.tsx";
import { amountText, figure, list } from "../marks/format.ts";
import { readableTicks, type Bar } from "./bar.ts";

function Ticks({ bar }: { bar: Bar }) {
  const width = bar.parts.reduce((all, part) => all + part.width, 0);
  const ticks = readableTicks(bar.ticks);
  return (
    <p className="ticks n" aria-hidden="true">
      {ticks.map((tick, index) => {
        const side = index === 0 ? "a" : tick === width ? "z" : "";
        return (
          <span key={tick} className={side} style={{ left: `${(100 * tick) / width}%` }}>
            {figure(tick)}
          </span>
        );
      })}
    </p>
  );
}

/** What is settled is solid, what may still come is hatched; the figure stands at the right. */
export function FloorAreaBar({ bar }: { bar: Bar }) {
  const { t } = useTranslation("report");
  const { locale } = useSettings();
  const say = useSay();
  const { settled, most, unit, parts } = bar;
  const ranges = parts.flatMap(({ mark, title, width }) =>
    mark === "maybe" && title
      ? [`${say(title)} ${amountText({ min: 0, max: width }, unit, locale)}`]
      : [],
  );
  const label = t("availableLabel", {
    min: figure(settled),
    max: most === undefined ? t("noCeiling") : figure(most),
  });
  return (
    <figure className="rng">
      <figcaption>
        <span>{t("available")}</span>
        <span>
          <AmountFigure
            amount={{ min: settled, ...(most !== undefined && { max: most }) }}
            unit={unit}
          />
        </span>
      </figcaption>
      <div className="tri" role="img" aria-label={label}>
        {parts.map((part, index) => (
          <i key={index} className={part.mark} style={{ flex: part.width }} />
        ))}
      </div>
      <Ticks bar={bar} />
      <p className="small faint">
        {ranges.length > 0
          ? t("availableMeans", { parts: list(ranges, locale) })
          : settled > 0 && t("availableSolid")}
      </p>
    </figure>
  );
}
