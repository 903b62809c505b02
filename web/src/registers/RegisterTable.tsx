import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RegisterLine } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";

const shownMeasures = 6;

function Measures({ measures }: Pick<RegisterLine, "measures">) {
  const { t } = useTranslation("registers");
  const say = useSay();
  if (measures.length === 0) return <span className="faint">{t("noRules")}</span>;
  return (
    <>
      {measures.slice(0, shownMeasures).map(({ id, label }) => {
        const [document = "", item = ""] = id.split("/");
        return (
          <Link
            key={id}
            className="cite"
            to="/policies/$document/$item"
            params={{ document, item }}
          >
            {say(label)}
          </Link>
        );
      })}
      {measures.length > shownMeasures && (
        <span className="faint">{t("more", { count: measures.length })}</span>
      )}
    </>
  );
}

function Row({ line }: { line: RegisterLine }) {
  const { t } = useTranslation("registers");
  const say = useSay();
  const isAtHand = line.state === "imported";
  return (
    <tr>
      <th scope="row">
        <b>{say(line.title)}</b>
        <p className="small faint">{line.id}</p>
      </th>
      <td className="state">
        <i className={`mk ink ${isAtHand ? "yes" : "none"}`} aria-hidden="true" />{" "}
        {t(`states.${line.state}`)}
        {isAtHand && line.kind !== "text" && (
          <span className="small n"> {t("entries", { count: line.entries })}</span>
        )}
      </td>
      <td className="issuer">
        {say(line.issuer)}
        <p className="small faint">{line.date === "unknown" ? t("dateUnknown") : line.date}</p>
      </td>
      <td>
        <Measures measures={line.measures} />
      </td>
    </tr>
  );
}

const columns = ["register", "state", "issuer", "rules"] as const;

type Props = { kind: RegisterLine["kind"]; lines: readonly RegisterLine[] };

/** The registers of one kind. */
export function RegisterTable({ kind, lines }: Props) {
  const { t } = useTranslation("registers");
  return (
    <section className="mechanism">
      <div className="part">
        <h2>{t(`groups.${kind}`)}</h2>
        <span className="small faint">{t(`groupMeans.${kind}`)}</span>
      </div>
      <table className="catalogue registers">
        <caption className="sr">{t(`groups.${kind}`)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
