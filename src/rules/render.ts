import type { Locale } from "../base/message.ts";
import type { Diagnostic } from "./contract/diagnostic.ts";

const severities = {
  zh: { error: "错误", warning: "警告" },
  en: { error: "error", warning: "warning" },
} as const;
const suggestion = { zh: "建议", en: "hint" } as const;

/** East Asian characters fill two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\uffe6]/u.test(sign) ? 2 : 1), 0);

/** The widest part of a line that is shown; the caret stands inside it. */
const mostShown = 160;

/** A line too long to read is cut on both sides of the caret. */
function cutLine({ source, column }: Diagnostic): { shown: string; before: string } {
  if (source.length <= mostShown) return { shown: source, before: source.slice(0, column - 1) };
  const from = Math.max(0, Math.min(column - 1 - mostShown / 4, source.length - mostShown));
  const head = from > 0 ? "…" : "";
  const tail = from + mostShown < source.length ? "…" : "";
  const shown = head + source.slice(from, from + mostShown) + tail;
  return { shown, before: head + source.slice(from, Math.max(from, column - 1)) };
}

/** Prints a finding so that a reader finds it: file and line, the line, a caret, one suggestion. */
export function renderDiagnostic(diagnostic: Diagnostic, locale: Locale): string {
  const { file, line, column, length, code, message, hint } = diagnostic;
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  const { shown, before } = cutLine(diagnostic);
  const under = shown.slice(before.length, before.length + length);
  const caret = "^".repeat(Math.max(1, widthOf(under)));
  const head = `${file}:${line}:${column}: ${severities[locale][diagnostic.severity]} [${code}]`;
  const lines = [
    `${head} ${message[locale]}`,
    `${blank} |`,
    `${gutter} | ${shown}`.trimEnd(),
    `${blank} | ${" ".repeat(widthOf(before))}${caret}`,
  ];
  if (hint) lines.push(`${blank} = ${suggestion[locale]}: ${hint[locale]}`);
  return lines.join("\n");
}
