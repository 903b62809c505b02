import type { LineCounter } from "yaml";
import type { Diagnostic, Position } from "../rules/index.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { Holes, PackCode } from "./problems.ts";

export type TextFile = {
  readonly path: string;
  readonly text: string;
  readonly lines: LineCounter;
};

/** Where a character of a file stands, and the line that it stands on. */
export function placeOf(file: TextFile, offset: number): Position & { readonly source: string } {
  const { text, lines, path } = file;
  const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
  const start = lines.lineStarts[line - 1] ?? 0;
  const end = text.indexOf("\n", start);
  const source = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
  return { file: path, line: Math.max(1, line), column: Math.max(1, col), source };
}

export type PackFinding<C extends PackCode = PackCode> = {
  [One in C]: { readonly code: One; readonly holes: Holes[One] };
}[C];

/** All codes of this room. */
export const packCodes = Object.keys(en) as readonly PackCode[];

type Said = readonly [message: string, hint: string];

/** What a finding says, in both languages. */
export function sayFinding({ code, holes }: PackFinding): Pick<Diagnostic, "message" | "hint"> {
  const [chinese, chineseHint] = (zh[code] as (holes: unknown) => Said)(holes);
  const [english, englishHint] = (en[code] as (holes: unknown) => Said)(holes);
  return {
    message: { zh: chinese, en: english },
    hint: { zh: chineseHint, en: englishHint },
  };
}

/** A finding about the characters of a file between two offsets. */
export function diagnosticAt(
  file: TextFile,
  [start, end]: readonly [number, number],
  finding: PackFinding,
): Diagnostic {
  const place = placeOf(file, start);
  const rest = place.source.trimEnd().length - (place.column - 1);
  const length = Math.max(1, Math.min(end - start, rest));
  const { code } = finding;
  return { code, severity: "error", ...place, length, ...sayFinding(finding) };
}

/** A finding about a whole file, or about one that is missing. */
export function diagnosticOfFile(path: string, finding: PackFinding): Diagnostic {
  const at = { file: path, line: 1, column: 1, source: "", length: 1 };
  return { code: finding.code, severity: "error", ...at, ...sayFinding(finding) };
}
