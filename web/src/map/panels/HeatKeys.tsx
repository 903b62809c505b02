import { useTranslation } from "react-i18next";
import type { HeatKind } from "../../api/land.ts";
import { heatKinds } from "../heat-kinds.ts";

export type HeatChoice = {
  heat: HeatKind | undefined;
  choose: (heat: HeatKind | undefined) => void;
  /** Nobody has counted what stood on another day: only the present glows. */
  isOfNow: boolean;
};

/** Which kind of building the map glows for; none at first. */
export function HeatKeys({ heat, choose, isOfNow }: HeatChoice) {
  const { t } = useTranslation("map");
  return (
    <details className="heat">
      <summary className="eyebrow">{t("groups.heat")}</summary>
      {isOfNow && heat && <p className="small faint">{t("heatKey")}</p>}
      {!isOfNow && <p className="small faint">{t("heatOfNow")}</p>}
      <ul>
        {[undefined, ...heatKinds].map((kind) => (
          <li key={kind ?? "none"}>
            <label>
              <input
                type="radio"
                name="heat"
                disabled={!isOfNow}
                checked={heat === kind}
                onChange={() => choose(kind)}
              />
              <span className="box round" />
              <span>{t(`heats.${kind ?? "none"}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
