import type { Locale } from "../../../base/message.ts";
import type { Conflict, ConflictReport } from "../../contract.ts";
import { distanceText, extentText, givenWayText, percentText, ruleText, standing } from "./text.ts";
import { answerText, conflictWords, levelWords, relationWords } from "./words.ts";
import {
  fields,
  heading,
  paragraph,
  plain,
  table,
  type Part,
  type ReportDocument,
} from "../report-document/parts.ts";
import { printablePart } from "../report-document/text.ts";
import { forceWords, verdictWords } from "../wording.ts";

type Paper = { readonly report: ConflictReport; readonly locale: Locale };

const word = ({ locale }: Paper, name: keyof typeof conflictWords): string =>
  conflictWords[name][locale];

function layersTable(paper: Paper, conflicts: readonly Conflict[]): Part {
  const { locale } = paper;
  return table(
    [
      { title: word(paper, "layer"), share: 26 },
      { title: word(paper, "level"), share: 16 },
      { title: word(paper, "relation"), share: 18 },
      { title: word(paper, "extent"), share: 16, align: "end" },
      { title: word(paper, "share"), share: 11, align: "end" },
      { title: word(paper, "distance"), share: 13, align: "end" },
    ],
    conflicts.map(({ overlap }) => [
      plain(overlap.title[locale]),
      plain(levelWords[overlap.level][locale]),
      plain(relationWords[overlap.relation][locale]),
      plain(extentText(overlap)),
      plain(overlap.relation === "overlaps" ? percentText(overlap.share) : "—"),
      plain(distanceText(overlap)),
    ]),
    "small",
  );
}

/** Each layer that is met, with what its rules say and which layer it gives way to. */
function ruleParts(paper: Paper, conflict: Conflict): Part[] {
  const { locale } = paper;
  const { overlap, rules, levelBasis } = conflict;
  const basis = levelBasis === null ? "" : ` [${levelBasis[locale]}]`;
  const ways = givenWayText(conflict, locale);
  if (rules.length + ways.length === 0) return [];
  return [
    paragraph(`${overlap.title[locale]} · ${levelWords[overlap.level][locale]}${basis}`),
    table(
      [
        { title: word(paper, "rule"), share: 24 },
        { title: word(paper, "level"), share: 18 },
        { title: word(paper, "says"), share: 58 },
      ],
      rules.map((rule) => [
        plain(rule.citation[locale]),
        plain(`${forceWords[rule.force][locale]} · ${verdictWords[rule.verdict][locale]}`),
        plain(ruleText(rule, locale)),
      ]),
      "small",
    ),
    ...ways.map((way) => paragraph(`${overlap.title[locale]} ${way}`, "note")),
  ];
}

const headed = (title: string, parts: readonly Part[]): Part[] =>
  parts.length > 0 ? [heading(title), ...parts] : [];

function partsOf(paper: Paper): Part[] {
  const { report, locale } = paper;
  const met = standing(report);
  const others = report.conflicts.filter((conflict) => !met.includes(conflict));
  const rules = met.flatMap((conflict) => ruleParts(paper, conflict));
  const loose = report.otherRules.map((rule) =>
    paragraph(`${ruleText(rule, locale)} [${rule.citation[locale]}]`, "item"),
  );
  const said = [...rules, ...loose];
  return [
    ...(report.synthetic ? [paragraph(word(paper, "synthetic"), "notice")] : []),
    fields([
      [word(paper, "about"), report.title[locale]],
      [word(paper, "size"), report.place ? extentText(report.place) : "—"],
      [word(paper, "lawDate"), report.asOf],
      [word(paper, "basis"), `${report.pack} ${report.encoding.slice(0, 8)}`],
      [word(paper, "answer"), answerText(report, locale)],
    ]),
    ...headed(word(paper, "layers"), met.length > 0 ? [layersTable(paper, met)] : []),
    ...headed(word(paper, "rules"), said.length > 0 ? said : [paragraph(word(paper, "none"))]),
    ...headed(word(paper, "others"), others.length > 0 ? [layersTable(paper, others)] : []),
  ];
}

/** A conflict check as a paper, from which Word and PDF are written. */
export function conflictDocument(
  report: ConflictReport,
  { locale, createdAt }: { readonly locale: Locale; readonly createdAt: string },
): ReportDocument {
  const paper = { report, locale };
  const title = word(paper, "title");
  return {
    locale,
    title,
    subtitle: report.title[locale],
    header: [`${title}　${report.asOf}`],
    ...(report.synthetic ? { mark: word(paper, "synthetic") } : {}),
    createdAt,
    fileName: `${title}-${report.asOf}`,
    parts: partsOf(paper).map(printablePart),
  };
}
