import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardLine } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { parameterText } from "../policies/parameter-text.ts";

export function Place({ card: { province, city } }: { card: CardLine }) {
  const say = useSay();
  return (
    <span className="small faint">
      {say(province)}
      {city && ` · ${say(city)}`}
    </span>
  );
}

/** The figures that the text gives, in one line. */
function Figures({ figures }: { figures: CardLine["figures"] }) {
  const { locale } = useSettings();
  const say = useSay();
  return (
    <ul className="idline small">
      {figures.map(({ name, title, unit, values }) => (
        <li key={name}>
          <span className="faint">{title ? say(title) : name}</span>{" "}
          <b className="n">{parameterText(values.at(-1)?.value, unit, locale)}</b>
        </li>
      ))}
    </ul>
  );
}

/** One practice in a list: where, what, with which figures, and whether it can be asked. */
export function CardItem({ card, evaluation }: { card: CardLine; evaluation: string }) {
  const { t } = useTranslation("cards");
  const say = useSay();
  const [document = "", item = ""] = card.id.split("/");
  return (
    <li className="rulecard">
      <div className="lh">
        <h3>
          <Link
            to="/policies/cards/$document/$item"
            params={{ document, item }}
            search={evaluation ? { evaluation } : {}}
          >
            {say(card.title)}
          </Link>
        </h3>
        <Place card={card} />
      </div>
      <p className="clamp">{say(card.summary)}</p>
      {card.figures.length > 0 && <Figures figures={card.figures} />}
      {card.rules > 0 && <p className="small c-yes">{t("canBeAsked")}</p>}
    </li>
  );
}
