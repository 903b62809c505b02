import { compileWithWarnings } from "../compile.ts";
import type { Program } from "../ir.ts";
import type { PackSource } from "../source.ts";
import { compilerFindings, withWarnings } from "./compiler.ts";
import { conditionFindings } from "./conditions.ts";
import { differingFindings } from "./differing.ts";
import { factFindings } from "./facts.ts";
import { figureFindings } from "./figures.ts";
import { lintCodes, type LintFinding, type Supplies } from "./finding.ts";
import { gapFindings } from "./gaps.ts";
import { overlapFindings } from "./overlap.ts";
import { studyOf } from "./study.ts";
import { unitFindings } from "./units.ts";

export type LintOptions = Supplies & {
  /** The law date, "YYYY-MM-DD"; the pack's own where this is absent. */
  readonly asOf?: string;
};

/**
 * What is doubtful in a law that builds, each with a case on which the engine shows it. Of a pack
 * that does not build, what the compiler says.
 */
export function lint(
  law: Program | PackSource,
  { asOf, ...supplies }: LintOptions = {},
): readonly LintFinding[] {
  if (!("manifest" in law)) return studied(law, asOf, supplies);
  const { program, diagnostics } = compileWithWarnings(law);
  if (!program) return compilerFindings(diagnostics);
  return withWarnings(studied(program, asOf, supplies), diagnostics);
}

function studied(law: Program, asOf = law.version, supplies: Supplies = {}) {
  const study = studyOf(law, asOf);
  const found = [
    ...overlapFindings(study),
    ...gapFindings(study),
    ...conditionFindings(study),
    ...differingFindings(study),
    ...unitFindings(study),
    ...figureFindings(study),
    ...factFindings(study, supplies),
  ];
  const place = ({ code }: LintFinding) => lintCodes.indexOf(code);
  return found.sort((a, b) => place(a) - place(b));
}
