import type { Locale } from "../../../src/base/message.ts";
import type { Report } from "../../../src/rules/contract.ts";
import { amountText, list } from "../marks/format.ts";
import type { Bar } from "./bar.ts";
import type { RuleItem, Sections } from "./items.ts";

export type Segment = { text: string; tone?: "strong" | "maybe" };

/** What the sentences are made of, in the reader's language. */
export type LeadWords = {
  of: string;
  granted: string;
  grantedAfter: (holes: { sources: string }) => string;
  nothingGranted: string;
  open: string;
  openOnly: string;
  openAfter: string;
  openBy: (holes: { facts: string }) => string;
  openWait: string;
  openUnknown: string;
  counts: (holes: { total: number; applies: number; undecided: number; not: number }) => string;
  deliberation: (holes: { count: number }) => string;
  refused: (holes: { count: number }) => string;
  exploratory: (holes: { count: number }) => string;
  allSettled: string;
  to: string;
};

export type LeadInput = {
  report: Report;
  sections: Sections;
  bar: Bar | undefined;
  /** Labels of the facts that are asked for, the most settling first. */
  asked: readonly string[];
  locale: Locale;
  words: LeadWords;
};

const strong = (text: string): Segment => ({ text, tone: "strong" });
const plain = (text: string): Segment => ({ text });

const grants = ({ first }: RuleItem): boolean =>
  first.effects.some(({ kind, unit }) => kind === "grant" && unit === "m2");

/** What is settled, and by which measures. */
function settledPart({ sections, bar, locale, words }: LeadInput): Segment[] {
  if (!bar || bar.settled === 0) return [plain(words.nothingGranted)];
  const sources = sections.applies.filter(grants).map(({ first }) => first.title[locale]);
  const amount = amountText({ min: bar.settled, max: bar.settled }, bar.unit, locale);
  return [
    plain(words.granted),
    strong(amount),
    plain(words.grantedAfter({ sources: list([...new Set(sources)], locale) })),
  ];
}

/** How far it may still reach, and what would settle it. */
function openPart({ sections, bar, asked, locale, words }: LeadInput): Segment[] {
  const by = asked.length > 0 ? words.openBy({ facts: list(asked, locale) }) : words.openWait;
  if (!bar) return sections.undecided.some(grants) ? [plain(words.openUnknown + by)] : [];
  const open = bar.most === undefined ? undefined : bar.most - bar.settled;
  if (open === 0) return [];
  if (open === undefined) return [plain(words.openUnknown + by)];
  const range = amountText({ min: 0, max: open }, bar.unit, locale).replace("–", words.to);
  return [
    plain(bar.settled > 0 ? words.open : words.openOnly),
    { text: range, tone: "maybe" },
    plain(words.openAfter + by),
  ];
}

const bounds = (report: Report, consequence: string): number =>
  report.verdicts
    .filter((verdict) => verdict.in_force && verdict.verdict !== "does_not_apply")
    .flatMap(({ effects }) => effects.flatMap((effect) => effect.bounds ?? []))
    .filter((bound) => bound.consequence === consequence).length;

/** How many rules spoke, and what officials must still do. */
function countPart({ report, sections, words }: LeadInput): Segment[] {
  const applies = sections.applies.length;
  const undecided = sections.undecided.length;
  const not = sections.not.length;
  const deliberation = bounds(report, "deliberation");
  const refused = bounds(report, "refused");
  const met = sections.exploratory.filter(({ verdict }) => verdict === "applies").length;
  return [
    plain(words.counts({ total: applies + undecided + not, applies, undecided, not })),
    ...(undecided === 0 ? [plain(words.allSettled)] : []),
    ...(refused > 0 ? [strong(words.refused({ count: refused }))] : []),
    ...(deliberation > 0 ? [plain(words.deliberation({ count: deliberation }))] : []),
    ...(met > 0 ? [plain(words.exploratory({ count: met }))] : []),
  ];
}

/** The report in one paragraph: composed from its figures, nothing that they do not say. */
export function leadOf(input: LeadInput): Segment[] {
  return [plain(input.words.of), ...settledPart(input), ...openPart(input), ...countPart(input)];
}
