import { useTranslation } from "react-i18next";
import { Swatch } from "./Swatch.tsx";

const ages = [
  { key: "before1980", colour: "var(--b-a)" },
  { key: "to1999", colour: "var(--b-b)" },
  { key: "since2000", colour: "var(--b-c)" },
] as const;

export function AgeKeys() {
  const { t } = useTranslation("map");
  return (
    <>
      <h3 className="eyebrow">{t("groups.age")}</h3>
      <ul className="keys">
        {ages.map(({ key, colour }) => (
          <li key={key}>
            <Swatch colour={colour} />
            {t(`ages.${key}`)}
          </li>
        ))}
        <li>
          <Swatch layer="unknown" />
          {t("ages.unknown")}
        </li>
      </ul>
    </>
  );
}
