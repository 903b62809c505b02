import { useTranslation } from "react-i18next";
import type { FactRow } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { useDictionary } from "../api/policy.ts";
import { FactValue } from "../marks/FactValue.tsx";
import { valueText } from "../marks/fact-text.ts";
import { Seal, type Source } from "../marks/Seal.tsx";

const sources: readonly Source[] = ["registry", "map", "asked", "reported", "derived"];

function Origin({ row }: { row: FactRow }) {
  const { t } = useTranslation("marks");
  const parts = [
    ...(row.source ? [t(`sealNames.${row.source}`)] : []),
    ...(row.by ? [row.by] : []),
    ...(row.at ? [row.at.slice(0, 10)] : []),
  ];
  if (parts.length === 0) return null;
  return <span className="meta">{parts.join(" · ")}</span>;
}

/** Where sources disagree, both are shown: the one that counts above, the others named below. */
function Losers({ row }: { row: FactRow }) {
  const { t } = useTranslation("marks");
  const { locale } = useSettings();
  const definition = useDictionary().byId.get(row.fact);
  const reader = { locale, words: { yes: t("yes"), no: t("no") } };
  return (row.losers ?? []).map(({ source, value }) => (
    <span className="meta" key={source}>
      {t("otherSource", {
        source: t(`sealNames.${source}`),
        value: valueText(value, definition, reader),
      })}
    </span>
  ));
}

function Row({ row, isOne }: { row: FactRow; isOne: boolean }) {
  const say = useSay();
  return (
    <div>
      <dt>
        {say(row.label)}
        {!isOne && <span className="faint"> {row.subject}</span>}
      </dt>
      <dd>
        <FactValue row={row} />
        <Origin row={row} />
        <Losers row={row} />
      </dd>
      <dd>{row.source && <Seal source={row.source} isEstimate={row.state === "estimate"} />}</dd>
    </div>
  );
}

/** What the asker put aside as a whole is counted, not listed. */
const isLeftOut = ({ state, source }: FactRow): boolean =>
  state === "not_applicable" && source === "asked";

const rank = { known: 0, estimate: 1, unknown: 2, not_applicable: 3 } as const;

/** Every fact that entered the report with its source and day, the unknown ones last. */
export function FactsAside({ facts, title }: { facts: readonly FactRow[]; title: string }) {
  const { t } = useTranslation(["report", "marks"]);
  const stated = facts.filter((row) => !isLeftOut(row));
  const leftOut = facts.length - stated.length;
  const rows = [...stated].sort((a, b) => rank[a.state] - rank[b.state] || b.readBy - a.readBy);
  const subjects = new Set(facts.map(({ fact, subject }) => `${fact.split(".")[0]} ${subject}`));
  const groups = new Set(facts.map(({ fact }) => fact.split(".")[0]));
  const isOne = subjects.size === groups.size;
  return (
    <aside className="aside">
      <section id="s5">
        <h2>{title}</h2>
        {facts.length === 0 && <p className="small faint">{t("report:noFacts")}</p>}
        <dl className="facts">
          {rows.map((row) => (
            <Row key={`${row.subject} ${row.fact}`} row={row} isOne={isOne} />
          ))}
        </dl>
        {leftOut > 0 && (
          <p className="small faint">{t("report:factsLeftOut", { count: leftOut })}</p>
        )}
      </section>
      <section className="noprint">
        <h2>{t("report:sealLegend")}</h2>
        <ul className="seals small muted">
          {sources.map((source) => (
            <li key={source}>
              <Seal source={source} /> {t(`marks:sealNames.${source}`)}
            </li>
          ))}
          <li>
            <Seal source="reported" isEstimate /> {t("marks:estimate")}
          </li>
        </ul>
      </section>
    </aside>
  );
}
