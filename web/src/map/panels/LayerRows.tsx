import { useTranslation } from "react-i18next";
import type { Layer } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { layerGroups, openAtFirst } from "../layers.ts";
import { lookOf } from "../style/looks.ts";
import type { Shown } from "../useShown.ts";
import { Swatch } from "./Swatch.tsx";

type RowProps = {
  id: string;
  title: string;
  isShown: boolean;
  note?: string;
  toggle: () => void;
  /** Where the layer may be drawn weaker. */
  strength?: { value: number; weaken: (strength: number) => void };
};

type FieldProps = { title: string; strength: NonNullable<RowProps["strength"]> };

/** How strongly a layer is drawn, while it is drawn. */
function StrengthField({ title, strength }: FieldProps) {
  const { t } = useTranslation("map");
  return (
    <input
      type="range"
      className="strength"
      min={10}
      max={100}
      step={10}
      aria-label={t("strength", { layer: title })}
      value={Math.round(strength.value * 100)}
      onChange={({ target }) => strength.weaken(Number(target.value) / 100)}
    />
  );
}

function LayerRow({ id, title, isShown, note, toggle, strength }: RowProps) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={isShown} onChange={toggle} />
        <span className="box" />
        <Swatch layer={id} />
        <span>{title}</span>
        {note && <small className="faint">{note}</small>}
      </label>
      {isShown && strength && <StrengthField title={title} strength={strength} />}
    </li>
  );
}

type Props = { layers: readonly Layer[]; look: Shown };

function Rows({ layers, look: { shown, strengths, toggle, weaken } }: Props) {
  const { t } = useTranslation("map");
  const say = useSay();
  return (
    <ul>
      {layers.map(({ id, title, level }) => (
        <LayerRow
          key={id}
          id={id}
          title={say(title)}
          isShown={shown.has(id)}
          toggle={() => toggle(id)}
          {...(level === "1" && { note: t("bottomLine") })}
          {...(lookOf(id) && {
            strength: { value: strengths[id] ?? 1, weaken: (to: number) => weaken(id, to) },
          })}
        />
      ))}
      {layers.some(({ id }) => id === "stations") && (
        <LayerRow
          id="reach"
          title={t("reach")}
          isShown={shown.has("reach")}
          toggle={() => toggle("reach")}
        />
      )}
    </ul>
  );
}

/** The layers that speak at this zoom, by group; those that come nearer the ground come with it. */
export function LayerRows({ layers, look }: Props) {
  const { t } = useTranslation("map");
  return layerGroups.map((group) => {
    const own = layers.filter((one) => one.group === group && one.count > 0);
    const rows = own.filter(({ id }) => !look.fixed.has(id));
    if (rows.length === 0) return null;
    const drawn = rows.filter(({ id }) => look.shown.has(id)).length;
    return (
      <details key={group} open={openAtFirst.has(group)}>
        <summary className="eyebrow">
          {t(`groups.${group}`)}
          <small className="n">{t("shownOf", { shown: drawn, all: rows.length })}</small>
        </summary>
        <Rows layers={rows} look={look} />
      </details>
    );
  });
}
