import { accept, type Decision } from "../../../base/decision.ts";
import type { ReadClause } from "../clause.ts";
import { cleanLines, rawLines, type Line } from "./lines.ts";
import { numberOf, type Numbered } from "./ordinals.ts";
import { readTableLine, tableOver, type Tables } from "./printed-table.ts";
import type { ReadText } from "./read-text.ts";
import type { ReadRefusal } from "./refusals.ts";
import { grown, openNode, plantTree, say, type Tree } from "./tree.ts";

/**
 * Plans as a gazette prints them: each with a page of contents that names all its headings, and
 * headings whose printed level means nothing. The number alone tells what a heading is.
 */
type Reading = {
  readonly tree: Tree;
  readonly tables: Tables;
  /** The laws under 规划依据, numbered or not, are counted. */
  laws: number | undefined;
};

const contents = /^目\s*录$/;
const maps = /^附\s*图$/;
const general = /^总\s*则$/;
const preamble = /^[前序]\s*言$/;
const basis = /规划依据$/;
const levels = { chapter: 1, section: 2, comma: 3, bracket: 4, digit: 5 } as const;
const kinds = {
  chapter: "chapter",
  section: "section",
  comma: "article",
  bracket: "item",
  digit: "point",
} as const;

/** A heading is short and no sentence: what is longer, or ends in a full stop, is text. */
const isHeading = ({ text }: Line, { mark }: Numbered): boolean =>
  text.length <= 60 && !/[。；]$/.test(text) && (mark !== "digit" || !text.includes("。"));

function openLaw(reading: Reading, line: Line, number: Numbered | undefined): void {
  reading.laws = (reading.laws ?? 0) + 1;
  const ordinal = number?.mark === "digit" ? number.ordinal : reading.laws;
  const here = { ordinal, line: line.text, lineNumber: line.number };
  openNode(reading.tree, { kind: "law", level: 6, ...here });
}

function openHeading(reading: Reading, line: Line, { mark, ordinal, rest }: Numbered): void {
  reading.laws = basis.test(rest) ? 0 : undefined;
  const here = { ordinal, line: line.text, lineNumber: line.number };
  openNode(reading.tree, { kind: kinds[mark], level: levels[mark], ...here });
}

/** 前言 and 总则 bear no number. */
function openUnnumbered(reading: Reading, line: Line): boolean {
  const isGeneral = general.test(line.text);
  if (!isGeneral && !preamble.test(line.text)) return false;
  const own = isGeneral
    ? ({ kind: "general", item: "0" } as const)
    : ({ kind: "preamble", item: "preamble" } as const);
  const here = { level: 1, ordinal: 0, line: line.text, lineNumber: line.number };
  openNode(reading.tree, { ...own, ...here });
  return true;
}

function readLine(reading: Reading, line: Line, afterBlank: boolean): void {
  if (readTableLine(reading.tree, reading.tables, line)) return;
  if (openUnnumbered(reading, line)) return;
  const number = numberOf(line.text);
  const isLaw = reading.laws !== undefined && (number === undefined || number.mark === "digit");
  if (isLaw) return openLaw(reading, line, number);
  if (number && isHeading(line, number)) return openHeading(reading, line, number);
  tableOver(reading.tree, reading.tables);
  say(reading.tree, line.text, afterBlank);
}

function readPlan(lines: readonly Line[]): Decision<ReadClause[], ReadRefusal> {
  const tables: Tables = { count: 0, open: undefined };
  const reading: Reading = { tree: plantTree(), tables, laws: undefined };
  for (const [index, line] of lines.entries()) {
    if (line.text === "") continue;
    readLine(reading, line, lines[index - 1]?.text === "");
  }
  return grown(reading.tree);
}

type Plan = { readonly title: string; readonly body: readonly Line[] };

const titleLines = 12;

/** The lines without a break above a page of contents, without what plans add in brackets. */
function titleAbove(lines: readonly Line[], index: number): string {
  const near = lines.slice(Math.max(0, index - titleLines), index).map(({ text }) => text);
  const above = near.slice(0, near.findLastIndex((text) => text !== "") + 1);
  const words = above.slice(above.lastIndexOf("") + 1);
  return words.join("").replace(/[（(][^（()）]{0,40}[）)]$/, "");
}

/** Page of contents, 附图, the plan, 附图: a plan lies between the two lists of its maps. */
function plansOf(lines: readonly Line[]): Plan[] {
  const stops = lines
    .map(({ text }, index) => ({ text, index }))
    .filter(({ text }) => contents.test(text) || maps.test(text));
  return stops.flatMap(({ text, index }, place) => {
    const [first, second] = [stops[place + 1], stops[place + 2]];
    if (!contents.test(text) || !first || !maps.test(first.text)) return [];
    const end = second?.index ?? lines.length;
    return [{ title: titleAbove(lines, index), body: lines.slice(first.index + 1, end) }];
  });
}

/** Whether a text has plans with pages of contents. */
export const isGazette = (lines: readonly Line[]): boolean => plansOf(lines).length > 0;

/** Reads every plan of a gazette; covers, notices, maps and what is behind them are no clauses. */
export function readGazette(text: string): Decision<ReadText[], ReadRefusal> {
  const texts: ReadText[] = [];
  for (const { title, body } of plansOf(cleanLines(rawLines(text)))) {
    const clauses = readPlan(body);
    if (!clauses.ok) return clauses;
    texts.push({ shape: "gazette", title, clauses: clauses.value });
  }
  return accept(texts);
}
