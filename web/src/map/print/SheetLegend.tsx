import { useTranslation } from "react-i18next";
import type { City, HeatKind, Layer } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { paper } from "../layers.ts";
import { AgeKeys } from "../panels/AgeKeys.tsx";
import { RingKeys } from "../panels/RingKeys.tsx";
import { Swatch } from "../panels/Swatch.tsx";
import { blockZoom } from "../view.ts";
import type { Portrait } from "./portrait.ts";

export type Drawn = {
  portrait: Portrait;
  city: City;
  /** The layers that the sheet shows. */
  layers: readonly Layer[];
  heat: HeatKind | undefined;
};

/** What stands on the sheet, and nothing else. */
export function SheetLegend({ portrait, layers, city, heat }: Drawn) {
  const { t } = useTranslation("map");
  const say = useSay();
  const { drawn, view } = portrait;
  return (
    <div className="sheetlegend">
      {drawn.has("buildings") && <AgeKeys />}
      {view.zoom < blockZoom && drawn.has("districts") && <RingKeys city={city} />}
      <ul>
        {layers
          .filter(({ id }) => !paper.has(id))
          .map(({ id, title }) => (
            <li key={id}>
              <Swatch layer={id} />
              {say(title)}
            </li>
          ))}
        {drawn.has("reach") && (
          <li>
            <Swatch layer="reach" />
            {t("reach")}
          </li>
        )}
        {heat && drawn.has("heat") && (
          <li>
            <Swatch colour="var(--maybe)" />
            {t("heatOf", { kind: t(`heats.${heat}`) })}
          </li>
        )}
      </ul>
    </div>
  );
}
