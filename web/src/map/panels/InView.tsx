import { useTranslation } from "react-i18next";
import type { Feature, FeatureCollection } from "../../api/land.ts";
import { useSettings } from "../../app/settings.ts";
import { featuresIn } from "../feature.ts";
import type { View } from "../view.ts";

type Props = {
  buildings: FeatureCollection | undefined;
  view: View | undefined;
  picked: string | undefined;
  pick: (id: string) => void;
};

const most = 60;

/** The buildings that the map shows, as a list: picking needs neither mouse nor sight. */
export function InView({ buildings, view, picked, pick }: Props) {
  const { t } = useTranslation("map");
  const { locale } = useSettings();
  const seen = buildings && view ? featuresIn(buildings.features, view.bbox) : [];
  const name = ({ properties }: Feature): string => {
    const text = properties[locale === "en" ? "name_en" : "name"] ?? properties["name"];
    return typeof text === "string" && text ? text : t("unnamed");
  };
  const year = ({ properties }: Feature): string => {
    const built = properties["built_year"];
    return typeof built === "number" && built > 0 ? t("years", { year: built }) : t("ages.unknown");
  };
  return (
    <details className="inview sheet">
      <summary>{buildings ? t("inViewCount", { count: seen.length }) : t("inView")}</summary>
      {seen.length === 0 && <p className="small faint">{t("inViewNone")}</p>}
      <ul>
        {seen.slice(0, most).map((feature) => (
          <li key={feature.id}>
            <button
              type="button"
              aria-pressed={feature.id === picked}
              onClick={() => pick(feature.id)}
            >
              <span>{name(feature)}</span>
              <small>{year(feature)}</small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
