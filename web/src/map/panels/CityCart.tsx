import { useTranslation } from "react-i18next";
import type { City } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { ringRows, type Stated } from "../city.ts";
import { figure } from "../../marks/format.ts";
import { ringToken } from "../style/expressions.ts";

type Props = { city: City; seeDistrict: (adcode: string) => void; seeSample: () => void };

/** A figure that no text states is dashed; one that nobody has is the word. */
function Figure({ stated, digits }: { stated: Stated; digits: number }) {
  const { t } = useTranslation("map");
  if (!stated) return <span className="faint">{t("unknownFigure")}</span>;
  const text = figure(stated.value, { min: digits, max: digits });
  return stated.isAssumed ? <span className="est">{text}</span> : <>{text}</>;
}

const figureColumns = ["blocks", "area", "stock"] as const;

function RingTable({ city }: { city: City }) {
  const { t } = useTranslation("map");
  const say = useSay();
  return (
    <table>
      <caption className="sr">{t("ringsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ring")}</th>
          {figureColumns.map((column) => (
            <th scope="col" className="num" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ringRows(city).map(({ id, title, blocks, areaKm2, stock }) => (
          <tr key={id}>
            <th scope="row">
              <i className="chip" style={{ background: `var(--${ringToken(id) ?? "land"})` }} />
              {say(title)}
            </th>
            <td className="num">
              <Figure stated={blocks} digits={0} />
            </td>
            <td className="num">
              <Figure stated={areaKm2} digits={1} />
            </td>
            <td className="num">
              <Figure stated={stock} digits={2} />
            </td>
          </tr>
        ))}
      </tbody>
      <RingTotals city={city} />
    </table>
  );
}

function RingTotals({ city }: { city: City }) {
  const { t } = useTranslation("map");
  const { blocks, area_km2: areaKm2, stock_m2: stockM2 } = city.published;
  const stated = (value: number | undefined): Stated =>
    value === undefined ? undefined : { value, isAssumed: false };
  return (
    <tfoot>
      <tr>
        <th scope="row">{t("total")}</th>
        <td className="num">
          <Figure stated={stated(blocks)} digits={0} />
        </td>
        <td className="num">
          <Figure stated={stated(areaKm2)} digits={1} />
        </td>
        <td className="num">
          <Figure stated={stated(stockM2 === undefined ? undefined : stockM2 / 1e8)} digits={2} />
        </td>
      </tr>
    </tfoot>
  );
}

/**
 * The city's title block: its rings with what is published of them, and its districts as a list.
 */
export function CityCart({ city, seeDistrict, seeSample }: Props) {
  const { t } = useTranslation("map");
  const say = useSay();
  return (
    <section className="cart" aria-label={t("ringsCaption")}>
      <h1>
        {say(city.title)}
        <br />
        {t("cityTitle")}
      </h1>
      <RingTable city={city} />
      <p className="small faint">{say(city.note)}</p>
      <h2 className="eyebrow districts-head">{t("districtList")}</h2>
      <ul className="districts">
        {city.districts.map(({ adcode, title }) => (
          <li key={adcode}>
            <button type="button" onClick={() => seeDistrict(adcode)}>
              {say(title)}
            </button>
          </li>
        ))}
      </ul>
      {city.generated && (
        <p className="acts">
          <button type="button" className="btn do" onClick={seeSample}>
            {t("goThere")}
          </button>
        </p>
      )}
      <p className="small faint">{t("cityNote")}</p>
    </section>
  );
}
