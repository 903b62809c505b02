import type { Diagnostic as Mark } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Locale } from "../../../../src/base/message.ts";
import type { Diagnostic } from "../../../../src/rules/index.ts";

export type Range = { readonly from: number; readonly to: number };

/** Where in the text a finding stands; the text may be shorter by now than when it was checked. */
export function rangeOf(text: Text, { line, column, length }: Diagnostic): Range {
  const { from, to } = text.line(Math.max(1, Math.min(line, text.lines)));
  const start = Math.min(from + column - 1, to);
  return { from: start, to: Math.max(start, Math.min(start + length, to)) };
}

/** A finding in words: what is wrong, and what to write instead. */
export const sayFinding = ({ message, hint }: Diagnostic, locale: Locale): string =>
  hint ? `${message[locale]}\n${hint[locale]}` : message[locale];

/** The findings of one file as marks in its text. */
export const marksOf = (
  text: Text,
  findings: readonly Diagnostic[],
  locale: Locale,
): readonly Mark[] =>
  findings.map((finding) => ({
    ...rangeOf(text, finding),
    severity: finding.severity,
    message: sayFinding(finding, locale),
    source: finding.code,
  }));
