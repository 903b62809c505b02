import { fail, spend, stop, type Machine } from "../machine.ts";
import { pointsOf } from "../text.ts";
import { findMatch, type Match, type Subject } from "./match.ts";
import { writeProgram, type Program } from "./program.ts";
import { readPattern, withoutSpaces } from "./read.ts";
import { cased, exactly } from "./sets.ts";
import { PatternTrouble, type Flags, type Pattern } from "./tree.ts";

export type Compiled = { readonly program: Program; readonly flags: Flags };

function flagsOf(flags: string): Flags {
  return {
    isDotAll: flags.includes("s"),
    isMultiline: flags.includes("m"),
    isCaseless: flags.includes("i"),
  };
}

/** Every sign as itself: the flag q. */
const plainly = (points: readonly string[], flags: Flags): Pattern => ({
  op: "sequence",
  parts: points.map((sign) => ({
    op: "one",
    test: cased(exactly(sign.codePointAt(0) ?? 0), flags),
  })),
});

function compileWith(pattern: string, written: string): Compiled {
  const flags = flagsOf(written);
  const points = pointsOf(pattern);
  if (written.includes("q")) return { program: writeProgram(plainly(points, flags), 0), flags };
  const read = readPattern(written.includes("x") ? withoutSpaces(points) : points, flags);
  return { program: writeProgram(read.pattern, read.groups), flags };
}

/** Compiles a pattern of the XPath flavour; null, with its reason, where it is none. */
export function compilePattern(machine: Machine, pattern: string, flags: string): Compiled | null {
  if (!/^[smixq]*$/.test(flags)) return fail(machine, "pattern_invalid");
  if (!spend(machine, pattern.length)) return null;
  try {
    return compileWith(pattern, flags);
  } catch (trouble) {
    if (!(trouble instanceof PatternTrouble)) throw trouble;
    if (trouble.code === "pattern_invalid") return fail(machine, trouble.code);
    return stop(machine, trouble.code);
  }
}

const subjectOf = (text: string, flags: Flags): Subject => ({
  points: pointsOf(text).map((sign) => sign.codePointAt(0) ?? 0),
  flags,
});

export function hasMatch(machine: Machine, compiled: Compiled, text: string): boolean {
  const subject = subjectOf(text, compiled.flags);
  return findMatch(machine, compiled.program, { subject, from: 0 }) !== undefined;
}

/** All matches from left to right that do not overlap. */
export function allMatches(
  machine: Machine,
  { program, flags }: Compiled,
  text: string,
): readonly Match[] {
  const subject = subjectOf(text, flags);
  const matches: Match[] = [];
  for (let from = 0; from <= subject.points.length;) {
    const match = findMatch(machine, program, { subject, from });
    if (!match) break;
    matches.push(match);
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return matches;
}
