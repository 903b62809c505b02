import { grouped } from "../../../base/format.ts";
import type { Locale } from "../../../base/message.ts";
import type { Overlap } from "../../../land/index.ts";
import type { Conflict, ConflictReport, SpokenRule } from "../../contract.ts";
import { answerText, conflictWords, levelWords, relationWords } from "./words.ts";
import { forceWords, signs, verdictMarks } from "../wording.ts";

export const percentText = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** How much of a place an overlap takes: an area, a length, or nothing to measure. */
export function extentText({ areaM2, lengthM }: { areaM2: number; lengthM: number }): string {
  if (areaM2 > 0) return `${grouped(areaM2)} m²`;
  return lengthM > 0 ? `${grouped(lengthM)} m` : "—";
}

export const distanceText = ({ distanceM }: Overlap): string =>
  distanceM === null ? "—" : `${grouped(distanceM)} m`;

/** Conflicts that stand: layers that are met or reach the place, or of which a rule speaks. */
export const standing = ({ conflicts }: ConflictReport): Conflict[] =>
  conflicts.filter(
    ({ overlap: { relation }, rules }) =>
      relation === "overlaps" || relation === "reached" || rules.length > 0,
  );

/** What a rule says of the place in a sentence, with what is missing. */
export function ruleText(rule: SpokenRule, locale: Locale): string {
  const { colon, list } = signs[locale];
  const deeds = rule.deeds.map((deed) => deed[locale]).join(list);
  const open = rule.missing.map((one) => one[locale]).join(list);
  const missing = open === "" ? "" : ` · ${conflictWords.missing[locale]}${colon}${open}`;
  return `${rule.title[locale]}${colon}${deeds}${missing}`;
}

/** Which layers stand before this one at the place, and by which clause. */
export const givenWayText = ({ givesWay }: Conflict, locale: Locale): string[] =>
  givesWay.map(
    (given) =>
      `${conflictWords.givesWay[locale]} ${given.title[locale]} ${extentText(given)} ` +
      `[${given.citation[locale]}]`,
  );

function conflictLines(conflict: Conflict, locale: Locale): string[] {
  const { overlap, rules, levelBasis } = conflict;
  const { relation, share } = overlap;
  const how =
    relation === "overlaps"
      ? `${extentText(overlap)} ${percentText(share)}`
      : `${relationWords[relation][locale]} ${distanceText(overlap)}`;
  const basis = levelBasis === null ? "" : `  [${levelBasis[locale]}]`;
  return [
    `${levelWords[overlap.level][locale]}  ${overlap.title[locale]}  ${how}${basis}`,
    ...rules.map(
      (rule) =>
        `  ${verdictMarks[rule.verdict]} ${forceWords[rule.force][locale]} ` +
        `${ruleText(rule, locale)} [${rule.citation[locale]}]`,
    ),
    ...givenWayText(conflict, locale).map((line) => `  → ${line}`),
  ];
}

/** The layers that do not cover the place. */
const silentTitles = ({ conflicts }: ConflictReport, locale: Locale): string[] =>
  conflicts
    .filter(({ overlap }) => overlap.relation === "unknown")
    .map(({ overlap }) => overlap.title[locale]);

/** A check as lines of text: the answer first, then the stricter layers first. */
export function conflictText(report: ConflictReport, locale: Locale): string {
  const unknown = silentTitles(report, locale);
  const others = report.otherRules.map((rule) => `  ${ruleText(rule, locale)}`);
  const { colon, list } = signs[locale];
  return [
    ...(report.synthetic ? [conflictWords.synthetic[locale]] : []),
    `${report.title[locale]}  ${report.place ? extentText(report.place) : ""}  ${report.asOf}`,
    answerText(report, locale),
    "",
    ...standing(report).flatMap((conflict) => conflictLines(conflict, locale)),
    ...others,
    ...(unknown.length > 0
      ? [`${relationWords.unknown[locale]}${colon}${unknown.join(list)}`]
      : []),
  ].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** What is met, a row of cells for each layer. */
const layerRows = (report: ConflictReport, locale: Locale): string[][] =>
  standing(report).map(({ overlap }) =>
    [
      overlap.title[locale],
      levelWords[overlap.level][locale],
      relationWords[overlap.relation][locale],
      extentText(overlap),
      percentText(overlap.share),
      distanceText(overlap),
    ].map(cell),
  );

/** The rules that speak, each with its clause, and what gives way. */
function ruleLines(report: ConflictReport, locale: Locale): string[] {
  const ruleLine = (rule: SpokenRule): string =>
    `- ${ruleText(rule, locale)} [${rule.citation[locale]}]`;
  return [
    ...standing(report).flatMap((conflict) => [
      ...conflict.rules.map(ruleLine),
      ...givenWayText(conflict, locale).map((way) => `- ${conflict.overlap.title[locale]} ${way}`),
    ]),
    ...report.otherRules.map(ruleLine),
  ];
}

/** The same as Markdown: a table of layers, and under it the rules. */
export function conflictMarkdown(report: ConflictReport, locale: Locale): string {
  const word = (name: keyof typeof conflictWords): string => conflictWords[name][locale];
  const rows = layerRows(report, locale);
  const head = ["layer", "level", "relation", "extent", "share", "distance"] as const;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rules = ruleLines(report, locale);
  const unknown = silentTitles(report, locale);
  return [
    `# ${word("title")}`,
    "",
    ...(report.synthetic ? [`**${word("synthetic")}**`, ""] : []),
    `${report.title[locale]} · ${report.asOf}`,
    "",
    answerText(report, locale),
    "",
    line(head.map(word)),
    line(head.map(() => "---")),
    ...rows.map(line),
    "",
    `## ${word("rules")}`,
    "",
    ...(rules.length > 0 ? rules : [word("none")]),
    ...(unknown.length > 0
      ? [
          "",
          `${relationWords.unknown[locale]}${signs[locale].colon}${unknown.join(signs[locale].list)}`,
        ]
      : []),
  ].join("\n");
}
