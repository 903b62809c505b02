import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { City, Layer } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { layerGroups, paper } from "../layers.ts";
import { AgeKeys } from "./AgeKeys.tsx";
import { RingKeys } from "./RingKeys.tsx";
import { Swatch } from "./Swatch.tsx";

type Props = {
  layers: readonly Layer[];
  city: City | undefined;
  isNear: boolean;
  zoom: number;
  shown: ReadonlySet<string>;
  toggle: (id: string) => void;
};

type RowProps = { id: string; title: string; isShown: boolean; note?: string; toggle: () => void };

function LayerRow({ id, title, isShown, note, toggle }: RowProps) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={isShown} onChange={toggle} />
        <span className="box" />
        <Swatch layer={id} />
        <span>{title}</span>
        {note && <small className="faint">{note}</small>}
      </label>
    </li>
  );
}

type RowsProps = Pick<Props, "layers" | "shown" | "toggle">;

/** The layers that speak at this zoom, by group; those that come nearer the ground come with it. */
function LayerRows({ layers, shown, toggle }: RowsProps) {
  const { t } = useTranslation("map");
  const say = useSay();
  return layerGroups.map((group) => {
    const rows = layers.filter((one) => one.group === group && one.count > 0 && !paper.has(one.id));
    if (rows.length === 0) return null;
    return (
      <div key={group}>
        <h3 className="eyebrow">{t(`groups.${group}`)}</h3>
        <ul>
          {rows.map(({ id, title, level }) => (
            <LayerRow
              key={id}
              id={id}
              title={say(title)}
              isShown={shown.has(id)}
              toggle={() => toggle(id)}
              {...(level === "1" && { note: t("bottomLine") })}
            />
          ))}
          {rows.some(({ id }) => id === "stations") && (
            <LayerRow
              id="reach"
              title={t("reach")}
              isShown={shown.has("reach")}
              toggle={() => toggle("reach")}
            />
          )}
        </ul>
      </div>
    );
  });
}

/** What the map shows and how it draws it; folded on a phone until asked for. */
export function LayersPanel({ layers, city, isNear, zoom, shown, toggle }: Props) {
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
        <LayerRows layers={speaking} shown={shown} toggle={toggle} />
        {speaking.length < layers.length && <p className="small faint src">{t("nearerMore")}</p>}
      </div>
    </section>
  );
}
