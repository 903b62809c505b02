import { compareRatio, parseRatio, ratio, type Ratio } from "../../base/ratio.ts";
import type { Measure } from "../../rules/index.ts";
import { normalised } from "./clause.ts";

/**
 * A numeral of a clause: where it stands in the normalised text, and which figure accounts for it.
 */
export type Numeral = { readonly text: string; readonly start: number; readonly end: number };

export type FigureFinding =
  | { code: "numeral_unaccounted"; numeral: string; around: string }
  | { code: "figure_not_in_clause"; figure: string }
  | { code: "figure_without_purpose"; figure: string }
  | { code: "figure_names_no_parameter"; figure: string; parameter: string }
  | { code: "figure_differs"; figure: string; parameter: string };

export type FigureLine = {
  readonly figure: string;
  readonly parameter: string | undefined;
  readonly excused: boolean;
};

export type FigureReport = {
  readonly numerals: number;
  readonly lines: readonly FigureLine[];
  readonly findings: readonly FigureFinding[];
};

const arabic = /\d+(?:\.\d+)?(?:[-:]\d+(?:\.\d+)?)?%?/g;
const chinese = /[零〇一二三四五六七八九十百千万亿两半]+/g;
const ownOrdinal = /^\d*.*?\([一二三四五六七八九十]+\)/;
const dashes = /(?<=\d)[—–−~～至](?=\d)/g;

/** Words that hold the character of a numeral and count nothing. */
const wordsOnly = [
  "一体化",
  "一定",
  "统一",
  "一般",
  "一致",
  "进一步",
  "唯一",
  "单一",
  "半径",
  "一律",
  "一并",
];

/** The form that figures are looked for in: normalised, every dash between digits alike. */
export const figureText = (clause: string): string => normalised(clause).replace(dashes, "-");

/** Every numeral of a clause but its own ordinal and the words that only look like one. */
export function numeralsOf(text: string): Numeral[] {
  const from = ownOrdinal.exec(text)?.[0].length ?? 0;
  const excluded = wordsOnly.flatMap((word) => spansOf(text, word));
  return [arabic, chinese]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter((numeral) => numeral.start >= from)
    .filter((numeral) => !excluded.some((span) => covers(span, numeral)))
    .sort((a, b) => a.start - b.start);
}

type Span = { readonly start: number; readonly end: number };

const covers = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    spans.push({ start, end: start + word.length });
  }
  return spans;
}

const small = "零一二三四五六七八九";

/** Reads a Chinese numeral below ten thousand: 二百五十 is 250, 两 is 2, 半 is one half. */
export function readChinese(text: string): Ratio | undefined {
  if (text === "半") return ratio(1, 2);
  let [total, digit] = [0, 0];
  for (const character of text.replace(/两/g, "二").replace(/〇/g, "零")) {
    const place = { 十: 10, 百: 100, 千: 1000 }[character];
    if (place !== undefined) {
      total += (digit || 1) * place;
      digit = 0;
      continue;
    }
    if (!small.includes(character)) return undefined;
    digit = small.indexOf(character);
  }
  return ratio(total + digit);
}

/** The figure's value: one number, or the two ends of a range; undefined when it holds none. */
function valueOf(figure: string): { min: Ratio; max: Ratio } | undefined {
  const [number] = figure.match(arabic) ?? [];
  if (number === undefined) {
    const [word] = figure.match(chinese) ?? [];
    const value = word === undefined ? undefined : readChinese(word);
    return value && { min: value, max: value };
  }
  const ends = number.replace("%", "").split(/[-:]/).map(parseRatio);
  const [first, second] = ends;
  if (!first) return undefined;
  if (!second) return { min: first, max: first };
  if (!number.includes(":")) return { min: first, max: second };
  const quotient = ratio(first.n * second.d, first.d * second.n);
  return { min: quotient, max: quotient };
}

type Values = NonNullable<Measure["parameters"]>[string]["values"];

function readEnd(value: number | string): Ratio | undefined {
  const [top, bottom] = String(value).split("/").map(parseRatio);
  if (!top) return undefined;
  return bottom ? ratio(top.n * bottom.d, top.d * bottom.n) : top;
}

/** Whether one of the parameter's values is the figure, in the parameter's own unit. */
function agrees(figure: string, values: Values): boolean {
  const stated = valueOf(figure);
  if (!stated) return false;
  return values.some(({ value }) => {
    const [low, high] = Array.isArray(value) ? value : [value, value];
    const [min, max] = [readEnd(low), readEnd(high)];
    if (!min || !max) return false;
    const whole = compareRatio(min, stated.min) === 0 && compareRatio(max, stated.max) === 0;
    const oneEnd =
      compareRatio(stated.min, stated.max) === 0 &&
      (compareRatio(min, stated.min) === 0 || compareRatio(max, stated.min) === 0);
    return whole || oneEnd;
  });
}

type Figure = NonNullable<Measure["figures"]>[number];

function findingsOf(figure: Figure, measure: Measure, found: boolean): FigureFinding[] {
  const name = figure.parameter;
  if (!found) return [{ code: "figure_not_in_clause", figure: figure.text }];
  if (name === undefined) {
    return figure.excused ? [] : [{ code: "figure_without_purpose", figure: figure.text }];
  }
  const parameter = measure.parameters?.[name];
  if (!parameter) {
    return [{ code: "figure_names_no_parameter", figure: figure.text, parameter: name }];
  }
  return agrees(figure.text, parameter.values)
    ? []
    : [{ code: "figure_differs", figure: figure.text, parameter: name }];
}

/**
 * Holds a measure's figures against its clause: every numeral is mapped or excused, and none is
 * invented.
 */
export function checkFigures(measure: Measure, clause: string): FigureReport {
  const text = figureText(clause);
  const numerals = numeralsOf(text);
  const figures = measure.figures ?? [];
  const spans = figures.map((figure) => wholeSpans(text, figure.text));
  const open = numerals.filter((numeral) => !spans.flat().some((span) => covers(span, numeral)));
  return {
    numerals: numerals.length,
    lines: figures.map(({ text: figure, parameter, excused }) => ({
      figure,
      parameter,
      excused: excused !== undefined,
    })),
    findings: [
      ...figures.flatMap((figure, index) =>
        findingsOf(figure, measure, (spans[index]?.length ?? 0) > 0),
      ),
      ...open.map((numeral): FigureFinding => ({
        code: "numeral_unaccounted",
        numeral: numeral.text,
        around: text.slice(Math.max(0, numeral.start - 4), numeral.end + 4),
      })),
    ],
  };
}

/** Where a figure stands by itself: "50" does not stand in "500", nor in "2.50". */
function wholeSpans(text: string, figure: string): Span[] {
  const word = figureText(figure);
  return spansOf(text, word).filter(({ start, end }) => {
    const before = text[start - 1] ?? "";
    const after = text[end] ?? "";
    const cutsBefore = /\d/.test(word[0] ?? "") && /[\d.]/.test(before);
    const cutsAfter = /\d$/.test(word) && /[\d.]/.test(after);
    return !cutsBefore && !cutsAfter;
  });
}
