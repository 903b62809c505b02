import {
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLError,
} from "yaml";
import { diagnosticAt, type TextFile } from "./places.ts";
import { keysTwice, type Diagnostic } from "../rules/index.ts";

/** The largest file that is read. */
export const mostCharacters = 1_000_000;
/** How often a file may use its anchors: more is an attack, not a shorthand. */
const mostAliases = 100;
/** The deepest nesting of [ and { that is read. */
const mostNesting = 100;

/** One file of a pack, read: its text, its tree with positions, and its plain value. */
export type YamlFile = TextFile & { readonly document: Document; readonly value: unknown };

export type Read = { readonly file?: YamlFile; readonly diagnostics: readonly Diagnostic[] };

/** Reads one YAML text. Never throws: whatever is wrong comes back with its place. */
export function readYaml(path: string, text: string): Read {
  const lines = new LineCounter();
  const file: TextFile = { path, text, lines };
  const refused = refuseSize(file);
  if (refused) return { diagnostics: [refused] };
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const errors = document.errors.map((error) => yamlDiagnostic(file, error));
  const wrong = [...errors, ...keysTwice(document).map((key) => twiceDiagnostic(file, key))];
  if (wrong.length > 0) return { diagnostics: wrong };
  const aliases = aliasFindings(file, document);
  if (aliases.length > 0) return { diagnostics: aliases };
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { file: { ...file, document, value }, diagnostics: [] };
  } catch (error) {
    // The library throws this one error only, when aliases of aliases are used too often.
    if (!(error instanceof ReferenceError)) throw error;
    const holes = { most: mostAliases };
    return { diagnostics: [diagnosticAt(file, [0, 1], { code: "yaml_aliases", holes })] };
  }
}

/** Aliases that name nothing, and the first of too many. */
function aliasFindings(file: TextFile, document: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  let count = 0;
  visit(document, {
    Alias: (_, node) => {
      const [start = 0, end = 1] = node.range ?? [];
      count++;
      if (node.resolve(document) === undefined) {
        const finding = { code: "yaml_broken", holes: { reason: "BAD_ALIAS" } } as const;
        found.push(diagnosticAt(file, [start, end], finding));
      } else if (count === mostAliases + 1) {
        const holes = { most: mostAliases };
        found.push(diagnosticAt(file, [start, end], { code: "yaml_aliases", holes }));
      }
    },
  });
  return found;
}

/** Files too large or nested too deep for the parser are refused before it sees them. */
function refuseSize(file: TextFile): Diagnostic | undefined {
  const { text } = file;
  if (text.length > mostCharacters) {
    const holes = { length: text.length, most: mostCharacters };
    return diagnosticAt(file, [0, 1], { code: "file_too_large", holes });
  }
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "[" || text[at] === "{") depth++;
    if (text[at] === "]" || text[at] === "}") depth = Math.max(0, depth - 1);
    if (depth > mostNesting) {
      file.lines.lineStarts.push(...lineStarts(text));
      const holes = { most: mostNesting };
      return diagnosticAt(file, [at, at + 1], { code: "yaml_too_deep", holes });
    }
  }
  return undefined;
}

const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map((found) => found.index + 1),
];

function yamlDiagnostic(file: TextFile, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  if (error.code === "TAB_AS_INDENT") {
    return diagnosticAt(file, [start, end], { code: "yaml_tab", holes: {} });
  }
  const holes = { reason: error.code };
  return diagnosticAt(file, [start, end], { code: "yaml_broken", holes });
}

function twiceDiagnostic(file: TextFile, { range, value }: Scalar): Diagnostic {
  const [start = 0, end = 1] = range ?? [];
  return diagnosticAt(file, [start, end], { code: "key_twice", holes: { key: String(value) } });
}
