import { boundList, boundText, fail, spend, type Machine } from "../machine.ts";
import { allMatches, compilePattern, hasMatch } from "../pattern/pattern.ts";
import type { Match } from "../pattern/match.ts";
import { pointsOf, stringOf } from "../text.ts";
import { wholeOf, type Value } from "../value.ts";
import { endOf, indexOf, itemsOf, textOf } from "./given.ts";
import { takes, type BuiltIn, type Form, type Given } from "./matching.ts";

type Run = Form["run"];

function substring(machine: Machine, [text, start, length]: readonly Given[]): Value {
  const points = pointsOf(textOf(text));
  if (!spend(machine, points.length / 16)) return null;
  const from = indexOf(machine, start, points.length);
  if (from === null) return null;
  const end = endOf(machine, length, { from, length: points.length });
  return end === null ? null : points.slice(from, end).join("");
}

/** A function of two texts. */
const ofTexts =
  (work: (text: string, match: string) => Value): Run =>
  (machine, [text, match]) =>
    spend(machine, textOf(text).length / 64) ? work(textOf(text), textOf(match)) : null;

function before(text: string, match: string): Value {
  const place = text.indexOf(match);
  return place < 0 ? "" : text.slice(0, place);
}

function after(text: string, match: string): Value {
  const place = text.indexOf(match);
  return place < 0 ? "" : text.slice(place + match.length);
}

function matches(machine: Machine, [input, pattern, flags]: readonly Given[]): Value {
  const compiled = compilePattern(machine, textOf(pattern), textOf(flags));
  return compiled && hasMatch(machine, compiled, textOf(input));
}

/** The matches of a pattern that takes something; null, with its reason, where it takes nothing. */
function takenBy(
  machine: Machine,
  text: string,
  [pattern, flags]: readonly [string, string],
): readonly Match[] | null {
  const compiled = compilePattern(machine, pattern, flags);
  if (!compiled) return null;
  if (hasMatch(machine, compiled, "")) return fail(machine, "pattern_invalid");
  return allMatches(machine, compiled, text);
}

function split(machine: Machine, [text, delimiter]: readonly Given[]): Value {
  const found = takenBy(machine, textOf(text), [textOf(delimiter), ""]);
  if (!found) return null;
  const points = pointsOf(textOf(text));
  const starts = [0, ...found.map(({ end }) => end)];
  const parts = starts.map((start, place) => points.slice(start, found[place]?.start).join(""));
  return boundList(machine, parts);
}

/** A piece of a replacement: a text, or a group of the match. */
type Piece = string | number;

/** `[$1]` in pieces; undefined where a dollar or a backslash stands before nothing that fits. */
function piecesOf(replacement: string, groups: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let place = 0; place < replacement.length;) {
    const rest = replacement.slice(place, place + 8);
    const plain = /^[^$\\]+/.exec(rest)?.[0] ?? /^\\([\\$])/.exec(rest)?.[0];
    const digits = /^\$([0-9]+)/.exec(rest)?.[1];
    if (plain === undefined && digits === undefined) return undefined;
    const taken = digits === undefined ? undefined : longestGroup(digits, groups);
    pieces.push(taken === undefined ? (plain ?? "").replace(/^\\/, "") : Number(taken));
    place += taken === undefined ? (plain ?? "").length : taken.length + 1;
  }
  return pieces;
}

/** As many digits as make the number of a group, and one at least. */
function longestGroup(digits: string, groups: number): string {
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > groups) length--;
  return digits.slice(0, length);
}

function replaced(points: readonly string[], match: Match, pieces: readonly Piece[]): string {
  const texts = pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const [from, to] = (piece === 0 ? [match.start, match.end] : match.groups[piece - 1]) ?? [0, 0];
    return points.slice(from, to).join("");
  });
  return texts.join("");
}

function replace(machine: Machine, given: readonly Given[]): Value {
  const [input, pattern, replacement, flags] = given.map(textOf);
  const compiled = compilePattern(machine, pattern ?? "", flags ?? "");
  const found = takenBy(machine, input ?? "", [pattern ?? "", flags ?? ""]);
  if (!compiled || !found) return null;
  const pieces = (flags ?? "").includes("q")
    ? [replacement ?? ""]
    : piecesOf(replacement ?? "", compiled.program.groups);
  if (!pieces) return fail(machine, "argument_value");
  const points = pointsOf(input ?? "");
  let result = "";
  let place = 0;
  for (const match of found) {
    result += points.slice(place, match.start).join("") + replaced(points, match, pieces);
    place = match.end;
    if (boundText(machine, result) === null) return null;
  }
  return boundText(machine, result + points.slice(place).join(""));
}

function join(machine: Machine, [list, delimiter]: readonly Given[]): Value {
  const texts: string[] = [];
  for (const item of itemsOf(list)) {
    if (item !== null && typeof item !== "string") return fail(machine, "argument_type");
    if (item !== null) texts.push(item);
  }
  const between = textOf(delimiter);
  const length = texts.reduce((sum, text) => sum + text.length + between.length, 0);
  return spend(machine, length / 64) ? boundJoin(machine, texts, between) : null;
}

const boundJoin = (machine: Machine, texts: readonly string[], between: string): Value =>
  boundText(machine, texts.join(between));

const twoTexts = takes("string: string", "match: string");
const oneText = takes("string: string");

export const stringFunctions: Readonly<Record<string, BuiltIn>> = {
  substring: [
    {
      takes: takes("string: string", "start position: number", "length?: number"),
      run: substring,
    },
  ],
  "string length": [{ takes: oneText, run: (_, [text]) => wholeOf(pointsOf(textOf(text)).length) }],
  "upper case": [{ takes: oneText, run: (m, [text]) => boundText(m, textOf(text).toUpperCase()) }],
  "lower case": [{ takes: oneText, run: (m, [text]) => boundText(m, textOf(text).toLowerCase()) }],
  "substring before": [{ takes: twoTexts, run: ofTexts(before) }],
  "substring after": [{ takes: twoTexts, run: ofTexts(after) }],
  contains: [{ takes: twoTexts, run: ofTexts((text, match) => text.includes(match)) }],
  "starts with": [{ takes: twoTexts, run: ofTexts((text, match) => text.startsWith(match)) }],
  "ends with": [{ takes: twoTexts, run: ofTexts((text, match) => text.endsWith(match)) }],
  matches: [{ takes: takes("input: string", "pattern: string", "flags?: string?"), run: matches }],
  replace: [
    {
      takes: takes("input: string", "pattern: string", "replacement: string", "flags?: string?"),
      run: replace,
    },
  ],
  split: [{ takes: takes("string: string", "delimiter: string"), run: split }],
  "string join": [{ takes: takes("list: list", "delimiter?: string?"), run: join }],
  string: [{ takes: takes("from: any"), run: (machine, [from = null]) => stringOf(machine, from) }],
};
