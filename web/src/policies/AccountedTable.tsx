import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Bilingual } from "../../../src/base/message.ts";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";

type Row = { key: string; term: string; carrier: ReactNode; isExcused: boolean };

/** Each numeral of the clause: the parameter that it became, or why it is no figure of the law. */
function useFigureRows({ figures, parameters }: MeasurePage): Row[] {
  const { t } = useTranslation("policies");
  const say = useSay();
  return figures.map(({ text, parameter, excused }, index) => {
    const found = parameters.find(({ name }) => name === parameter);
    const title = found?.title ? say(found.title) : (parameter ?? "");
    return {
      key: `figure ${index}`,
      term: text,
      carrier: excused ? <Excused why={excused} /> : t("asParameter", { title }),
      isExcused: excused !== undefined,
    };
  });
}

/** Each word of force: the rule or the duty that carries it, or why it binds nobody. */
function useWordRows({ words }: MeasurePage): Row[] {
  const { t } = useTranslation("policies");
  const say = useSay();
  return words.map(({ word, nth, rule, duty, excused }) => ({
    key: `word ${word} ${nth}`,
    term: t("nthWord", { word, nth }),
    carrier: (
      <>
        {rule && t("asRule", { title: say(rule.title) })}
        {duty && t("asDuty")}
        {excused && <Excused why={excused} />}
      </>
    ),
    isExcused: excused !== undefined,
  }));
}

function Excused({ why }: { why: Bilingual }) {
  const { t } = useTranslation("policies");
  const say = useSay();
  return <span className="faint">{t("excused", { why: say(why) })}</span>;
}

/** Every numeral and every word of force of the clause, and what has become of it. */
export function AccountedTable({ page }: { page: MeasurePage }) {
  const { t } = useTranslation("policies");
  const rows = [...useFigureRows(page), ...useWordRows(page)];
  return (
    <table className="accounted">
      <caption className="sr">{t("parts.accounted")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("accountedColumns.term")}</th>
          <th scope="col">{t("accountedColumns.carrier")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, term, carrier, isExcused }) => (
          <tr key={key}>
            <th scope="row" lang="zh-CN">
              <i className={isExcused ? "mk no" : "mk yes"} aria-hidden="true" /> {term}
            </th>
            <td>{carrier}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
