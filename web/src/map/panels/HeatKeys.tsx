import { useTranslation } from "react-i18next";
import type { HeatKind } from "../../api/land.ts";

const kinds: readonly (HeatKind | undefined)[] = [
  undefined,
  "old_dwellings",
  "offices",
  "factories",
];

type Props = { heat: HeatKind | undefined; choose: (heat: HeatKind | undefined) => void };

/** Which kind of building the map glows for; none at first. */
export function HeatKeys({ heat, choose }: Props) {
  const { t } = useTranslation("map");
  return (
    <details className="heat">
      <summary className="eyebrow">{t("groups.heat")}</summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind ?? "none"}>
            <label>
              <input
                type="radio"
                name="heat"
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
