import { compareRatio, multiply, parseRatio, ratio, type Ratio } from "../../base/ratio.ts";
import type { Measure } from "../../rules/index.ts";
import { normalised } from "./clause.ts";

/** A part of a text, by its ends. */
export type Span = { readonly start: number; readonly end: number };

/**
 * A numeral of a clause: where it stands in the normalised text, and which figure accounts for it.
 */
export type Numeral = Span & { readonly text: string };

const arabic = /\d+(?:\.\d+)?(?:[-:]\d+(?:\.\d+)?)?[%万亿]?/g;
const chinese = /[零〇一二三四五六七八九十百千万亿两半]+/g;
/** The number that the clause itself bears: (三), 三、, 3. or a row's own. */
const ownOrdinal =
  /^(?:\d*.*?\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、](?!\d))/;
const dashes = /(?<=\d%?)[—–−~～至]+(?=\d)/g;

/** Words that hold the character of a numeral and count nothing. */
const wordsOnly = [
  "一体",
  "一定",
  "一批",
  "统一",
  "同一",
  "一般",
  "一致",
  "进一步",
  "唯一",
  "单一",
  "半径",
  "一律",
  "一并",
  "一次性",
  "零星",
  "万科",
  "四川",
  "九龙坡",
];

/** The form that figures are looked for in: normalised, every dash between digits alike. */
export const figureText = (clause: string): string => normalised(clause).replace(dashes, "-");

export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    spans.push({ start, end: start + word.length });
  }
  return spans;
}

const matchesOf = (text: string, pattern: RegExp): Numeral[] =>
  [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Every numeral of a clause but its own ordinal and the words that only look like one. */
export function numeralsOf(text: string): Numeral[] {
  const from = ownOrdinal.exec(text)?.[0].length ?? 0;
  const excluded = wordsOnly.flatMap((word) => spansOf(text, word));
  const digits = matchesOf(text, arabic);
  // The 万 of "500万" belongs to the digits before it.
  const signs = matchesOf(text, chinese).filter((sign) => !digits.some((one) => covers(one, sign)));
  return [...digits, ...signs]
    .filter((numeral) => numeral.start >= from)
    .filter((numeral) => !excluded.some((span) => covers(span, numeral)))
    .sort((a, b) => a.start - b.start);
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

type Ends = { readonly min: Ratio; readonly max: Ratio };

const scales: Readonly<Record<string, Ratio>> = { 万: ratio(10_000), 亿: ratio(100_000_000) };

const scaled = ({ min, max }: Ends, by: Ratio | undefined): Ends[] =>
  by ? [{ min: multiply(min, by), max: multiply(max, by) }] : [];

/** The figure's value: one number, or the two ends of a range; undefined when it holds none. */
function valueOf(figure: string): Ends | undefined {
  const [number] = figure.match(arabic) ?? [];
  if (number === undefined) {
    const [word] = figure.match(chinese) ?? [];
    const value = word === undefined ? undefined : readChinese(word);
    return value && { min: value, max: value };
  }
  const ends = number
    .replace(/[%万亿]/g, "")
    .split(/[-:]/)
    .map(parseRatio);
  const [first, second] = ends;
  if (!first) return undefined;
  if (!second) return { min: first, max: first };
  if (!number.includes(":")) return { min: first, max: second };
  const quotient = ratio(first.n * second.d, first.d * second.n);
  return { min: quotient, max: quotient };
}

export type FigureValues = NonNullable<Measure["parameters"]>[string]["values"];

function readEnd(value: number | string): Ratio | undefined {
  const [top, bottom] = String(value).split("/").map(parseRatio);
  if (!top) return undefined;
  return bottom ? ratio(top.n * bottom.d, top.d * bottom.n) : top;
}

/** Whether the value is the figure, whole or by one of its ends. */
function isFigure(stated: Ends, value: FigureValues[number]["value"]): boolean {
  const [low, high] = Array.isArray(value) ? value : [value, value];
  const [min, max] = [readEnd(low), readEnd(high)];
  if (!min || !max) return false;
  const whole = compareRatio(min, stated.min) === 0 && compareRatio(max, stated.max) === 0;
  const oneEnd =
    compareRatio(stated.min, stated.max) === 0 &&
    (compareRatio(min, stated.min) === 0 || compareRatio(max, stated.min) === 0);
  return whole || oneEnd;
}

/**
 * Whether one of the values is the figure, in the unit of the values: "500万" is 500 of ten
 * thousand, or five million of one.
 */
export function agrees(figure: string, values: readonly Pick<FigureValues[number], "value">[]) {
  const stated = valueOf(figure);
  if (!stated) return false;
  const scale = Object.keys(scales).find((sign) => figure.includes(sign));
  const readings = [stated, ...scaled(stated, scale === undefined ? undefined : scales[scale])];
  return values.some(({ value }) => readings.some((one) => isFigure(one, value)));
}

/** Where a figure stands by itself: "50" does not stand in "500", nor in "2.50". */
export function wholeSpans(text: string, figure: string): Span[] {
  const word = figureText(figure);
  return spansOf(text, word).filter(({ start, end }) => {
    const before = text[start - 1] ?? "";
    const after = text[end] ?? "";
    const cutsBefore = /\d/.test(word[0] ?? "") && /[\d.]/.test(before);
    const cutsAfter = /\d$/.test(word) && /[\d.]/.test(after);
    return !cutsBefore && !cutsAfter;
  });
}
