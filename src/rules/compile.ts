import { accept, refuse, type Decision } from "../base/decision.ts";
import { checkText } from "./check/expression.ts";
import type { Scope } from "./resolve/scope.ts";
import type { Diagnostic } from "./contract/diagnostic.ts";
import { noteInto, type Finding } from "./diagnose/findings.ts";
import { sentences } from "./diagnose/sentences.ts";
import type { Node, Program } from "./ir.ts";
import { readCards } from "./compile/cards.ts";
import { readPack } from "./compile/pack.ts";
import type { PackSource } from "./source.ts";

/** A compilation with all that it found: warnings stand beside a program, errors instead of one. */
export type Compilation = {
  readonly program: Program | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Compiles a pack and keeps its warnings. */
export function compileWithWarnings(source: PackSource): Compilation {
  const { program, diagnostics: found } = readPack(source);
  const diagnostics = [...found, ...readCards(source).diagnostics];
  const broken = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return { program: broken ? undefined : program, diagnostics };
}

/** Turns a pack into a program, or says everything that is wrong with it at once. */
export function compile(source: PackSource): Decision<Program, readonly Diagnostic[]> {
  const { program, diagnostics } = compileWithWarnings(source);
  return program ? accept(program) : refuse(diagnostics);
}

/** By the cards' ids: what each place asks, as a program of its own. */
export function compileCards(
  source: PackSource,
): Decision<ReadonlyMap<string, Program>, readonly Diagnostic[]> {
  const { programs, diagnostics } = readCards(source);
  const broken = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return broken ? refuse(diagnostics) : accept(programs);
}

const nothing: Scope = {
  facts: [],
  factById: new Map(),
  groups: new Map(),
  registers: new Map(),
  registerFigures: new Map(),
  parameters: [],
  level: "project",
  figures: "allowed",
  day: "none",
  names: new Set(),
  lookUp: () => undefined,
  derive: () => "stated",
};

/** Reads an expression that names nothing: its figures may be written out, as in "0.55 - 0.10 =
 * 0.45". */
export function checkConstant(text: string): Decision<Node, readonly Diagnostic[]> {
  const findings: Finding[] = [];
  const node = checkText(text, nothing, noteInto(findings));
  if (node) return accept(node);
  return refuse(findings.map((finding) => diagnosticOf(finding, text)));
}

function diagnosticOf(finding: Finding, text: string): Diagnostic {
  const before = text.slice(0, finding.span.start);
  const line = before.split("\n").length;
  const source = text.split("\n")[line - 1] ?? "";
  const column = finding.span.start - before.lastIndexOf("\n");
  const rest = source.length - (column - 1);
  const length = Math.max(1, Math.min(finding.span.end - finding.span.start, rest));
  const at = { file: "expression", line, column, source, length };
  return { code: finding.code, severity: "error", ...at, ...sentences(finding) };
}
