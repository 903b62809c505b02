import { useTranslation } from "react-i18next";
import type { Answers } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import type { Bar } from "./bar.ts";
import type { Sections } from "./items.ts";
import { leadOf, type LeadWords, type Segment } from "./lead.ts";

const namedFacts = 3;

function useWords(): LeadWords {
  const { t } = useTranslation("report");
  return {
    of: t("lead.of"),
    granted: t("lead.granted"),
    grantedAfter: (holes) => t("lead.grantedAfter", holes),
    nothingGranted: t("lead.nothingGranted"),
    open: t("lead.open"),
    openOnly: t("lead.openOnly"),
    openAfter: t("lead.openAfter"),
    openBy: (holes) => t("lead.openBy", holes),
    openWait: t("lead.openWait"),
    openUnknown: t("lead.openUnknown"),
    counts: (holes) => t("lead.counts", holes),
    deliberation: (holes) => t("lead.deliberation", holes),
    refused: (holes) => t("lead.refused", holes),
    exploratory: (holes) => t("lead.exploratory", holes),
    allSettled: t("lead.allSettled"),
    to: t("lead.to"),
  };
}

function Part({ text, tone }: Segment) {
  if (!tone) return <>{text}</>;
  return <b className={tone === "maybe" ? "c-maybe" : undefined}>{text}</b>;
}

type Props = { answers: Answers; sections: Sections; bar: Bar | undefined };

export function LeadParagraph({ answers, sections, bar }: Props) {
  const { locale } = useSettings();
  const words = useWords();
  const asked = answers.questions.slice(0, namedFacts).map(({ label }) => label[locale]);
  const segments = leadOf({ report: answers.report, sections, bar, asked, locale, words });
  return (
    <p className="lede">
      {segments.map((segment, index) => (
        <Part key={index} {...segment} />
      ))}
    </p>
  );
}
