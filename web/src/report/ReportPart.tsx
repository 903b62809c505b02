import { useTranslation } from "react-i18next";
import type { Answers } from "../../../src/policy/contract.ts";
import type { RuleItem } from "./items.ts";
import { RuleBody } from "./RuleBody.tsx";
import { RuleHead } from "./RuleHead.tsx";

type Props = {
  id: string;
  mark: "yes" | "maybe" | "no";
  title: string;
  items: readonly RuleItem[];
  answers: Answers;
  none: string;
};

/** One part of the report: its heading, and its rules one below the other. */
export function ReportPart({ id, mark, title, items, answers, none }: Props) {
  const { t } = useTranslation("report");
  return (
    <>
      <div className="part" id={id}>
        <i className={`mk ${mark}`} aria-hidden="true" />
        <h2>{title}</h2>
        <span className="small">{t("itemCount", { count: items.length })}</span>
      </div>
      {items.length === 0 && <p className="nothing faint">{none}</p>}
      {items.map((item) => (
        <section className="v" key={item.rule}>
          <RuleHead item={item} />
          <RuleBody item={item} answers={answers} />
        </section>
      ))}
    </>
  );
}
