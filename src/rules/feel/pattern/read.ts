import { Cursor } from "./cursor.ts";
import { readClass, readEscapedPoint, readSetEscape } from "./classes.ts";
import { cased, exactly } from "./sets.ts";
import { PatternTrouble, type Flags, type Pattern, type Test } from "./tree.ts";

type Reading = {
  readonly cursor: Cursor;
  readonly flags: Flags;
  /** Groups that have been opened, and those that are closed and may be referred to. */
  groups: number;
  readonly closed: Set<number>;
  depth: number;
};

const mostDepth = 60;
const mostRepeats = 1_000;
const invalid = (): PatternTrouble => new PatternTrouble("pattern_invalid");

function readChoice(reading: Reading): Pattern {
  if (reading.depth++ > mostDepth) throw new PatternTrouble("pattern_too_large");
  const parts = [readSequence(reading)];
  while (reading.cursor.skip("|")) parts.push(readSequence(reading));
  reading.depth--;
  const [only] = parts;
  return parts.length === 1 && only ? only : { op: "choice", parts };
}

function readSequence(reading: Reading): Pattern {
  const parts: Pattern[] = [];
  const { cursor } = reading;
  while (!cursor.isDone && cursor.peek() !== "|" && cursor.peek() !== ")") {
    parts.push(readQuantified(reading, readAtom(reading)));
  }
  return { op: "sequence", parts };
}

/** `{2,5}`, behind its bracket. */
function readCounts(cursor: Cursor): readonly [least: number, most: number | undefined] {
  const least = cursor.digits();
  const hasMost = cursor.skip(",");
  const most = hasMost ? cursor.digits() : least;
  cursor.need("}");
  if (least === "" || (most !== "" && Number(most) < Number(least))) throw invalid();
  if (Math.max(Number(least), Number(most)) > mostRepeats) {
    throw new PatternTrouble("pattern_too_large");
  }
  return [Number(least), most === "" ? undefined : Number(most)];
}

function readQuantified({ cursor }: Reading, part: Pattern): Pattern {
  const counts = cursor.skip("*")
    ? ([0, undefined] as const)
    : cursor.skip("+")
      ? ([1, undefined] as const)
      : cursor.skip("?")
        ? ([0, 1] as const)
        : cursor.skip("{")
          ? readCounts(cursor)
          : undefined;
  if (!counts) return part;
  const [least, most] = counts;
  return { op: "repeat", part, least, most, isGreedy: !cursor.skip("?") };
}

function readGroup(reading: Reading): Pattern {
  const { cursor } = reading;
  const isPlain = cursor.skip("?:");
  if (!isPlain && cursor.peek() === "?") throw invalid();
  const number = isPlain ? undefined : ++reading.groups;
  const part = readChoice(reading);
  cursor.need(")");
  if (number !== undefined) reading.closed.add(number);
  return { op: "group", part, number };
}

/** `\12`: the longest number of a group that has been closed. */
function readBack({ cursor, closed, groups }: Reading): Pattern {
  let number = Number(cursor.take());
  while (/^[0-9]$/.test(cursor.peek()) && number * 10 + Number(cursor.peek()) <= groups) {
    number = number * 10 + Number(cursor.take());
  }
  if (!closed.has(number)) throw invalid();
  return { op: "back", number };
}

const newlines: Test = (point) => point === 0xa || point === 0xd;

function readAtom(reading: Reading): Pattern {
  const { cursor, flags } = reading;
  const sign = cursor.take();
  switch (sign) {
    case "(":
      return readGroup(reading);
    case "[":
      return { op: "one", test: readClass(cursor, flags) };
    case ".":
      return { op: "one", test: (point) => flags.isDotAll || !newlines(point) };
    case "^":
      return { op: "start" };
    case "$":
      return { op: "end" };
    case "\\":
      return readEscape(reading);
  }
  if (/^[*+?{}\])]$/.test(sign)) throw invalid();
  return { op: "one", test: cased(exactly(sign.codePointAt(0) ?? 0), flags) };
}

function readEscape(reading: Reading): Pattern {
  const { cursor, flags } = reading;
  if (/^[1-9]$/.test(cursor.peek())) return readBack(reading);
  const set = readSetEscape(cursor);
  return { op: "one", test: set ?? cased(exactly(readEscapedPoint(cursor)), flags) };
}

/** White space goes, outside of classes of characters: the flag x. */
export function withoutSpaces(points: readonly string[]): string[] {
  let depth = 0;
  let isEscaped = false;
  return points.filter((sign) => {
    const isSpace = /^[\t\n\r ]$/.test(sign);
    if (isSpace && depth === 0) return false;
    if (!isEscaped && sign === "[") depth++;
    if (!isEscaped && sign === "]") depth = Math.max(0, depth - 1);
    isEscaped = !isEscaped && sign === "\\";
    return true;
  });
}

/** Reads a whole pattern. @throws PatternTrouble where it is none. */
export function readPattern(
  points: readonly string[],
  flags: Flags,
): { pattern: Pattern; groups: number } {
  const cursor = new Cursor(points);
  const reading: Reading = { cursor, flags, groups: 0, closed: new Set(), depth: 0 };
  const pattern = readChoice(reading);
  if (!cursor.isDone) throw invalid();
  return { pattern, groups: reading.groups };
}
