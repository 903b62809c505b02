import type { Cursor } from "./cursor.ts";
import {
  anyOf,
  between,
  blockOf,
  cased,
  categoryOf,
  escapedPoint,
  exactly,
  not,
  setEscapes,
} from "./sets.ts";
import { PatternTrouble, type Flags, type Test } from "./tree.ts";

const invalid = (): PatternTrouble => new PatternTrouble("pattern_invalid");

/** `\p{Lu}` and `\P{IsGreek}`, behind the backslash. */
function readProperty(cursor: Cursor): Test {
  const isNegated = cursor.take() === "P";
  cursor.need("{");
  const name = cursor.until("}");
  const isBlock = name.startsWith("Is");
  const test = isBlock ? blockOf(name.slice(2)) : categoryOf(name);
  if (test) return isNegated ? not(test) : test;
  throw isBlock && /^Is[A-Za-z0-9-]+$/.test(name)
    ? new PatternTrouble("pattern_feature")
    : invalid();
}

/** An escape that stands for a set, behind the backslash; undefined when it is none. */
export function readSetEscape(cursor: Cursor): Test | undefined {
  const sign = cursor.peek();
  if (sign === "p" || sign === "P") return readProperty(cursor);
  const test = Object.hasOwn(setEscapes, sign) ? setEscapes[sign] : undefined;
  if (test) cursor.take();
  return test;
}

/** An escape that stands for one code point, behind the backslash. */
export function readEscapedPoint(cursor: Cursor): number {
  const point = escapedPoint(cursor.take());
  if (point === undefined) throw invalid();
  return point;
}

function readPoint(cursor: Cursor): number {
  const sign = cursor.take();
  if (sign === "\\") return readEscapedPoint(cursor);
  if (sign === "[" || sign === "]") throw invalid();
  return sign.codePointAt(0) ?? 0;
}

/** One member of a class: a set, a sign or a range of signs. */
function readMember(cursor: Cursor, flags: Flags): Test {
  if (cursor.peek() === "\\" && /^[pPsSdDwWiIcC]$/.test(cursor.peek(1))) {
    cursor.take();
    const set = readSetEscape(cursor);
    if (!set) throw invalid();
    return set;
  }
  const low = readPoint(cursor);
  const isRange = cursor.peek() === "-" && cursor.peek(1) !== "]" && cursor.peek(1) !== "[";
  if (!isRange) return cased(exactly(low), flags);
  cursor.take();
  const high = readPoint(cursor);
  if (high < low) throw invalid();
  return cased(between(low, high), flags);
}

const mostDepth = 30;

/** `[a-z-[aeiou]]`, behind its first bracket. */
export function readClass(cursor: Cursor, flags: Flags, depth = 0): Test {
  if (depth > mostDepth) throw new PatternTrouble("pattern_too_large");
  const isNegated = cursor.skip("^");
  const members: Test[] = [];
  let without: Test | undefined;
  while (!without && cursor.peek() !== "]") {
    if (cursor.peek() === "-" && cursor.peek(1) === "[") {
      cursor.skip("-[");
      without = readClass(cursor, flags, depth + 1);
    } else members.push(readMember(cursor, flags));
  }
  cursor.need("]");
  if (members.length === 0) throw invalid();
  const inside = anyOf(members);
  const wanted = isNegated ? not(inside) : inside;
  const excluded = without;
  return excluded ? (point) => wanted(point) && !excluded(point) : wanted;
}
