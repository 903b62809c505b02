import { noteInto, type Finding, type Note } from "../diagnose/findings.ts";

/** The longest expression that is read, in characters. */
export const mostCharacters = 65_536;
/** The deepest nesting of brackets that is read. */
export const mostBrackets = 64;

/** Signs of other languages, and what a rule writes instead. */
const foreign: readonly (readonly [string, string])[] = [
  ["===", "="],
  ["!==", "!="],
  ["==", "="],
  ["<>", "!="],
  ["&&", "and"],
  ["||", "or"],
  ["≥", ">="],
  ["≤", "<="],
  ["≠", "!="],
  ["×", "*"],
  ["÷", "/"],
  ["（", "("],
  ["）", ")"],
  ["【", "["],
  ["】", "]"],
  ["，", ","],
  ["。", "."],
  ["“", '"'],
  ["”", '"'],
  ["「", '"'],
  ["」", '"'],
  ["‘", '"'],
  ["’", '"'],
  ["'", '"'],
  ["＝", "="],
  ["＜", "<"],
  ["＞", ">"],
  ["＋", "+"],
  ["％", "%"],
  [";", "and"],
];

const opening = "([{";
const closing = ")]}";
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;

type Reading = {
  readonly text: string;
  readonly open: { bracket: string; at: number }[];
  readonly note: Note;
};

/** Finds what the grammar would misread or explain badly: foreign signs, exponents, comments,
 * brackets. */
export function lexicalFindings(text: string): readonly Finding[] {
  const findings: Finding[] = [];
  const note = noteInto(findings);
  if (text.length > mostCharacters) {
    const span = { start: 0, end: 1 };
    note("expression_too_long", { length: text.length, most: mostCharacters }, span);
    return findings;
  }
  const reading: Reading = { text, open: [], note };
  for (let at = 0; at < text.length && reading.open.length <= mostBrackets;) {
    at = readToken(reading, at);
  }
  const last = reading.open.at(-1);
  if (reading.open.length > mostBrackets && last) {
    note("nested_too_deep", { most: mostBrackets }, { start: last.at, end: last.at + 1 });
  } else if (last) {
    const span = { start: last.at, end: last.at + 1 };
    note("bracket_not_closed", { bracket: last.bracket }, span);
  }
  return findings;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Reads one token and returns where the next begins. */
function readToken(reading: Reading, at: number): number {
  const { text, note } = reading;
  const sign = text.charAt(at);
  if (sign === '"') return readString(reading, at);
  if (text.startsWith("//", at) || text.startsWith("/*", at)) {
    note("comment_in_expression", {}, { start: at, end: at + 2 });
    return text.length;
  }
  const found = foreign.find(([spelling]) => text.startsWith(spelling, at));
  if (found) {
    const span = { start: at, end: at + found[0].length };
    note("foreign_sign", { sign: found[0], write: found[1] }, span);
    return span.end;
  }
  const name = match(word, text, at);
  if (name) return at + name.length;
  const figure = match(number, text, at);
  if (figure) return readNumber(reading, at, figure);
  readBracket(reading, at, sign);
  return at + 1;
}

function readString({ text, note }: Reading, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === "\\") end++;
    else if (text[end] === '"') return end + 1;
  }
  note("string_not_closed", {}, { start: at, end: at + 1 });
  return text.length;
}

function readNumber({ note }: Reading, at: number, figure: string): number {
  const span = { start: at, end: at + figure.length };
  const [digits, exponent] = figure.split(/[eE]/);
  if (exponent !== undefined) {
    note("exponent_literal", { text: figure, write: spellOut(digits ?? "", +exponent) }, span);
  }
  return span.end;
}

/** 1.5e3 as 1500, as long as that stays readable. */
function spellOut(digits: string, exponent: number): string {
  if (Math.abs(exponent) > 15) return "10 × 10 × …";
  return (Number(digits) * 10 ** exponent).toLocaleString("en", {
    useGrouping: false,
    maximumFractionDigits: 15,
  });
}

/** An interval may open and close with different brackets, as in (0..1]: only their number is
 * counted. */
function readBracket({ open, note }: Reading, at: number, sign: string): void {
  if (opening.includes(sign)) open.push({ bracket: sign, at });
  if (closing.includes(sign) && !open.pop()) {
    note("bracket_not_opened", { bracket: sign }, { start: at, end: at + 1 });
  }
}
