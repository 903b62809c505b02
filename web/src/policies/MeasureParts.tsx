import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { AccountedTable } from "./AccountedTable.tsx";
import { CaseList } from "./CaseList.tsx";
import { DutyPart } from "./DutyPart.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { partsOf, type PartId } from "./parts.ts";
import { RuleCard } from "./RuleCard.tsx";
import { TouchedProjects } from "./TouchedProjects.tsx";

type Props = { page: MeasurePage };

function Rules({ page: { rules } }: Props) {
  const { t } = useTranslation("policies");
  if (rules.length === 0) return <p className="nothing faint">{t("noRules")}</p>;
  return rules.map((rule) => <RuleCard key={rule.id} rule={rule} />);
}

const bodies: Record<PartId, (props: Props) => ReactNode> = {
  rules: Rules,
  duty: ({ page: { duty } }) => duty && <DutyPart duty={duty} />,
  parameters: ({ page }) => <ParameterTable parameters={page.parameters} />,
  accounted: AccountedTable,
  touched: ({ page }) => <TouchedProjects id={page.measure.id} />,
  cases: ({ page }) => <CaseList names={page.cases.map(({ name }) => name)} />,
};

/** Rules, duty, figures over time, what carries each word, whom it touches, and its cases. */
export function MeasureParts({ page }: Props) {
  const { t } = useTranslation("policies");
  return partsOf(page).map(({ id, count }) => {
    const Body = bodies[id];
    return (
      <section key={id} id={id}>
        <div className="part">
          <h2>{t(`parts.${id}`)}</h2>
          {count !== undefined && <span className="small n">{count}</span>}
        </div>
        <Body page={page} />
      </section>
    );
  });
}

/** Where on the page what stands; it goes there. */
export function MeasureContents({ page }: Props) {
  const { t } = useTranslation("policies");
  return (
    <nav className="contents" aria-label={t("contents")}>
      <ol>
        {partsOf(page).map(({ id, count }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {t(`parts.${id}`)} {count !== undefined && <span className="n faint">{count}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
