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

/** Prints a finding the way a reader finds its place: file and line, the line itself, a caret, one
 * suggestion. */
export function renderDiagnostic(diagnostic: Diagnostic, locale: Locale): string {
  const { file, line, column, source, length, code, message, hint } = diagnostic;
  const gutter = String(line);
  const blank = " ".repeat(gutter.length);
  const before = " ".repeat(widthOf(source.slice(0, column - 1)));
  const caret = "^".repeat(Math.max(1, widthOf(source.slice(column - 1, column - 1 + length))));
  const head = `${file}:${line}:${column}: ${severities[locale][diagnostic.severity]} [${code}]`;
  const lines = [
    `${head} ${message[locale]}`,
    `${blank} |`,
    `${gutter} | ${source}`.trimEnd(),
    `${blank} | ${before}${caret}`,
  ];
  if (hint) lines.push(`${blank} = ${suggestion[locale]}: ${hint[locale]}`);
  return lines.join("\n");
}
