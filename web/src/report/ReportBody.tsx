import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Answers } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useDictionary } from "../api/policy.ts";
import { withoutEmptyCeilings } from "../../../src/rules/index.ts";
import { Combinations } from "./Combinations.tsx";
import { CountsRow } from "./CountsRow.tsx";
import { DutyTable } from "./DutyTable.tsx";
import { FactsAside } from "./FactsAside.tsx";
import { FloorAreaBar } from "./FloorAreaBar.tsx";
import { floorAreaBar } from "./bar.ts";
import { dutiesIn, type Duty } from "./duties.ts";
import { sectionsOf, type Sections } from "./items.ts";
import { LeadParagraph } from "./LeadParagraph.tsx";
import { ReportContents } from "./ReportContents.tsx";
import { ReportPart } from "./ReportPart.tsx";
import { TotalsTable } from "./TotalsTable.tsx";
import "../styles/report.css";

const numerals = { zh: ["一", "二", "三", "四", "五"], en: ["1", "2", "3", "4", "5"] } as const;

/** The five numbered titles: the same in the contents and over the parts. */
function useTitles() {
  const { t } = useTranslation("report");
  const { locale } = useSettings();
  const gap = locale === "zh" ? "　" : "  ";
  const words = [t("applies"), t("undecided"), t("doesNotApply"), t("duties"), t("facts")];
  return words.map((word, index) => `${numerals[locale][index] ?? ""}${gap}${word}`);
}

type Parts = { sections: Sections; duties: readonly Duty[]; answers: Answers; titles: string[] };

function Verdicts({ sections, duties, answers, titles }: Parts) {
  const { t } = useTranslation("report");
  const [applies = "", undecided = "", not = "", dutyTitle = ""] = titles;
  const parts = [
    { id: "s1", mark: "yes", title: applies, items: sections.applies, none: t("noApplies") },
    {
      id: "s2",
      mark: "maybe",
      title: undecided,
      items: sections.undecided,
      none: t("noUndecided"),
    },
    { id: "s3", mark: "no", title: not, items: sections.not, none: t("noNot") },
  ] as const;
  return (
    <>
      {parts.map((part) => (
        <ReportPart key={part.id} {...part} answers={answers} />
      ))}
      {sections.exploratory.length > 0 && (
        <ReportPart
          id="s3x"
          mark="maybe"
          title={t("exploratory")}
          items={sections.exploratory}
          answers={answers}
          none=""
        />
      )}
      <div className="part" id="s4">
        <h2>{dutyTitle}</h2>
        <span className="small">{t("dutyOrigin")}</span>
      </div>
      <DutyTable duties={duties} />
    </>
  );
}

type Props = { answers: Answers; head: ReactNode; acts: ReactNode; foot?: ReactNode };

/** A policy report: the same for a picked place, a drawn area and a named project. */
export function ReportBody({ answers: whole, head, acts, foot }: Props) {
  const { t } = useTranslation("report");
  const { byId } = useDictionary();
  const answers = { ...whole, report: withoutEmptyCeilings(whole.report, byId) };
  const titles = useTitles();
  const sections = sectionsOf(answers.report);
  const duties = dutiesIn(sections);
  const bar = floorAreaBar(answers.report);
  const counts = [
    sections.applies.length,
    sections.undecided.length,
    sections.not.length,
    duties.length,
    answers.facts.length,
  ];
  const contents = titles.map((title, index) => ({
    id: `s${index + 1}`,
    title,
    count: counts[index] ?? 0,
  }));
  return (
    <main className="doc" id="main" tabIndex={-1}>
      <ReportContents parts={[{ id: "s0", title: t("overview") }, ...contents]} acts={acts} />
      <article>
        {head}
        <LeadParagraph answers={answers} sections={sections} bar={bar} />
        <CountsRow sections={sections} />
        {bar && <FloorAreaBar bar={bar} />}
        <TotalsTable totals={answers.report.totals} />
        <Verdicts sections={sections} duties={duties} answers={answers} titles={titles} />
        <Combinations report={answers.report} />
        {foot}
      </article>
      <FactsAside facts={answers.facts} title={titles[4] ?? ""} />
    </main>
  );
}
