import { range } from "../../base/format.ts";
import type { Locale } from "../../base/message.ts";
import { unitSymbol } from "../../base/unit.ts";
import {
  deedText,
  sectionsOf,
  type Amount,
  type BoundAnswer,
  type EffectLine,
  type Missing,
  type Report,
  type RuleItem,
  type RuleVerdict,
} from "../../rules/index.ts";
import {
  answerWords,
  consequenceWords,
  directionWords,
  forceWords,
  headings,
  notInForce,
  signs,
  standingWords,
  verdictMarks,
  verdictWords,
} from "./wording.ts";

/** What a text report needs to know of the law book besides the report itself. */
export type Titles = {
  /** A citation as the gazette brackets show it. */
  readonly citation: (cite: RuleVerdict["cite"], locale: Locale) => string;
  /** A missing fact, text or list in words. */
  readonly missing: (missing: Missing, locale: Locale) => string;
};

/** An amount with its unit; in words where nothing is known of it. */
function figure(amount: Amount, unit: string, locale: Locale): string {
  const isUnknown = amount.max === undefined && (amount.min ?? 0) <= 0;
  if (isUnknown) return headings.unknown[locale];
  return `${range(amount, locale)} ${unitSymbol(unit)[locale]}`.trimEnd();
}

const boundName = ({ title, id }: BoundAnswer, locale: Locale): string => title?.[locale] ?? id;

function boundLine(bound: BoundAnswer, unit: string, locale: Locale): string {
  const { direction, limit, at, answer, consequence } = bound;
  const asked = answer === "open" ? "" : `${range(at, locale)} → `;
  const { colon, comma, open, close } = signs[locale];
  const follows = consequence ? `${comma}${consequenceWords[consequence][locale]}` : "";
  const said = `${directionWords[direction][locale]} ${figure(limit, unit, locale)}`;
  const came = `${asked}${answerWords[answer][locale]}${follows}`;
  return `    ${boundName(bound, locale)}${colon}${said}${open}${came}${close}`;
}

function effectLines(effect: EffectLine, locale: Locale): string[] {
  const { amount, unit = "", binding, bounds = [], requires = [] } = effect;
  const { colon, list, open, close } = signs[locale];
  const given = amount ? `${colon}${figure(amount, unit, locale)}` : "";
  const cutting = bounds.find(({ id }) => id === binding);
  const by = cutting && `${headings.binding[locale]}${colon}${boundName(cutting, locale)}`;
  const cut = by ? `${open}${by}${close}` : "";
  const duties = requires.map(
    ({ title, force }) => `${title[locale]}${open}${forceWords[force][locale]}${close}`,
  );
  return [
    `  ${deedText(effect)[locale]}${given}${cut}`,
    ...bounds.map((bound) => boundLine(bound, unit, locale)),
    ...(duties.length > 0 ? [`    ${headings.requires[locale]}${colon}${duties.join(list)}`] : []),
  ];
}

function verdictLines(verdict: RuleVerdict, titles: Titles, locale: Locale): string[] {
  const { title, subject, standing, in_force: inForce, missing } = verdict;
  const state = inForce ? standingWords[standing][locale] : notInForce[locale];
  const mark = verdictMarks[verdict.verdict];
  const cite = titles.citation(verdict.cite, locale);
  const at = subject === "project" || subject === "?" ? "" : ` · ${subject}`;
  const head = `${mark} ${title[locale]}${at} 〔${cite}〕 ${state} · ${verdict.rule}`;
  if (verdict.verdict === "does_not_apply") return [head, ...reasonLines(verdict, locale)];
  const wanted = missing.map((one) => titles.missing(one, locale));
  const { colon, list } = signs[locale];
  return [
    head,
    ...reasonLines(verdict, locale),
    ...verdict.effects.flatMap((effect) => effectLines(effect, locale)),
    ...(wanted.length > 0 ? [`    ${headings.missing[locale]}${colon}${wanted.join(list)}`] : []),
  ];
}

const reasonLines = (verdict: RuleVerdict, locale: Locale): string[] => [
  ...verdict.reasons.map(({ detail }) => `    ${detail[locale]}`),
  ...(verdict.because && verdict.verdict !== "does_not_apply"
    ? [`    ${verdict.because[locale]}`]
    : []),
];

function totalLines(report: Report, locale: Locale): string[] {
  if (report.totals.length === 0) return [`  ${headings.noTotals[locale]}`];
  return report.totals.map(
    ({ title, amount, unit }) => `  ${title[locale]}  ${figure(amount, unit, locale)}`,
  );
}

function nextLines({ next }: Report, locale: Locale): string[] {
  if (!next) return [];
  const head = `${headings.next[locale]}${signs[locale].colon}`;
  const waits = `${next.waiting} ${headings.waits[locale]}`;
  return ["", `${head}${next.question[locale]}  (${next.fact}; ${waits})`];
}

/** One verdict as lines. */
export const verdictText = (verdict: RuleVerdict, titles: Titles, locale: Locale): string =>
  verdictLines(verdict, titles, locale).join("\n");

type Part = { readonly name: string; readonly items: readonly RuleItem[] };

/** The parts of the report in their order; without an exploratory rule there is no such part. */
function partsOf(report: Report, locale: Locale): Part[] {
  const { applies, undecided, not, exploratory } = sectionsOf(report);
  return [
    { name: verdictWords.applies[locale], items: applies },
    { name: verdictWords.undecided[locale], items: undecided },
    { name: verdictWords.does_not_apply[locale], items: not },
    ...(exploratory.length > 0
      ? [{ name: standingWords.exploratory[locale], items: exploratory }]
      : []),
  ];
}

/** The report as lines for a terminal, each rule with its verdicts: one a subject. */
export function reportText(report: Report, titles: Titles, locale: Locale): string {
  const parts = partsOf(report, locale);
  const counts = parts.map(({ name, items }) => `${name} ${items.length}`);
  const sections = parts.flatMap(({ name, items }) => [
    "",
    `${name}${signs[locale].open}${items.length}${signs[locale].close}`,
    ...items.flatMap(({ verdicts }) =>
      verdicts.flatMap((verdict) => verdictLines(verdict, titles, locale)),
    ),
  ]);
  const stamp = [
    `${headings.asOf[locale]} ${report.asOf}`,
    `${headings.pack[locale]} ${report.pack} ${report.encoding.slice(0, 8)}`,
    `${headings.engine[locale]} ${report.engine}`,
  ];
  return [
    `${headings.report[locale]}${signs[locale].colon}${report.case}`,
    stamp.join(" · "),
    ...(report.synthetic ? [headings.synthetic[locale]] : []),
    counts.join(" · "),
    ...sections,
    "",
    headings.totals[locale],
    ...totalLines(report, locale),
    ...nextLines(report, locale),
  ].join("\n");
}
