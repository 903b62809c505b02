import { grouped, range } from "../../../base/format.ts";
import { bilingual, type Bilingual } from "../../../base/message.ts";
import { unitSymbol } from "../../../base/unit.ts";
import {
  deedText,
  type Amount,
  type BoundAnswer,
  type EffectLine,
  type RuleItem,
  type RuleVerdict,
  type UsedFact,
} from "../../../rules/index.ts";
import {
  answerWords,
  consequenceWords,
  directionWords,
  forceWords,
  headings,
  signs,
} from "../wording.ts";
import { isWhole, missingLabel, subjectName, type Desk } from "./given.ts";
import type { Cell, Line } from "./parts.ts";
import { usedText } from "./values.ts";

/** Subjects of one rule that are named one by one; the rest are counted. */
const subjectsMax = 6;
/** Facts of one verdict that are named: the whole list stands at the end of the report. */
const factsMax = 8;

type Ends = { readonly [End in keyof Amount]: Amount[End] | undefined };

/** Whether an amount says nothing: it may be none, and has no end. */
export const isOpen = ({ min, max }: Ends): boolean => max === undefined && (min ?? 0) <= 0;

const below = bilingual("最多", "at most");
const above = bilingual("至少", "at least");

/**
 * An amount with its unit; in words where nothing is known of it. Less than nothing is granted to
 * nobody: such a range says no more than where it ends. One without an end is not without limit:
 * its end is not known.
 */
export function amountText(desk: Desk, ends: Ends, unit: string): string {
  const { min, max } = ends;
  if (isOpen(ends)) return desk.say(headings.unknown);
  const symbol = unitSymbol(unit)[desk.locale];
  const said = (word: Bilingual, end: number): string =>
    `${desk.say(word)} ${grouped(end)} ${symbol}`.trimEnd();
  if (max !== undefined && max > 0 && (min === undefined || min < 0)) return said(below, max);
  if (max === undefined && min !== undefined) return said(above, min);
  return `${range(ends, desk.locale)} ${symbol}`.trimEnd();
}

/** What is done, and how much of it. */
function deedWords(desk: Desk, effect: EffectLine): string {
  const { amount, unit = "" } = effect;
  const deed = desk.say(deedText(effect));
  if (!amount) return deed;
  const text = amountText(desk, amount, unit);
  return desk.locale === "zh" && !isOpen(amount) ? `${deed} ${text}` : desk.aside(deed, text);
}

const boundName = (desk: Desk, { title, id }: BoundAnswer): string =>
  title ? desk.say(title) : id;

/** A limit: how firm, what it allows, what is asked, and what follows. */
function boundText(desk: Desk, bound: BoundAnswer, unit: string): string {
  const { direction, limit, at, answer, consequence, force } = bound;
  const allowed = isOpen(limit)
    ? []
    : [`${desk.say(directionWords[direction])} ${amountText(desk, limit, unit)}`];
  const isAsked = answer !== "open" && !isOpen(at);
  const said = [
    ...allowed,
    ...(isAsked ? [`${desk.word("wanted")} ${amountText(desk, at, unit)}`] : []),
    answer === "within" ? desk.word("withinBound") : desk.say(answerWords[answer]),
    ...(consequence ? [desk.say(consequenceWords[consequence])] : []),
  ];
  const name = desk.aside(boundName(desk, bound), desk.say(forceWords[force]));
  return desk.named(name, said.join(signs[desk.locale].comma));
}

/** What an effect gives or asks, with the limit that cut it. */
export function deedLine(desk: Desk, effect: EffectLine): Line {
  const { binding, bounds = [] } = effect;
  const said = deedWords(desk, effect);
  const cutting = bounds.find(({ id }) => id === binding);
  const cut = cutting && desk.named(desk.say(headings.binding), boundName(desk, cutting));
  return { text: cut ? desk.aside(said, cut) : said, tone: "strong" };
}

export const boundLines = (desk: Desk, { bounds = [], unit = "" }: EffectLine): Line[] =>
  bounds.map((bound) => ({
    text: desk.named(desk.word("bound"), boundText(desk, bound, unit)),
  }));

/** What an effect gives or asks, its limits, and what it comes with. */
export function effectLines(desk: Desk, effect: EffectLine): Line[] {
  const duties = (effect.requires ?? []).map(({ title, force }) =>
    desk.aside(desk.say(title), desk.say(forceWords[force])),
  );
  return [
    deedLine(desk, effect),
    ...boundLines(desk, effect),
    ...(duties.length > 0 ? [{ text: desk.named(desk.word("follows"), desk.list(duties)) }] : []),
  ];
}

/** Why a verdict is what it is, where the pack or the engine has a sentence for it. */
export const reasonLines = (desk: Desk, verdict: RuleVerdict): Line[] =>
  [
    ...verdict.reasons.map(({ detail }) => detail),
    ...(verdict.because ? [verdict.because] : []),
  ].map((text) => ({ text: desk.named(desk.word("because"), desk.say(text)) }));

const isSaid = ({ state }: UsedFact): boolean => state !== "unknown";

/** The facts that a verdict rests on; those that nobody knows are told as missing. */
export function groundLines(desk: Desk, { used }: RuleVerdict): Line[] {
  const said = used.filter(isSaid);
  if (said.length === 0) return [];
  const shown = said.slice(0, factsMax).map((fact) => usedText(desk, fact));
  const more = said.length > factsMax ? [`… ${said.length}`] : [];
  return [
    { text: desk.named(desk.word("grounds"), desk.clauses([...shown, ...more])), tone: "faint" },
  ];
}

/** What is missing of a rule, over all its subjects, each thing once. */
export function missingOf(desk: Desk, { verdicts }: RuleItem): string[] {
  const open = verdicts.filter(({ verdict }) => verdict === "undecided");
  return [...new Set(open.flatMap(({ missing }) => missing.map((one) => missingLabel(desk, one))))];
}

/** What one subject is given, where it is an amount. */
function subjectText(desk: Desk, { subject, effects }: RuleVerdict): string {
  const amounts = effects.flatMap(({ amount, unit = "" }) =>
    amount ? [amountText(desk, amount, unit)] : [],
  );
  const name = subjectName(desk, subject);
  return amounts.length > 0 ? `${name} ${desk.list(amounts)}` : name;
}

const ofWhole = (part: number, whole: number): Bilingual =>
  bilingual(`${whole} 个中的 ${part} 个`, `${part} of ${whole}`);

/** Which subjects a rule speaks to, where it is more than the project as a whole. */
export function subjectLines(desk: Desk, { verdict, verdicts }: RuleItem): Line[] {
  const meant = verdicts.filter((one) => one.verdict === verdict);
  const [first] = meant;
  if (!first || (verdicts.length === 1 && isWhole(first.subject))) return [];
  const shown = meant.slice(0, subjectsMax);
  const texts = shown.map((one) => subjectText(desk, one));
  const names = desk.list(texts) + (meant.length > subjectsMax ? "…" : "");
  const count =
    verdicts.length > 1
      ? desk.aside(names, desk.say(ofWhole(meant.length, verdicts.length)))
      : names;
  return [{ text: desk.named(desk.word("subject"), count), tone: "faint" }];
}

/** A cell that no rule filled says so: nothing is left to be guessed. */
export const orNone = (desk: Desk, lines: readonly Line[]): Cell =>
  lines.length > 0 ? lines : [{ text: desk.word("notStated"), tone: "faint" }];
