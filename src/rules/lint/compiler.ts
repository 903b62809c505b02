import type { Diagnostic } from "../contract/diagnostic.ts";
import type { LintCode, LintFinding } from "./finding.ts";

/** What the compiler refuses or warns of, and lint looks for beyond it. */
const sameAs: Readonly<Record<string, LintCode>> = {
  collision: "overlap",
  unit_mismatch: "unit_clash",
  periods_clash: "unit_clash",
  literal_figure: "figure_uncited",
  parameter_unused: "unused_parameter",
};

/** What the compiler says of a pack, as findings of its own. */
export const compilerFindings = (diagnostics: readonly Diagnostic[]): readonly LintFinding[] =>
  diagnostics.map((one): LintFinding => {
    const { code: compiler, file, line, column, message } = one;
    const code = sameAs[compiler] ?? "not_built";
    const place = `${file}:${line}:${column}`;
    return {
      ...{ id: `${code}#${place}`, code, compiler, proof: "text", about: [place], clauses: [] },
      text: { zh: `${place}: ${message.zh}`, en: `${place}: ${message.en}` },
    };
  });

/** Findings that the compiler warns of too, marked so. */
export function withWarnings(
  findings: readonly LintFinding[],
  diagnostics: readonly Diagnostic[],
): readonly LintFinding[] {
  return findings.map((finding) => {
    const name = finding.about[0]?.split(".").at(-1) ?? "";
    const warned = diagnostics.find(
      ({ code, message }) => sameAs[code] === finding.code && message.en.includes(name),
    );
    return warned ? { ...finding, compiler: warned.code } : finding;
  });
}
