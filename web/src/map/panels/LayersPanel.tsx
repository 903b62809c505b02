import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { City, Layer } from "../../api/land.ts";
import type { Shown } from "../useShown.ts";
import { AgeKeys } from "./AgeKeys.tsx";
import { HeatKeys, type HeatChoice } from "./HeatKeys.tsx";
import { KeepersLinks } from "./KeepersLinks.tsx";
import { LayerRows } from "./LayerRows.tsx";
import { RingKeys } from "./RingKeys.tsx";

type Props = {
  layers: readonly Layer[];
  city: City | undefined;
  isNear: boolean;
  zoom: number;
  look: Shown;
  heat: HeatChoice;
};

/** What the map shows and how it draws it; folded on a phone until asked for. */
export function LayersPanel(props: Props) {
  const { layers, city, isNear, zoom, look, heat } = props;
  const { t } = useTranslation("map");
  const [isOpen, setOpen] = useState(false);
  const speaking = layers.filter(({ minZoom }) => zoom >= minZoom - 0.5);
  return (
    <section className={isOpen ? "layers sheet open" : "layers sheet"} aria-label={t("layers")}>
      <div className="lh">
        <h2>{t("layers")}</h2>
        <button
          type="button"
          className="fold"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t("layersClose") : t("layersOpen")}
        </button>
      </div>
      <div className="layerlist">
        {isNear && <AgeKeys />}
        {!isNear && city && <RingKeys city={city} />}
        {city?.generated && <HeatKeys {...heat} />}
        <LayerRows layers={speaking} look={look} />
        {speaking.length < layers.length && <p className="small faint src">{t("nearerMore")}</p>}
        <KeepersLinks />
      </div>
    </section>
  );
}
