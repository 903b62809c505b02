import type { Diagnostic } from "../contract/diagnostic.ts";
import { warnings, type Code, type Finding, type Holes, type Note } from "../diagnose/findings.ts";
import { sentences } from "../diagnose/sentences.ts";
import type { Span } from "../ir.ts";
import type { Located } from "../source.ts";

/** A path inside an object of a pack. */
export type Path = readonly (string | number)[];

/** Where all findings of one compilation arrive; the caret of each is found in its file at once. */
export type Desk = {
  /** Notes findings about the text at a path; their spans count inside that text. */
  readonly noteAt: (object: Located<unknown>, path: Path) => Note;
  /** Notes one finding about all that stands at a path. */
  readonly about: <C extends Code>(
    object: Located<unknown>,
    path: Path,
    finding: { code: C; holes: Holes[C] },
  ) => undefined;
  readonly diagnostics: () => readonly Diagnostic[];
};

/** A text or a number is underlined as it stands; anything larger to the end of its line. */
function wholeOf(object: Located<unknown>, path: Path): Span {
  const value = path.reduce<unknown>(
    (inside, step) => (inside as Readonly<Record<string, unknown>> | undefined)?.[step],
    object.value,
  );
  const isPlain = typeof value === "string" || typeof value === "number";
  return { start: 0, end: isPlain ? String(value).length : Infinity };
}

export function openDesk(): Desk {
  const list: Diagnostic[] = [];
  const noteAt: Desk["noteAt"] = (object, path) => (code, holes, span) => {
    list.push(diagnosticAt(object, path, { code, holes, span } as Finding));
    return undefined;
  };
  return {
    noteAt,
    about: (object, path, { code, holes }) =>
      noteAt(object, path)(code, holes, wholeOf(object, path)),
    diagnostics: () => [...list].sort(inFileOrder),
  };
}

function diagnosticAt(object: Located<unknown>, path: Path, finding: Finding): Diagnostic {
  const { source, ...position } = object.at(path, finding.span.start);
  const rest = source.trimEnd().length - (position.column - 1);
  return {
    code: finding.code,
    severity: warnings.has(finding.code) ? "warning" : "error",
    ...position,
    source,
    length: Math.max(1, Math.min(finding.span.end - finding.span.start, rest)),
    ...sentences(finding),
  };
}

function inFileOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
}
