import { useTranslation } from "react-i18next";
import type { City } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { ringToken } from "../style/expressions.ts";
import { Swatch } from "./Swatch.tsx";

export function RingKeys({ city }: { city: City }) {
  const { t } = useTranslation("map");
  const say = useSay();
  return (
    <>
      <h3 className="eyebrow">{t("groups.rings")}</h3>
      <ul className="keys">
        {city.rings.map(({ id, title, long }) => (
          <li key={id}>
            <Swatch colour={`var(--${ringToken(id) ?? "land"})`} />
            <span>
              {say(title)} <span className="faint">{say(long)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
