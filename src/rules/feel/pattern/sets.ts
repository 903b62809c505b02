import type { Flags, Test } from "./tree.ts";

const text = (point: number): string => String.fromCodePoint(point);

/** The code points that differ from one in case only, itself included. */
export function variantsOf(point: number): readonly number[] {
  const sign = text(point);
  const forms = [sign, sign.toLowerCase(), sign.toUpperCase()];
  const folded = forms.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase()]);
  const single = folded.filter((form) => [...form].length === 1);
  return [...new Set(single.map((form) => form.codePointAt(0) ?? point))];
}

/** A test of one code point, in either case when the flags say so. */
export function cased(test: Test, flags: Flags): Test {
  return flags.isCaseless ? (point) => variantsOf(point).some(test) : test;
}

export const exactly =
  (wanted: number): Test =>
  (point) =>
    point === wanted;

export const between =
  (low: number, high: number): Test =>
  (point) =>
    point >= low && point <= high;

export const not =
  (test: Test): Test =>
  (point) =>
    !test(point);

export const anyOf =
  (tests: readonly Test[]): Test =>
  (point) =>
    tests.some((test) => test(point));

const matching =
  (pattern: RegExp): Test =>
  (point) =>
    pattern.test(text(point));

const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** A general category of Unicode; undefined where there is none of that name. */
export const categoryOf = (name: string): Test | undefined =>
  // oxlint-disable-next-line house/patterns-are-literals -- the name is one of the list above
  categories.test(name) ? matching(new RegExp(`^\\p{${name}}$`, "u")) : undefined;

const blocks: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0x0, 0x7f],
  "Latin-1Supplement": [0x80, 0xff],
  "LatinExtended-A": [0x100, 0x17f],
  "LatinExtended-B": [0x180, 0x24f],
  IPAExtensions: [0x250, 0x2af],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  GeneralPunctuation: [0x2000, 0x206f],
  CurrencySymbols: [0x20a0, 0x20cf],
  Arrows: [0x2190, 0x21ff],
  MathematicalOperators: [0x2200, 0x22ff],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7af],
};

export function blockOf(name: string): Test | undefined {
  const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  return block && between(...block);
}

const nameStart = new RegExp(
  [
    "^[:A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D",
    "\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF",
    "\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}]$",
  ].join(""),
  "u",
);
const nameRest = /^[-.0-9\u00B7\u0300-\u036F\u203F\u2040]$/u;

const space: Test = (point) => point === 0x20 || point === 0x9 || point === 0xa || point === 0xd;
const starts = matching(nameStart);
const names = anyOf([starts, matching(nameRest)]);
const digits = matching(/^\p{Nd}$/u);
const words = not(matching(/^[\p{P}\p{Z}\p{C}]$/u));

/** The escapes that stand for a set: \d, \w, \s, the names of XML, and what is not in them. */
export const setEscapes: Readonly<Record<string, Test>> = {
  s: space,
  S: not(space),
  d: digits,
  D: not(digits),
  w: words,
  W: not(words),
  i: starts,
  I: not(starts),
  c: names,
  C: not(names),
};

const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** The code point that an escaped sign stands for; undefined where it may not be escaped. */
export function escapedPoint(sign: string): number | undefined {
  if (/^[-\\|.?*+(){}$[\]^]$/.test(sign)) return sign.codePointAt(0);
  return Object.hasOwn(signs, sign) ? signs[sign]?.codePointAt(0) : undefined;
}
