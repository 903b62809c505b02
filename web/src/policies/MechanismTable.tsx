import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasureLine, PackLine } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { list } from "../marks/format.ts";
import { StandingMark } from "../marks/StandingMark.tsx";

type Document = PackLine["documents"][number];
type Props = {
  document: Document;
  mechanism: Document["mechanisms"][number];
  measures: readonly MeasureLine[];
  isFiltered: boolean;
};

function Row({ measure }: { measure: MeasureLine }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  const [document = "", item = ""] = measure.id.split("/");
  return (
    <tr>
      <td className="n faint">{measure.cite.item}</td>
      <th scope="row">
        <Link to="/policies/$document/$item" params={{ document, item }}>
          {say(measure.title)}
        </Link>
        <p className="small muted clamp">{say(measure.summary)}</p>
      </th>
      <td>
        <StandingMark standing={measure.standing} />
      </td>
      <td className="leads">
        {list(
          measure.lead.map(({ title }) => say(title)),
          locale,
        )}
      </td>
      <td className="num">
        {measure.rules > 0 ? measure.rules : <span className="faint">{t("onlyDuty")}</span>}
      </td>
      <td className="num">{measure.cases}</td>
    </tr>
  );
}

const columns = ["item", "measure", "standing", "lead", "rules", "cases"] as const;
const numeric: ReadonlySet<string> = new Set(["rules", "cases"]);

/** One mechanism with the measures written so far, and how many the document holds. */
export function MechanismTable({ document, mechanism, measures, isFiltered }: Props) {
  const { t } = useTranslation("policies");
  const say = useSay();
  if (isFiltered && measures.length === 0) return null;
  return (
    <section className="mechanism">
      <div className="part">
        <h2>{say(mechanism.title)}</h2>
        <span className="of faint">{say(document.short)}</span>
        <span className="small n">
          {t("ofItems", { built: measures.length, items: mechanism.items })}
        </span>
      </div>
      {measures.length === 0 ? (
        <p className="nothing faint">{t("notBuilt")}</p>
      ) : (
        <table className="catalogue">
          <caption className="sr">{say(mechanism.title)}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column} className={numeric.has(column) ? "num" : column}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <Row key={measure.id} measure={measure} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
